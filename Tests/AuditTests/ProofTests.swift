import Crypto
import Testing

@testable import Audit

@Suite("proofs")
struct ProofTests {
    static let log = MemoryLog(numbered: 17)

    @Test("every leaf is proved in every tree that has it", arguments: UInt64(1)...17)
    func inclusion(_ size: UInt64) throws {
        let root = try Self.log.root(ofTreeOf: size)
        for index in 0..<size {
            let proof = try Self.log.inclusionProof(of: index, inTreeOf: size)
            let leaf = Self.log.stored[Int(index)].hash
            #expect(proof.leads(from: leaf, to: root))
            #expect(!proof.leads(from: Self.log.stored[Int(index + 1) % 17].hash, to: root))
            #expect(!InclusionProof(index: index + 1, size: size, path: proof.path).leads(from: leaf, to: root))
            #expect(!InclusionProof(index: index, size: size, path: proof.path + [leaf]).leads(from: leaf, to: root))
        }
    }

    @Test("every tree is proved to continue every earlier one", arguments: UInt64(1)...17)
    func consistency(_ new: UInt64) throws {
        let newRoot = try Self.log.root(ofTreeOf: new)
        for old in 1...new {
            let oldRoot = try Self.log.root(ofTreeOf: old)
            let proof = try Self.log.consistencyProof(from: old, to: new)
            #expect(proof.joins(oldRoot, to: newRoot))
            #expect(!proof.joins(Merkle.emptyRoot, to: newRoot))
            #expect(!proof.joins(oldRoot, to: Merkle.emptyRoot))
        }
    }

    @Test("a tree without leaves needs no proof and gets none")
    func fromNothing() throws {
        let proof = try Self.log.consistencyProof(from: 0, to: 17)
        #expect(proof.path.isEmpty)
        #expect(!proof.joins(Merkle.emptyRoot, to: Self.log.head().root))
    }

    @Test("proofs stay within their bounds")
    func lengths() throws {
        #expect(try Self.log.inclusionProof(of: 0, inTreeOf: 17).path.count == 5)
        #expect(try Self.log.inclusionProof(of: 16, inTreeOf: 17).path.count == 1)
        #expect(try Self.log.inclusionProof(of: 0, inTreeOf: 1).path.isEmpty)
    }

    @Test("what cannot be proved says why")
    func refused() {
        #expect(throws: ProofError.notYetIncluded(index: 17, size: 17)) {
            try Self.log.inclusionProof(of: 17, inTreeOf: 17)
        }
        #expect(throws: ProofError.sizesReversed(old: 3, new: 2)) { try Self.log.consistencyProof(from: 3, to: 2) }
        #expect(throws: ProofError.nodeMissing(level: 1, index: 8)) {
            try Self.log.inclusionProof(of: 0, inTreeOf: 18)
        }
    }

    @Test("the largest sizes neither crash nor pass", arguments: [UInt64.max - 1, UInt64.max])
    func extremes(_ size: UInt64) {
        let root = Merkle.emptyRoot
        let path = Array(repeating: root, count: 70)
        #expect(!InclusionProof(index: size - 1, size: size, path: path).leads(from: root, to: root))
        #expect(!InclusionProof(index: size, size: size, path: []).leads(from: root, to: root))
        #expect(!ConsistencyProof(oldSize: size - 1, newSize: size, path: path).joins(root, to: root))
    }
}
