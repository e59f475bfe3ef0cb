package import Crypto

/// The hashes of a Merkle tree over SHA-256 (RFC 6962, section 2.1).
///
/// Leaves and nodes begin with different bytes, so that nobody can pass off a node as a leaf.
package enum Merkle {
    /// The root of the tree without leaves: the hash of nothing.
    package static let emptyRoot = Digest(of: [])

    /// The hash of a leaf: SHA-256 of 0x00 and its bytes.
    package static func leafHash(_ leaf: [UInt8]) -> Digest {
        var hash = SHA256()
        hash.update(0)
        hash.update(leaf)
        return hash.finalize()
    }

    /// The hash of a node: SHA-256 of 0x01 and the hashes of its two subtrees.
    package static func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
        var hash = SHA256()
        hash.update(1)
        hash.update(left)
        hash.update(right)
        return hash.finalize()
    }
}
