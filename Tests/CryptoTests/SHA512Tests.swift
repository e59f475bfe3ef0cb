import OutsideSuites
import Testing

@testable import Crypto

@Suite("SHA-512")
struct SHA512Tests {
    static func digest(of message: [UInt8], piece size: Int) -> String {
        var hash = SHA512()
        for piece in message.pieces(of: size) { hash.update(piece) }
        return Hex.encode(hash.finalize())
    }

    @Test(
        "the examples of FIPS 180-2",
        arguments: [
            (
                "",
                "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                    + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"
            ),
            (
                "abc",
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
            ),
        ]
    )
    func examples(_ message: String, _ digest: String) {
        #expect(Self.digest(of: Array(message.utf8), piece: 64) == digest)
    }

    @Test("the digest does not depend on the pieces", arguments: pieceSizes)
    func pieces(_ size: Int) {
        let message = (0..<700).map { UInt8($0 % 251) }
        #expect(Self.digest(of: message, piece: size) == Self.digest(of: message, piece: message.count))
    }

    @Test(
        "CAVP messages, whole and in pieces",
        .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
    )
    func messages() throws {
        let cases = try HashVectors.cases(in: "sha512_short.json", "sha512_long.json")
        for size in [1, 3, 111, 112, 127, 128, 129, 1 << 20] {
            #expect(cases.count { Self.digest(of: $0.message, piece: size) == $0.md } == 142, "pieces of \(size)")
        }
    }

    @Test("CAVP chain", .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
    func chain() throws {
        let chain = try HashVectors.read(HashChain.self, "sha512_monte.json")
        let agreeing = chain.agreeing {
            var hash = SHA512()
            hash.update($0)
            return hash.finalize()
        }
        #expect(agreeing == 100)
    }
}
