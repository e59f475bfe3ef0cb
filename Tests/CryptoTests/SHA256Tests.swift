import OutsideSuites
import Testing

@testable import Crypto

@Suite("SHA-256")
struct SHA256Tests {
    static func digest(of message: [UInt8], piece size: Int) -> String {
        var hash = SHA256()
        for piece in message.pieces(of: size) { hash.update(piece) }
        return hash.finalize().hex
    }

    @Test(
        "the examples of FIPS 180-2",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ]
    )
    func examples(_ message: String, _ digest: String) {
        #expect(Digest(of: message).hex == digest)
    }

    @Test("the digest does not depend on the pieces", arguments: pieceSizes)
    func pieces(_ size: Int) {
        let message = (0..<400).map { UInt8($0 % 251) }
        #expect(Self.digest(of: message, piece: size) == Digest(of: message).hex)
    }

    @Test(
        "the processor's instructions and plain Swift agree",
        .enabled(if: SHA256.hasInstructions, "this processor has no instructions for SHA-256"),
        arguments: [1, 2, 3, 17]
    )
    func instructions(_ blocks: Int) {
        var numbers = SystemRandomNumberGenerator()
        let message = (0..<64 * blocks).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        var (quick, plain) = (InlineArray<8, UInt32>(repeating: 7), InlineArray<8, UInt32>(repeating: 7))
        let constants = SHA256.constants
        SHA256.compress(message.span.bytes, into: &quick, constants.span)
        SHA256.compressPlainly(message.span.bytes, into: &plain, constants.span)
        for place in 0..<8 { #expect(quick[place] == plain[place], "\(message)") }
    }

    @Test("a digest in between does not disturb what follows")
    func finalizeTwice() {
        var hash = SHA256()
        hash.update(Array("ab".utf8))
        #expect(hash.finalize() == Digest(of: "ab"))
        hash.update(UInt8(ascii: "c"))
        #expect(hash.finalize() == Digest(of: "abc"))
    }

    @Test(
        "CAVP messages, whole and in pieces",
        .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
    )
    func messages() throws {
        let cases = try HashVectors.cases(in: "sha256_short.json", "sha256_long.json")
        #expect(cases.count { Digest(of: $0.message).hex == $0.md } == 129)
        for size in [1, 3, 55, 56, 63, 64, 65] {
            #expect(cases.count { Self.digest(of: $0.message, piece: size) == $0.md } == 129, "pieces of \(size)")
        }
    }

    @Test("CAVP chain", .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
    func chain() throws {
        let chain = try HashVectors.read(HashChain.self, "sha256_monte.json")
        #expect(chain.agreeing { Digest(of: $0).bytes } == 100)
    }
}
