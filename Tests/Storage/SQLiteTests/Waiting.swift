import Dispatch
import Testing

/// Waiting for a task in a place that is not `async`.
enum Waiting {
    /// Runs blocking work on a thread of its own: the shared ones are as few as the cores.
    static func onThread<R: Sendable>(_ work: @escaping @Sendable () throws -> R) async throws -> R {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "canon.tests.waiting").async { continuation.resume(with: Result(catching: work)) }
        }
    }

    /// Runs a task and blocks the thread until it has ended; an error becomes an issue.
    static func forTask(_ work: @escaping @Sendable () async throws -> Void) {
        let ended = DispatchSemaphore(value: 0)
        Task {
            await #expect(throws: Never.self) { try await work() }
            ended.signal()
        }
        ended.wait()
    }
}
