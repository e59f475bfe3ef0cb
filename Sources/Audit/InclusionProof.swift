package import Crypto

/// Proves that a leaf is in the tree of a given size (RFC 9162, section 2.1.3).
package struct InclusionProof: Hashable, Sendable {
    /// Position of the leaf, counted from 0.
    package let index: UInt64

    /// Leaves in the tree that the proof is for.
    package let size: UInt64

    /// Sibling hashes from the leaf to the root, at most 64.
    package let path: [Digest]

    package init(index: UInt64, size: UInt64, path: [Digest]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// True where the path leads from the leaf to the root; false for every malformed proof.
    ///
    /// - Parameters:
    ///   - leafHash: ``Merkle/leafHash(_:)`` of the leaf.
    ///   - root: The root of the tree of ``size`` leaves, known from elsewhere.
    /// - Returns: The verdict.
    /// - SeeAlso: RFC 9162, section 2.1.3.2.
    package func leads(from leafHash: Digest, to root: Digest) -> Bool {
        guard index < size else { return false }
        var climb = Climb(from: index, to: size - 1)
        var hash = leafHash
        for sibling in path {
            guard let side = climb.step() else { return false }
            hash = side == .left ? Merkle.nodeHash(sibling, hash) : Merkle.nodeHash(hash, sibling)
        }
        return climb.isAtRoot && hash == root
    }
}

extension NodeSource {
    /// Proves that a leaf is in the tree of the given size.
    ///
    /// - Parameters:
    ///   - index: Position of the leaf, counted from 0.
    ///   - size: Leaves in the tree the proof is for; at most as many as the source has.
    /// - Returns: The proof, with at most 64 hashes.
    /// - Throws: ``ProofError``, or what the source throws.
    /// - Complexity: O(log `size`) look-ups.
    /// - SeeAlso: RFC 9162, section 2.1.3.1.
    package func inclusionProof(of index: UInt64, inTreeOf size: UInt64) throws -> InclusionProof {
        guard index < size else { throw ProofError.notYetIncluded(index: index, size: size) }
        var path: [Digest] = []
        var start: UInt64 = 0
        var count = size
        while count > 1 {
            let half = largestPowerOfTwo(below: count)
            if index - start < half {
                path.append(try root(of: count - half, from: start + half))
                count = half
            } else {
                path.append(try root(of: half, from: start))
                start += half
                count -= half
            }
        }
        return InclusionProof(index: index, size: size, path: path.reversed())
    }
}

/// The largest power of two that is smaller than a number above 1: where the tree of that size divides.
func largestPowerOfTwo(below count: UInt64) -> UInt64 {
    1 << UInt64(UInt64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
}
