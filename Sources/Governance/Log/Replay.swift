internal import Audit
internal import Contracts
internal import Crypto
package import StorePort

/// Whether the rows of a store are those that its log implies: the log is replayed into an empty store through the same
/// ``Projection`` that made them, and every row is compared.
///
/// Whoever alters a row without the log is found by this; whoever alters the log too, by its verification.
package struct Replay: Sendable {
    /// Records that were replayed.
    package let size: UInt64
    /// The first difference, in a sentence that names the row or record; nil where there is none.
    package let difference: String?

    /// Leaves or rows that are read at a time.
    private static let batch = 256

    /// Replays a store's log.
    ///
    /// - Parameters:
    ///   - store: The store; nobody writes to it meanwhile.
    ///   - empty: A store without rows, which takes those of the replay.
    /// - Throws: What the stores throw.
    package init(_ store: any Store, into empty: any Store) async throws {
        size = try store.read { try $0.head().size }
        difference = try await Self.fault(replaying: size, store, into: empty) ?? Self.difference(store, empty)
    }

    /// Applies every record to the empty store; what is wrong with the first that cannot be applied, or nil.
    private static func fault(replaying size: UInt64, _ store: any Store, into empty: any Store) async throws -> String?
    {
        var next: UInt64 = 0
        while next < size {
            let records = try store.read { try RecordedLeaf.batch($0, from: next, limit: batch) }
            guard !records.isEmpty else { return "record \(next) is missing" }
            let fault = try await empty.write { rows in try records.lazy.compactMap { try $0.apply(to: rows) }.first }
            if let fault { return fault }
            next += UInt64(records.count)
        }
        return nil
    }

    private static func difference(_ store: any Store, _ replayed: any Store) throws -> String? {
        for collection in Projection.collections {
            if let found = try difference(in: collection, store, replayed) { return found }
        }
        return nil
    }

    private static func difference(in collection: String, _ store: any Store, _ replayed: any Store) throws -> String? {
        var key: String?
        while true {
            let after = key
            let stored = try store.read { snapshot in
                let rows = try snapshot.rows(in: collection, after: after, limit: batch)
                return (rows: rows, fault: try rows.lazy.compactMap { try missingBody(of: $0, snapshot) }.first)
            }
            let implied = try replayed.read { try $0.rows(in: collection, after: after, limit: batch) }
            if let found = RowDifference.first(stored.rows, implied) ?? stored.fault { return found }
            guard stored.rows.count == batch, let last = stored.rows.last else { return nil }
            key = last.key
        }
    }

    /// What a row says of a body that is not there, or nil.
    private static func missingBody(of row: Row, _ snapshot: any StoreSnapshot) throws -> String? {
        for member in Projection.bodies[row.collection] ?? [] {
            guard let digest = try? RecordReader(row.body).body(member) else { continue }
            guard try snapshot.blob(digest) != nil else {
                return "the body \(digest) of \(row.collection) '\(row.key)' is missing"
            }
        }
        return nil
    }
}

/// A leaf with what it can be found by.
private struct RecordedLeaf: Sendable {
    let leaf: StoredLeaf
    let index: LeafIndex?

    static func batch(_ snapshot: any StoreSnapshot, from sequence: UInt64, limit: Int) throws -> [RecordedLeaf] {
        try snapshot.leaves(from: sequence, limit: limit)
            .map { RecordedLeaf(leaf: $0, index: try snapshot.leafIndex($0.seq)) }
    }

    /// Applies the record; what is wrong with it, or nil.
    func apply(to rows: any StoreTransaction) throws -> String? {
        guard let event = try? Event(leaf: leaf.bytes) else { return "record \(leaf.seq) is no record of a canon log" }
        guard index == event.index else { return "record \(leaf.seq) is listed under what it does not say" }
        do {
            try Projection(rows: rows).apply(event)
            return nil
        } catch let error as LogDamaged {
            return "record \(leaf.seq) cannot be applied: \(error)"
        }
    }
}

/// The first difference between two lists of rows, both upwards by key.
private enum RowDifference {
    static func first(_ stored: [Row], _ implied: [Row]) -> String? {
        for (row, other) in zip(stored, implied) {
            if row == other { continue }
            if row.key == other.key { return "\(name(row)) is not what the log says" }
            return row.key.utf8.lexicographicallyPrecedes(other.key.utf8) ? added(row) : gone(other)
        }
        if stored.count > implied.count { return added(stored[implied.count]) }
        return implied.count > stored.count ? gone(implied[stored.count]) : nil
    }

    private static func added(_ row: Row) -> String { "\(name(row)) is in no record of the log" }
    private static func gone(_ row: Row) -> String { "\(name(row)) is in the log, and its row is gone" }
    private static func name(_ row: Row) -> String { "\(row.collection) '\(row.key)'" }
}
