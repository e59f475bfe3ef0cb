package import Crypto

/// The right edge of a growing Merkle tree: enough to append and to know the root.
///
/// It holds one hash for each one bit of the size, at most 64. It is a value: a copy made before an append is the way
/// back when what was appended has to be given up.
package struct MerkleTree: Hashable, Sendable {
    /// Leaves appended so far.
    package private(set) var size: UInt64 = 0

    /// The complete subtrees of which the tree is made, the largest first.
    private var edge: [Digest] = []

    /// The tree without leaves.
    package init() {}

    /// The tree that a source holds.
    ///
    /// - Parameters:
    ///   - size: Leaves in the tree; at most as many as the source has.
    ///   - source: Where the hashes lie.
    /// - Throws: ``ProofError/nodeMissing(level:index:)`` where a node is not there, or what the source throws.
    /// - Complexity: O(log `size`) look-ups.
    package init(size: UInt64, from source: some NodeSource) throws {
        var start: UInt64 = 0
        for level in stride(from: UInt64.bitWidth - 1, through: 0, by: -1) where size >> UInt64(level) & 1 == 1 {
            edge.append(try source.node(level: level, index: start >> UInt64(level)))
            start += 1 << UInt64(level)
        }
        self.size = size
    }

    /// The number of leaves and the root over them.
    package var head: TreeHead { TreeHead(size: size, root: root) }

    /// The root over all leaves.
    ///
    /// - Complexity: O(log `size`) hashes.
    package var root: Digest {
        guard let last = edge.last else { return Merkle.emptyRoot }
        return edge.dropLast().reversed().reduce(last) { right, left in Merkle.nodeHash(left, right) }
    }

    /// Appends a leaf.
    ///
    /// - Parameter leafHash: ``Merkle/leafHash(_:)`` of the leaf.
    /// - Returns: The subtrees of two and more leaves that the leaf completes, the smallest first: one on average.
    package mutating func append(_ leafHash: Digest) -> [TreeNode] {
        var completed: [TreeNode] = []
        var hash = leafHash
        for level in 0..<size.trailingOneBitCount {
            hash = Merkle.nodeHash(edge.removeLast(), hash)
            completed.append(TreeNode(level: level + 1, index: size >> UInt64(level + 1), hash: hash))
        }
        edge.append(hash)
        size += 1
        return completed
    }
}

extension UInt64 {
    /// How many of the lowest bits are one in a row.
    fileprivate var trailingOneBitCount: Int { (~self).trailingZeroBitCount }
}
