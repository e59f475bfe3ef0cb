import Testing

@testable import Audit

@Suite("leaf")
struct LeafTests {
    @Test("any bytes within the limit", arguments: [1, 2, 32 * 1024])
    func accepted(_ count: Int) throws {
        let bytes = [UInt8](repeating: 7, count: count)
        let leaf = try Leaf(canonical: bytes)
        #expect(leaf.bytes == bytes)
        #expect(leaf.hash == Merkle.leafHash(bytes))
    }

    @Test("nothing outside it", arguments: [(0, .empty), (32 * 1024 + 1, .tooLong(32_769))] as [(Int, LeafError)])
    func refused(_ count: Int, _ error: LeafError) {
        #expect(throws: error) { try Leaf(canonical: [UInt8](repeating: 7, count: count)) }
    }
}
