import Testing

@testable import Crypto

@Suite("digest")
struct DigestTests {
    static let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test("every form gives the digest back")
    func forms() {
        let digest = Digest(of: "abc")
        #expect(digest.description == "sha256:" + Self.hex)
        #expect(Digest(digest.description) == digest)
        #expect(Digest(hex: digest.hex) == digest)
        #expect(Digest(bytes: digest.bytes) == digest)
        #expect(digest.bytes.count == Digest.size)
    }

    @Test(
        "other texts are no digests",
        arguments: [
            "", "sha256:", hex, "sha256:" + hex.dropLast(), "sha256:" + hex + "0", "SHA256:" + hex, "sha512:" + hex,
            "sha256:" + hex.uppercased(), " sha256:" + hex, "sha256:" + hex + "\n",
        ]
    )
    func refused(_ text: String) {
        #expect(Digest(text) == nil)
    }

    @Test("order is that of the bytes", arguments: [0, 7, 8, 15, 16, 23, 24, 31])
    func order(_ place: Int) throws {
        var bytes = [UInt8](repeating: 0x7f, count: 32)
        let middle = try #require(Digest(bytes: bytes))
        bytes[place] = 0x80
        let larger = try #require(Digest(bytes: bytes))
        #expect(middle < larger)
        #expect(!(larger < middle))
        #expect(!(middle < middle))
    }

    @Test("a digest taken in counts as its bytes")
    func update() {
        let digest = Digest(of: "abc")
        var hash = SHA256()
        hash.update(1)
        hash.update(digest)
        #expect(hash.finalize() == Digest(of: [1] + digest.bytes))
    }
}
