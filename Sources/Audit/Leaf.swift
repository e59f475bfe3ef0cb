package import Crypto

/// One entry of the audit log as the tree hashes it: canonical bytes that are stored once and never written anew.
package struct Leaf: Hashable, Sendable {
    /// The most bytes of a leaf: 32 KiB.
    ///
    /// Entry bundles (C2SP tlog-tiles) have 16-bit lengths, so 65,535 is a hard wall.
    package static let limit = 32 * 1024

    /// The canonical bytes, 1 to ``limit`` of them.
    package let bytes: [UInt8]

    /// A leaf of the given bytes.
    ///
    /// - Parameter bytes: The canonical form of an event (RFC 8785), which the caller has made.
    /// - Throws: ``LeafError``.
    package init(canonical bytes: [UInt8]) throws(LeafError) {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= Self.limit else { throw .tooLong(bytes.count) }
        self.bytes = bytes
    }

    /// The hash under which the leaf stands in the tree.
    package var hash: Digest { Merkle.leafHash(bytes) }
}

/// Why bytes cannot be a leaf.
package enum LeafError: Error, Hashable {
    case empty
    case tooLong(Int)

    /// A short name that never changes, for programs.
    package var code: String {
        switch self {
        case .empty: "leaf-empty"
        case .tooLong: "leaf-too-long"
        }
    }
}

extension LeafError: CustomStringConvertible {
    /// Says what happened, where, and what to do next.
    package var description: String {
        switch self {
        case .empty: "an audit record cannot be empty"
        case .tooLong(let count):
            "an audit record of \(count) bytes is over the limit of \(Leaf.limit); "
                + "store long content apart and name it by its digest"
        }
    }
}
