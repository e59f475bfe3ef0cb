internal import Dispatch
internal import Synchronization

/// A few threads for work that takes long, so that no loop stands still meanwhile.
///
/// At most as many jobs run at the same time as the pool is wide; the others wait in the order in which they came.
final class WorkerPool: TaskExecutor, Sendable {
    private struct State {
        var waiting: [UnownedJob] = []
        /// The threads that have nothing to do.
        var idle: [DispatchQueue]
    }

    private let state: Mutex<State>

    /// A pool of so many threads, at least one; they exist only while there is work.
    ///
    /// A serial queue each: a concurrent one would share its threads with every task of the process, and wait for them.
    init(width: Int) {
        state = Mutex(State(idle: (0..<max(1, width)).map { DispatchQueue(label: "canon.worker.\($0)") }))
    }

    /// Gives the pool a job; any thread may call it.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let thread = state.withLock { state in
            state.waiting.append(job)
            return state.idle.popLast()
        }
        if let thread { thread.async { self.work(on: thread) } }
    }

    /// Runs jobs until none waits.
    private func work(on thread: DispatchQueue) {
        while let job = next(for: thread) { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    private func next(for thread: DispatchQueue) -> UnownedJob? {
        state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.idle.append(thread)
            return nil
        }
    }
}
