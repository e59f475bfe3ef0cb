package import Audit
package import Crypto

/// The store at one moment: everything read through one snapshot belongs together.
///
/// - Ordering: what one write put in is seen whole or not at all.
/// - Who may call: only the closure that was handed the snapshot, on the thread it runs on, and not after it returned.
/// - Strings are compared and ordered by their UTF-8 bytes.
/// - Every method throws ``StoreError/corrupt(folder:detail:)`` rather than give back what is not what was stored, and
///   ``StoreError/io(folder:detail:)`` where the disk fails; a read may be tried again.
package protocol StoreSnapshot: LogSource {
    /// The row of that name, or nil.
    func row(in collection: String, key: String) throws(StoreError) -> Row?

    /// Rows of one parent, by ordinal and then by key.
    ///
    /// - Parameters:
    ///   - collection: The kind of thing.
    ///   - parent: What they are listed under; the empty text lists those that belong to nothing.
    ///   - order: Upwards, or downwards by both ordinal and key.
    ///   - cursor: Where an earlier page ended; nil begins at the beginning.
    ///   - limit: At least 1; fewer rows mean that there are no more.
    /// - Returns: The rows.
    /// - Throws: ``StoreError``.
    /// - Complexity: O(log n) and the rows returned.
    func rows(in collection: String, under parent: String, order: ListOrder, after cursor: RowCursor?, limit: Int)
        throws(StoreError) -> [Row]

    /// Rows of a collection, upwards by key.
    ///
    /// - Parameters:
    ///   - collection: The kind of thing.
    ///   - key: Where an earlier page ended; nil begins at the beginning.
    ///   - limit: At least 1; fewer rows mean that there are no more.
    /// - Returns: The rows.
    /// - Throws: ``StoreError``.
    /// - Complexity: O(log n) and the rows returned.
    func rows(in collection: String, after key: String?, limit: Int) throws(StoreError) -> [Row]

    /// How many rows a collection has, under one parent or, where it is nil, altogether.
    ///
    /// - Complexity: O(n) in what is counted.
    func count(in collection: String, under parent: String?) throws(StoreError) -> Int

    /// The bytes that have the digest, or nil; their digest is computed anew on every call.
    func blob(_ digest: Digest) throws(StoreError) -> [UInt8]?

    /// The leaf at a position, or nil where the log is shorter; its hash is computed anew on every call.
    func leaf(_ seq: UInt64) throws(StoreError) -> StoredLeaf?

    /// What the leaf at a position can be found by, or nil where the log is shorter.
    func leafIndex(_ seq: UInt64) throws(StoreError) -> LeafIndex?

    /// The newest leaf that answers a request, or nil; its hash is computed anew on every call.
    ///
    /// - Parameter request: ``LeafIndex/request``.
    /// - Returns: The leaf.
    /// - Throws: ``StoreError``.
    func leaf(answering request: String) throws(StoreError) -> StoredLeaf?

    /// Leaves that match, by position.
    ///
    /// - Parameters:
    ///   - filter: What the leaves must agree with.
    ///   - order: Oldest first or newest first.
    ///   - seq: Where an earlier page ended; nil begins at the beginning.
    ///   - limit: At least 1; fewer leaves mean that there are no more.
    /// - Returns: The leaves; their hashes are computed anew.
    /// - Throws: ``StoreError``.
    func leaves(matching filter: LeafFilter, order: ListOrder, after seq: UInt64?, limit: Int)
        throws(StoreError) -> [StoredLeaf]

    /// Size and root of the log: the next leaf gets the size as its position.
    func head() throws(StoreError) -> TreeHead

    /// The hash of a complete subtree of the log; see ``NodeSource``.
    func subtreeHash(level: Int, index: UInt64) throws(StoreError) -> Digest?

    /// Leaves in order as they lie there, unchecked, for the verification of the log; see ``LogSource``.
    func leaves(from seq: UInt64, limit: Int) throws(StoreError) -> [StoredLeaf]

    /// How many tree nodes are stored; see ``LogSource``.
    func nodeCount() throws(StoreError) -> UInt64
}
