import OutsideSuites
import Testing

@testable import Crypto

@Suite("HMAC-SHA-256")
struct HMACSHA256Tests {
    struct Vectors: Decodable {
        struct Case: Decodable {
            let key: String
            let msg: String
            let tag: String
            let bits: Int?
            let valid: Bool?

            enum CodingKeys: String, CodingKey {
                case key
                case msg
                case tag
                case bits = "tag_bits"
                case valid
            }

            /// True where the code comes to the verdict of the vector, comparing the leading bits that it gives.
            var agrees: Bool {
                let made = HMACSHA256.tag(of: Hex.decode(msg) ?? [], key: Hex.decode(key) ?? [])
                let same = made.hex.prefix((bits ?? 256) / 4) == tag
                return same == (valid ?? true)
            }
        }

        let rfc4231: [Case]
        let wycheproof: [Case]
    }

    static let key = Array("key".utf8)
    static let message = Array("The quick brown fox jumps over the lazy dog".utf8)
    static let tag = "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"

    @Test("a known tag, whole and in pieces", arguments: [1, 7, 43])
    func known(_ size: Int) {
        var code = HMACSHA256(key: Self.key)
        for piece in Self.message.pieces(of: size) { code.update(Array(piece)) }
        #expect(code.finalize().hex == Self.tag)
    }

    @Test(
        "only the whole right tag is valid",
        arguments: [
            (tag, true),
            ("", false),
            (String(tag.prefix(32)), false),
            (tag + "00", false),
            (String(tag.dropLast()) + "9", false),
        ]
    )
    func validity(_ tag: String, _ valid: Bool) {
        #expect(HMACSHA256.isValid(Hex.decode(tag) ?? [], of: Self.message, key: Self.key) == valid)
    }

    @Test("RFC 4231 and Wycheproof", .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
    func vectors() throws {
        let vectors = try HashVectors.read(Vectors.self, "hmac_sha256.json")
        #expect(vectors.rfc4231.count(where: \.agrees) == 6)
        #expect(vectors.wycheproof.count(where: \.agrees) == 174)
    }
}
