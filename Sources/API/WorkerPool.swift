internal import Dispatch
internal import Synchronization

/// A few threads for work that takes long, so that no loop stands still meanwhile.
///
/// At most as many jobs run at the same time as the pool is wide; the others wait in the order in which they came.
final class WorkerPool: TaskExecutor, Sendable {
    private struct State {
        var waiting: [UnownedJob] = []
        var workers = 0
    }

    private let width: Int
    private let state = Mutex(State())
    private let threads = DispatchQueue(label: "canon.workers", attributes: .concurrent)

    /// A pool of so many threads, at least one; they exist only while there is work.
    init(width: Int) { self.width = max(1, width) }

    /// Gives the pool a job; any thread may call it.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let needsWorker = state.withLock { state in
            state.waiting.append(job)
            guard state.workers < width else { return false }
            state.workers += 1
            return true
        }
        if needsWorker { threads.async { self.work() } }
    }

    /// Runs jobs until none waits.
    private func work() {
        while let job = next() { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    private func next() -> UnownedJob? {
        state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.workers -= 1
            return nil
        }
    }
}
