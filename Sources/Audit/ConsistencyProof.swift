package import Crypto

/// Proves that a later tree begins with all leaves of an earlier one, unchanged (RFC 9162, section 2.1.4).
package struct ConsistencyProof: Hashable, Sendable {
    /// Leaves in the earlier tree.
    package let oldSize: UInt64

    /// Leaves in the later tree.
    package let newSize: UInt64

    /// Hashes of subtrees, at most 65; empty where the sizes are equal.
    package let path: [Digest]

    package init(oldSize: UInt64, newSize: UInt64, path: [Digest]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.path = path
    }

    /// True where the path joins both roots; false for every malformed proof, and for an earlier tree without leaves.
    ///
    /// Every tree is a continuation of the empty one, which needs no proof, so a caller answers that case before.
    ///
    /// - Parameters:
    ///   - oldRoot: The root of the tree of ``oldSize`` leaves, known from elsewhere.
    ///   - newRoot: The root of the tree of ``newSize`` leaves, known from elsewhere.
    /// - Returns: The verdict.
    /// - SeeAlso: RFC 9162, section 2.1.4.2.
    package func joins(_ oldRoot: Digest, to newRoot: Digest) -> Bool {
        guard oldSize > 0, oldSize <= newSize else { return false }
        guard oldSize < newSize else { return path.isEmpty && oldRoot == newRoot }
        // The proof leaves out the old root where it is a node of the new tree.
        var hashes = (oldSize.nonzeroBitCount == 1 ? [oldRoot] : []) + path
        guard !path.isEmpty else { return false }
        let seed = hashes.removeFirst()
        var climb = Climb(from: oldSize - 1, to: newSize - 1)
        climb.skip(while: { $0 & 1 == 1 })
        var (old, new) = (seed, seed)
        for hash in hashes {
            guard let side = climb.step() else { return false }
            if side == .left { old = Merkle.nodeHash(hash, old) }
            new = side == .left ? Merkle.nodeHash(hash, new) : Merkle.nodeHash(new, hash)
        }
        return climb.isAtRoot && old == oldRoot && new == newRoot
    }
}

extension NodeSource {
    /// Proves that the tree of one size is the beginning of the tree of another.
    ///
    /// - Parameters:
    ///   - oldSize: Leaves in the earlier tree; 0 gives the empty proof.
    ///   - newSize: Leaves in the later tree; at most as many as the source has.
    /// - Returns: The proof.
    /// - Throws: ``ProofError``, or what the source throws.
    /// - Complexity: O(log `newSize`) look-ups.
    /// - SeeAlso: RFC 9162, section 2.1.4.1.
    package func consistencyProof(from oldSize: UInt64, to newSize: UInt64) throws -> ConsistencyProof {
        guard oldSize <= newSize else { throw ProofError.sizesReversed(old: oldSize, new: newSize) }
        let path = oldSize == 0 ? [] : try consistencyPath(from: oldSize, to: newSize)
        return ConsistencyProof(oldSize: oldSize, newSize: newSize, path: path)
    }

    private func consistencyPath(from oldSize: UInt64, to newSize: UInt64) throws -> [Digest] {
        var path: [Digest] = []
        var start: UInt64 = 0
        var count = newSize
        while oldSize - start != count {
            let half = largestPowerOfTwo(below: count)
            if oldSize - start <= half {
                path.append(try root(of: count - half, from: start + half))
                count = half
            } else {
                path.append(try root(of: half, from: start))
                start += half
                count -= half
            }
        }
        // The verifier knows the old root itself, so it is not sent.
        if start > 0 { path.append(try root(of: count, from: start)) }
        return path.reversed()
    }
}
