internal import Audit
internal import Crypto
internal import Syntax

/// A record with its proof, as the registry sent it: nothing of it is believed before it is worked out here.
struct ProvenLeaf {
    /// The leaf's octets.
    let leaf: [UInt8]
    private let proof: InclusionProof
    private let checkpoint: Checkpoint

    /// Reads what the registry sent.
    ///
    /// - Throws: ``Failure`` if it is no proof.
    init(_ answer: Node) throws {
        guard let leaf = answer["leaf"]?.string, let path = answer["proof"]?["path"],
            let index = answer["proof"]?["index"]?.int, let size = answer["proof"]?["size"]?.int,
            let text = answer["checkpoint"]?.string, index >= 0, size >= 0
        else { throw Failure("PROOF_INVALID", "the answer holds no proof", .unjudged) }
        self.leaf = Array(leaf.utf8)
        let hashes = path.elements.compactMap(\.string).compactMap { Digest($0) }
        proof = InclusionProof(index: UInt64(index), size: UInt64(size), path: hashes)
        checkpoint = try Checkpoint(parsing: text)
    }

    /// Whether the proof leads from the leaf to the checkpoint's root.
    var isSound: Bool {
        checkpoint.head.size == proof.size && proof.leads(from: Merkle.leafHash(leaf), to: checkpoint.head.root)
    }

    /// What was proved, for people.
    var lines: [String] {
        [
            isSound ? "PROVED: record \(proof.index) is in the log" : "NOT PROVED: the proof does not lead to the root",
            "  leaf hash  \(Merkle.leafHash(leaf))", "  log        \(checkpoint.origin)",
            "  size       \(checkpoint.head.size)", "  root       \(checkpoint.head.root)",
            "  path       \(proof.path.count) hashes",
        ]
    }
}
