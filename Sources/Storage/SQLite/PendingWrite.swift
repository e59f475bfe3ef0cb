import StorePort

/// A write that waits for its group.
///
/// Whatever comes of it is answered only after the commit: a refusal too may rest on what a write before it in the same
/// group did, and that is not certain until then.
struct PendingWrite: Sendable {
    /// What is said to the caller once everything in the group is on disk.
    typealias Answer = @Sendable () -> Void

    /// Runs the closure and makes the answer out of what it returns.
    let run: @Sendable (any StoreTransaction) throws -> Answer

    /// Answers with an error.
    let fail: @Sendable (any Error) -> Void

    init<R: Sendable>(
        _ body: @escaping @Sendable (any StoreTransaction) throws -> R,
        answering continuation: CheckedContinuation<R, any Error>
    ) {
        run = { transaction in
            let value = try body(transaction)
            return { continuation.resume(returning: value) }
        }
        fail = { continuation.resume(throwing: $0) }
    }
}
