import Crypto
import Testing

@testable import Audit

@Suite("Merkle tree")
struct MerkleTreeTests {
    @Test("roots are those of the definition, at every size", arguments: [0, 1, 2, 3, 4, 5, 7, 8, 9, 31, 33, 64, 65])
    func roots(_ size: Int) throws {
        let log = MemoryLog(numbered: 65)
        let root = definedRoot(log.stored.prefix(size).map(\.hash)[...])
        #expect(MemoryLog(numbered: size).head() == TreeHead(size: UInt64(size), root: root))
        #expect(try log.root(ofTreeOf: UInt64(size)) == root)
    }

    @Test("a tree taken up from rows goes on as if it had never stopped", arguments: 0...20)
    func takenUp(_ size: UInt64) throws {
        let log = MemoryLog(numbered: 24)
        var tree = try MerkleTree(size: size, from: log)
        for leaf in log.stored.dropFirst(Int(size)) { _ = tree.append(leaf.hash) }
        #expect(tree.head == log.head())
    }

    @Test("a tree cannot be taken up from too few rows")
    func tooFewRows() {
        #expect(throws: ProofError.nodeMissing(level: 0, index: 4)) {
            try MerkleTree(size: 5, from: MemoryLog(numbered: 4))
        }
    }

    @Test("a copy is the way back")
    func copy() {
        var tree = MerkleTree()
        _ = tree.append(Merkle.leafHash([1]))
        let before = tree
        _ = tree.append(Merkle.leafHash([2]))
        tree = before
        #expect(tree.head == TreeHead(size: 1, root: Merkle.leafHash([1])))
    }

    @Test("each leaf completes the subtrees that end with it")
    func completed() {
        var tree = MerkleTree()
        let places = (0..<8).map { tree.append(Merkle.leafHash([$0])).map { "\($0.level)/\($0.index)" } }
        #expect(places == [[], ["1/0"], [], ["1/1", "2/0"], [], ["1/2"], [], ["1/3", "2/1", "3/0"]])
    }
}
