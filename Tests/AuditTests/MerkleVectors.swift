import Crypto
import FoundationEssentials
import OutsideSuites

@testable import Audit

/// The files of `conformance/merkle`.
enum MerkleVectors {
    struct Basic: Decodable {
        struct Hash: Decodable {
            let kind: String
            let data: String?
            let left: String?
            let right: String?
            let hash: String
        }

        let empty: String
        let hasher: [Hash]
        let leaves: [String]
        let nodes: [[String]]
        let roots: [String]

        enum CodingKeys: String, CodingKey {
            case empty = "empty_root"
            case hasher
            case leaves
            case nodes = "nodes_by_level"
            case roots = "roots_by_size"
        }
    }

    struct Inclusion: Decodable {
        let name: String?
        let index: String
        let size: String
        let root: String?
        let leaf: String?
        let proof: [String]
        let valid: Bool?

        /// Only the cases to be judged have names.
        var id: String { name ?? "" }

        enum CodingKeys: String, CodingKey {
            case name = "id"
            case index = "leaf_index"
            case size = "tree_size"
            case root
            case leaf = "leaf_hash"
            case proof
            case valid
        }
    }

    struct Consistency: Decodable {
        let name: String?
        let size1: String
        let size2: String
        let root1: String?
        let root2: String?
        let proof: [String]
        let valid: Bool?

        /// Only the cases to be judged have names.
        var id: String { name ?? "" }

        enum CodingKeys: String, CodingKey {
            case name = "id"
            case size1
            case size2
            case root1
            case root2
            case proof
            case valid
        }
    }

    struct Generated: Decodable {
        let roots: [String: String]
        let inclusion: [Inclusion]
        let consistency: [Consistency]

        enum CodingKeys: String, CodingKey {
            case roots = "roots_by_size"
            case inclusion
            case consistency
        }
    }

    struct Cases<Case: Decodable>: Decodable {
        let cases: [Case]
    }

    static func read<T: Decodable>(_ type: T.Type, _ name: String) throws -> T {
        let bytes = try OutsideSuites.bytes("conformance/merkle/" + name)
        return try JSONDecoder().decode(type, from: Data(bytes))
    }
}

/// A proof of the suites that is to be judged.
protocol JudgedProof {
    var id: String { get }
    var valid: Bool? { get }

    /// The verdict of the verifier; nil where something in the place of a hash does not have 32 bytes.
    ///
    /// ``Digest`` cannot hold such a thing, so it is refused before the verifier is asked.
    var verdict: Bool? { get }
}

extension Sequence where Element: JudgedProof {
    /// The cases that come out otherwise than the suite says.
    var differing: [String] { filter { ($0.verdict ?? false) != $0.valid }.map(\.id) }

    /// How many cases the verifier is asked about.
    var reachingTheVerifier: Int { count { $0.verdict != nil } }
}

extension MerkleVectors.Inclusion: JudgedProof {
    var verdict: Bool? {
        let path = proof.compactMap { Digest(hex: $0) }
        guard let index = UInt64(index), let size = UInt64(size), path.count == proof.count else { return nil }
        guard let root = Digest(hex: root ?? ""), let leaf = Digest(hex: leaf ?? "") else { return nil }
        return InclusionProof(index: index, size: size, path: path).leads(from: leaf, to: root)
    }
}

extension MerkleVectors.Consistency: JudgedProof {
    var verdict: Bool? {
        let path = proof.compactMap { Digest(hex: $0) }
        guard let old = UInt64(size1), let new = UInt64(size2), path.count == proof.count else { return nil }
        guard let root1 = Digest(hex: root1 ?? ""), let root2 = Digest(hex: root2 ?? "") else { return nil }
        return ConsistencyProof(oldSize: old, newSize: new, path: path).joins(root1, to: root2)
    }
}
