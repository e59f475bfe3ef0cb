import Crypto

@testable import Audit

/// A log in memory that a test can falsify at every place.
struct MemoryLog: LogSource {
    var stored: [StoredLeaf] = []
    /// Complete subtrees by level, from level 1 on.
    var nodes: [Int: [Digest]] = [:]
    var kept = TreeHead.empty

    init(_ leaves: some Sequence<[UInt8]>) {
        var tree = MerkleTree()
        for bytes in leaves {
            let hash = Merkle.leafHash(bytes)
            stored.append(StoredLeaf(seq: tree.size, bytes: bytes, hash: hash))
            for node in tree.append(hash) { nodes[node.level, default: []].append(node.hash) }
        }
        kept = tree.head
    }

    /// A log of as many leaves as said, each its position as text.
    init(numbered count: Int) {
        self.init((0..<count).map { Array("entry \($0)".utf8) })
    }

    func subtreeHash(level: Int, index: UInt64) -> Digest? {
        let hashes = level == 0 ? stored.map(\.hash) : nodes[level] ?? []
        return index < hashes.count ? hashes[Int(index)] : nil
    }

    func head() -> TreeHead { kept }

    func leaves(from seq: UInt64, limit: Int) -> [StoredLeaf] {
        Array(stored.drop { $0.seq < seq }.prefix(limit))
    }

    func nodeCount() -> UInt64 { UInt64(nodes.values.map(\.count).reduce(0, +)) }
}

/// The root over leaf hashes by the definition of RFC 6962, section 2.1: slow, and nothing that could be wrong.
func definedRoot(_ hashes: ArraySlice<Digest>) -> Digest {
    guard hashes.count > 1 else { return hashes.first ?? Merkle.emptyRoot }
    var half = 1
    while half * 2 < hashes.count { half *= 2 }
    return Merkle.nodeHash(definedRoot(hashes.prefix(half)), definedRoot(hashes.dropFirst(half)))
}
