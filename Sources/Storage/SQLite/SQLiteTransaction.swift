import Audit
import Crypto
import StorePort

/// What a writing closure is handed: the writer's connection and the growing end of the tree.
final class SQLiteTransaction: ConnectionSnapshot, StoreTransaction {
    let connection: Connection

    /// The tree with everything appended in the present group.
    private(set) var log: GrowingLog

    /// How often something was changed: the same number before and after a write tells that it changed nothing.
    private(set) var changes = 0

    /// Rows as the present group has read them, nil for what is not there: what every write asks for, such as whose
    /// token it is, is read once a group.
    private var known: [RowName: Row?] = [:]

    /// Takes up the log where it ends.
    init(_ connection: Connection) throws(StoreError) {
        self.connection = connection
        log = try GrowingLog(SQLiteSnapshot(connection: connection))
    }

    func head() -> TreeHead { log.tree.head }

    var size: UInt64 { log.tree.size }

    var lastTime: Int64? { log.tree.size == 0 ? nil : log.time }

    /// Begins a group: what was read in an earlier one is read anew.
    func begin() throws(StoreError) {
        known.removeAll(keepingCapacity: true)
        try connection.run("BEGIN IMMEDIATE")
    }

    /// Goes back to what the log was before a group that is given up.
    func restore(_ log: GrowingLog) { self.log = log }

    func row(in collection: String, key: String) throws(StoreError) -> Row? {
        let name = RowName(collection: collection, key: key)
        if let row = known[name] { return row }
        let row = try connection.row(in: collection, key: key)
        known[name] = .some(row)
        return row
    }

    func append(_ leaf: Leaf, index: LeafIndex) throws(StoreError) -> UInt64 {
        guard index.time >= log.time else {
            throw connection.fail(.refused(detail: "a leaf at \(index.time) ms after one at \(log.time) ms"))
        }
        changes += 1
        let seq = log.tree.size
        let hash = leaf.hash
        try insert(leaf.bytes, hash, index, at: Int64(seq))
        for node in log.append(hash, at: index.time) { try insert(node) }
        return seq
    }

    func put(_ row: Row) throws(StoreError) {
        changes += 1
        known[RowName(collection: row.collection, key: row.key)] = .some(row)
        // Where the place stays the same, its index is not touched, which saves a page of each such write.
        try connection.run(
            """
            INSERT INTO projection (collection, key, parent, ordinal, body)
            VALUES (\(row.collection), \(row.key), \(row.parent), \(row.ordinal), \(row.body))
            ON CONFLICT (collection, key)
            DO UPDATE SET body = excluded.body WHERE parent = excluded.parent AND ordinal = excluded.ordinal
            """
        )
        guard connection.changedRows == 0 else { return }
        try connection.run(
            """
            UPDATE projection SET parent = \(row.parent), ordinal = \(row.ordinal), body = \(row.body)
            WHERE collection = \(row.collection) AND key = \(row.key)
            """
        )
    }

    func delete(in collection: String, key: String) throws(StoreError) {
        changes += 1
        known[RowName(collection: collection, key: key)] = .some(nil)
        try connection.run("DELETE FROM projection WHERE collection = \(collection) AND key = \(key)")
    }

    func put(_ blob: Blob) throws(StoreError) {
        changes += 1
        try connection.run(
            "INSERT INTO blob (digest, bytes) VALUES (\(blob.digest), \(blob.bytes)) ON CONFLICT DO NOTHING"
        )
    }

    /// Writes size and root, once for all leaves of a group.
    func writeHead() throws(StoreError) {
        let head = log.tree.head
        try connection.run("UPDATE audit_head SET size = \(Int64(head.size)), root = \(head.root) WHERE id = 1")
    }

    private func insert(_ leaf: [UInt8], _ hash: Digest, _ index: LeafIndex, at seq: Int64) throws(StoreError) {
        try connection.run(
            """
            INSERT INTO audit_leaf (seq, leaf, leaf_hash, time_ms, actor, subject, action, request)
            VALUES (\(seq), \(leaf), \(hash), \(index.time), \(index.actor), \(index.subject), \(index.action),
                    \(index.request))
            """
        )
    }

    private func insert(_ node: TreeNode) throws(StoreError) {
        try connection.run(
            "INSERT INTO audit_node (level, idx, hash) VALUES (\(node.level), \(Int64(node.index)), \(node.hash))"
        )
    }
}

/// What names a row.
private struct RowName: Hashable {
    let collection: String
    let key: String
}
