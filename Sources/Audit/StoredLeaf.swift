package import Crypto

/// A leaf as it lies in the log: its position, its bytes, and the hash that was stored with it.
package struct StoredLeaf: Hashable, Sendable {
    /// Position in the log, counted from 0.
    package let seq: UInt64

    /// The canonical bytes.
    package let bytes: [UInt8]

    /// The hash that was stored with them.
    package let hash: Digest

    package init(seq: UInt64, bytes: [UInt8], hash: Digest) {
        self.seq = seq
        self.bytes = bytes
        self.hash = hash
    }

    /// True where the bytes are those that the hash was made of.
    package var isIntact: Bool { Merkle.leafHash(bytes) == hash }
}
