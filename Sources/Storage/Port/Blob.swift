package import Crypto

/// Content together with its digest, so that it is hashed once and not on the writer's thread.
package struct Blob: Hashable, Sendable {
    /// The content, at most ``Row/bodyLimit`` bytes.
    package let bytes: [UInt8]

    /// The SHA-256 of the content.
    package let digest: Digest

    /// Hashes the content.
    package init(_ bytes: [UInt8]) { self.init(bytes, hashed: Digest(of: bytes)) }

    /// Content that was hashed before; `digest` must be what came of it.
    package init(_ bytes: [UInt8], hashed digest: Digest) {
        self.bytes = bytes
        self.digest = digest
    }
}
