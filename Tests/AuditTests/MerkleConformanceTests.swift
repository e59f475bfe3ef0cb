import Crypto
import OutsideSuites
import Testing

@testable import Audit

@Suite(
    "Merkle trees as others build them",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct MerkleConformanceTests {
    /// Valid for the suite although both roots are the text `dont care 2`: it only asks that they be equal.
    ///
    /// Here a root is a SHA-256 of 32 bytes, so the text is no root and is refused.
    static let exceptions = ["additional/sizes-are-equal-one-and-proof-is-empty"]

    @Test("hashes, nodes and roots of the small tree")
    func basic() throws {
        let basic = try MerkleVectors.read(MerkleVectors.Basic.self, "rfc6962_basic.json")
        #expect(Merkle.emptyRoot.hex == basic.empty)
        #expect(try basic.hasher.count { try hash($0) == $0.hash } == 3)
        let log = MemoryLog(basic.leaves.map { Hex.decode($0) ?? [] })
        for (level, hashes) in basic.nodes.enumerated() {
            #expect(hashes.indices.map { log.subtreeHash(level: level, index: UInt64($0))?.hex } == hashes)
        }
        #expect(try basic.roots.indices.map { try log.root(ofTreeOf: UInt64($0)).hex } == basic.roots)
        #expect(basic.roots.count == 9)
    }

    @Test("inclusion proofs, right and wrong")
    func inclusion() throws {
        let cases = try MerkleVectors.read(MerkleVectors.Cases<MerkleVectors.Inclusion>.self, "inclusion.json").cases
        #expect(cases.count == 98)
        #expect(cases.differing == [])
        #expect(cases.reachingTheVerifier == 72)
    }

    @Test("consistency proofs, right and wrong")
    func consistency() throws {
        let cases = try MerkleVectors.read(MerkleVectors.Cases<MerkleVectors.Consistency>.self, "consistency.json")
            .cases
        #expect(cases.count == 98)
        #expect(cases.differing == Self.exceptions)
        #expect(cases.reachingTheVerifier == 71)
    }

    @Test("roots and proofs of the tree of 70,000 leaves")
    func generated() throws {
        let vectors = try MerkleVectors.read(MerkleVectors.Generated.self, "generated_tree.json")
        let log = FlatNodes((0..<70_000).map { "canon-leaf-\($0)" })
        #expect(try vectors.roots.count { try log.root(ofTreeOf: UInt64($0) ?? 0).hex == $1 } == 43)
        let included = try vectors.inclusion.count {
            try log.inclusionProof(of: UInt64($0.index) ?? 0, inTreeOf: UInt64($0.size) ?? 0).path.map(\.hex)
                == $0.proof
        }
        #expect(included == 188)
        let consistent = try vectors.consistency.count {
            try log.consistencyProof(from: UInt64($0.size1) ?? 0, to: UInt64($0.size2) ?? 0).path.map(\.hex) == $0.proof
        }
        #expect(consistent == 205)
    }

    private func hash(_ vector: MerkleVectors.Basic.Hash) throws -> String {
        let data = Hex.decode(vector.data ?? "") ?? []
        guard vector.kind == "node" else { return Merkle.leafHash(data).hex }
        // The vector's halves are not 32 bytes long, so they are put together by hand.
        let halves = try [vector.left, vector.right].map { try #require(Hex.decode($0 ?? "")) }
        return Digest(of: [1] + halves[0] + halves[1]).hex
    }
}

/// Nodes by level in flat arrays, for a large tree.
private struct FlatNodes: NodeSource {
    var levels: [[Digest]]

    init(_ leaves: [String]) {
        levels = [leaves.map { Merkle.leafHash(Array($0.utf8)) }]
        var tree = MerkleTree()
        for hash in levels[0] {
            for node in tree.append(hash) {
                if node.level == levels.count { levels.append([]) }
                levels[node.level].append(node.hash)
            }
        }
    }

    func subtreeHash(level: Int, index: UInt64) -> Digest? {
        level < levels.count && index < levels[level].count ? levels[level][Int(index)] : nil
    }
}
