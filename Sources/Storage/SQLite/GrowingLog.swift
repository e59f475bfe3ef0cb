import Audit
import Crypto
import StorePort

/// The end of the log to which leaves are appended: a value, so that an older copy is the way back.
struct GrowingLog: Hashable {
    /// The tree over all leaves.
    private(set) var tree: MerkleTree

    /// When the last leaf was made, in milliseconds since 1970; the least number where there is none.
    private(set) var time: Int64

    /// Takes up the log that is stored.
    ///
    /// - Throws: ``StoreError/corrupt(folder:detail:)`` where the stored head is not what the stored nodes give, or where
    ///   there are more leaves than it says: going on would cover that up.
    init(_ snapshot: SQLiteSnapshot) throws(StoreError) {
        let head = try snapshot.head()
        do {
            tree = try MerkleTree(size: head.size, from: snapshot)
        } catch let error as StoreError {
            throw error
        } catch {
            throw .corrupt(folder: snapshot.connection.folder, detail: "\(error)")
        }
        guard tree.root == head.root, try snapshot.leaves(from: head.size, limit: 1).isEmpty else {
            throw .corrupt(
                folder: snapshot.connection.folder,
                detail: "the head of the audit log is not that of its tree"
            )
        }
        time = head.size == 0 ? .min : try snapshot.leafIndex(head.size - 1)?.time ?? .min
    }

    /// Appends a leaf; gives back the subtrees that it completes.
    mutating func append(_ hash: Digest, at time: Int64) -> [TreeNode] {
        self.time = time
        return tree.append(hash)
    }
}
