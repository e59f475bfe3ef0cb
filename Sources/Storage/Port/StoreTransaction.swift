package import Audit
package import Crypto

/// A write under way: a snapshot that sees its own changes.
///
/// - Ordering: it also sees everything that earlier writes did, committed or in the same group.
/// - Durability: nothing is durable before ``Store/write(_:)`` returns.
/// - After a change that failed, and after any error of the disk, every further call throws the same error and the whole
///   write fails, also where its closure swallows it.
package protocol StoreTransaction: StoreSnapshot {
    /// Leaves so far, those of this write too: the position that the next one gets.
    var size: UInt64 { get }

    /// When the last leaf was made, in milliseconds since 1970; nil where there is none.
    var lastTime: Int64? { get }

    /// Appends a leaf to the audit log.
    ///
    /// - Parameters:
    ///   - leaf: The canonical bytes.
    ///   - index: What it can be found by.
    /// - Returns: Its position, which is what ``size`` was before.
    /// - Throws: ``StoreError``.
    func append(_ leaf: Leaf, index: LeafIndex) throws(StoreError) -> UInt64

    /// Stores a row, in place of the one of that name where there is one.
    func put(_ row: Row) throws(StoreError)

    /// Deletes a row; nothing happens where there is none.
    func delete(in collection: String, key: String) throws(StoreError)

    /// Stores content under its digest, once however often it is put.
    func put(_ blob: Blob) throws(StoreError)
}

extension StoreTransaction {
    /// Stores bytes under their digest, once however often they are put; at most ``Row/bodyLimit`` of them.
    ///
    /// Hashes them on the writer's thread: for more than a few kilobytes make the ``Blob`` beforehand.
    ///
    /// - Returns: The digest.
    package func putBlob(_ bytes: [UInt8]) throws(StoreError) -> Digest {
        let blob = Blob(bytes)
        try put(blob)
        return blob.digest
    }
}
