package import Crypto

/// Where the hashes of the complete subtrees lie.
///
/// A complete subtree never changes once its last leaf is there, so a source may be read while the log grows.
package protocol NodeSource {
    /// The hash of a complete subtree, or nil where the source has none at that place.
    ///
    /// - Parameters:
    ///   - level: Height of the subtree, 0 to 63; at level 0 it is the leaf's hash.
    ///   - index: Place among the subtrees of that level, counted from 0.
    /// - Returns: The hash.
    /// - Throws: What the source throws when it cannot be read.
    func subtreeHash(level: Int, index: UInt64) throws -> Digest?
}

extension NodeSource {
    /// The root over the leaves `start ..< start + count`, folded from complete subtrees.
    ///
    /// - Parameters:
    ///   - count: At least 1.
    ///   - start: A multiple of the smallest power of two that is not below `count`.
    /// - Returns: The root.
    /// - Throws: ``ProofError/nodeMissing(level:index:)``, or what the source throws.
    /// - Complexity: As many look-ups as `count` has one bits, at most 64.
    func root(of count: UInt64, from start: UInt64) throws -> Digest {
        var end = start + count
        var rest = count
        var root: Digest?
        while rest > 0 {
            let level = rest.trailingZeroBitCount
            end -= 1 << UInt64(level)
            let left = try node(level: level, index: end >> UInt64(level))
            root = root.map { Merkle.nodeHash(left, $0) } ?? left
            rest &= rest - 1
        }
        return root ?? Merkle.emptyRoot
    }

    /// The root of the tree at an earlier size, or at the present one.
    ///
    /// - Parameter size: At most the number of leaves that the source has.
    /// - Returns: The root; the hash of nothing for size 0.
    /// - Throws: ``ProofError/nodeMissing(level:index:)`` where the source has fewer leaves, or what the source throws.
    /// - Complexity: O(log `size`) look-ups.
    package func root(ofTreeOf size: UInt64) throws -> Digest { try root(of: size, from: 0) }

    /// The hash of a complete subtree that has to be there.
    func node(level: Int, index: UInt64) throws -> Digest {
        guard let hash = try subtreeHash(level: level, index: index) else {
            throw ProofError.nodeMissing(level: level, index: index)
        }
        return hash
    }
}
