internal import Dispatch
internal import Synchronization

/// Waits for asynchronous work on a thread that has nothing else to do: a command's main thread.
enum Blocking {
    /// The work's result.
    ///
    /// - Throws: What the work throws.
    static func wait<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) throws -> Result {
        let done = DispatchSemaphore(value: 0)
        let outcome = Outcome<Result>()
        Task {
            outcome.set(await Swift.Result { try await work() })
            done.signal()
        }
        done.wait()
        return try outcome.get()
    }

    private final class Outcome<Value: Sendable>: Sendable {
        private let result = Mutex<Swift.Result<Value, any Error>?>(nil)

        func set(_ value: Swift.Result<Value, any Error>) { result.withLock { $0 = value } }

        func get() throws -> Value {
            guard let result = result.withLock({ $0 }) else { preconditionFailure("the work ended without a result") }
            return try result.get()
        }
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
