internal import Dispatch
internal import Synchronization

/// Waits for asynchronous work on a thread that has nothing else to do: a command's main thread.
///
/// The work runs on a queue of its own: whoever waits may hold a thread of the shared pool, and with it the last one.
enum Blocking {
    /// Gives the work's result.
    ///
    /// - Throws: What the work throws.
    static func wait<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) throws -> Result {
        let done = DispatchSemaphore(value: 0)
        let outcome = Outcome<Result>()
        Task(executorPreference: QueueExecutor()) {
            do { outcome.set(.success(try await work())) } catch { outcome.set(.failure(error)) }
            done.signal()
        }
        done.wait()
        return try outcome.get()
    }
}

/// What asynchronous work came to.
private final class Outcome<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)

    func set(_ value: Result<Value, any Error>) { result.withLock { $0 = value } }

    func get() throws -> Value {
        guard let result = result.withLock({ $0 }) else { preconditionFailure("the work ended without a result") }
        return try result.get()
    }
}

/// Runs tasks on a queue of its own.
private final class QueueExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "canon.blocking")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
