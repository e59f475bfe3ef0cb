package import Crypto

/// How many leaves a tree has, and its root, which stands for all of them and their order.
package struct TreeHead: Hashable, Sendable {
    /// Leaves in the tree.
    package let size: UInt64

    /// The root over them.
    package let root: Digest

    /// The head of the tree without leaves.
    package static let empty = TreeHead(size: 0, root: Merkle.emptyRoot)

    package init(size: UInt64, root: Digest) {
        self.size = size
        self.root = root
    }
}
