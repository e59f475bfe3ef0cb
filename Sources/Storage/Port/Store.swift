/// Where Canon keeps its state: the audit log, the rows that follow from it, and content by digest.
///
/// The store is dumb: it knows nothing of contracts, and nothing in it decides anything.
package protocol Store: Sendable {
    /// Makes one change, whole or not at all.
    ///
    /// - Ordering: Writes take effect one after another. A write that is called after another has returned sees it;
    ///   those called at the same time come in any order.
    /// - Durability: When it returns, the change is on disk and survives the loss of power. When it throws, nothing of
    ///   it is there, with one exception: ``StoreError/outcomeUnknown(detail:)`` means that nobody can know before the
    ///   store is opened again, and the process is about to end.
    /// - Retries: Nothing that the caller could see is tried again. The closure may be called a second time, where
    ///   another write that shared its transaction failed half-way and nothing of the first call is there: it does
    ///   nothing but through its transaction. Not called at all is a write after ``close()``. A cancelled task does not
    ///   call a write back.
    /// - Who may call: Any task. The closure runs on the writer's thread while every other write waits, so it computes
    ///   nothing that could have been computed before. It reads through its transaction, and must not block, least of
    ///   all for another write.
    ///
    /// - Parameter body: What to do. An error that it throws undoes this write and no other.
    /// - Returns: What the closure returned.
    /// - Throws: What the closure threw, or ``StoreError``.
    func write<R: Sendable>(_ body: @escaping @Sendable (any StoreTransaction) throws -> R) async throws -> R

    /// Reads at one moment, on the calling thread.
    ///
    /// - Ordering: Sees every write that returned before the call, and none that began after it.
    /// - Who may call: Any thread; it waits for the disk only, and for another reader where all connections are taken.
    ///   The closure should take milliseconds: as long as it runs, the space of newer changes cannot be reused.
    ///
    /// - Parameter body: What to read. The snapshot must not outlive it.
    /// - Returns: What the closure returned.
    /// - Throws: What the closure threw, or ``StoreError``.
    func read<R: Sendable>(_ body: (any StoreSnapshot) throws -> R) throws -> R

    /// Finishes the writes that wait, refuses those that come later, and lets go of the files.
    ///
    /// A second call does nothing. A store that is never closed loses nothing either.
    func close()
}
