package import Crypto

/// The hash of a complete subtree and its place in the tree.
package struct TreeNode: Hashable, Sendable {
    /// Height of the subtree, which has 2^level leaves; at level 0 it is a leaf.
    package let level: Int

    /// Place among the subtrees of that level, from the left, counted from 0.
    package let index: UInt64

    /// The hash of the subtree.
    package let hash: Digest

    package init(level: Int, index: UInt64, hash: Digest) {
        self.level = level
        self.index = index
        self.hash = hash
    }

    /// The first leaf below the node.
    package var firstLeaf: UInt64 { index << UInt64(level) }
}
