import Testing

@testable import Crypto

@Suite("hex and base64")
struct EncodingTests {
    @Test("hex, both ways", arguments: [([], ""), ([0], "00"), ([0xff, 0x0a, 0xb0], "ff0ab0")] as [([UInt8], String)])
    func hex(_ bytes: [UInt8], _ text: String) {
        #expect(Hex.encode(bytes) == text)
        #expect(Hex.decode(text) == bytes)
    }

    @Test("no hex", arguments: ["0", "0g", "FF", " 00", "0x00", "é", "00 "])
    func notHex(_ text: String) {
        #expect(Hex.decode(text) == nil)
    }

    @Test(
        "base64 of RFC 4648, section 10, both ways",
        arguments: [
            ("", "", ""), ("f", "Zg==", "Zg"), ("fo", "Zm8=", "Zm8"), ("foo", "Zm9v", "Zm9v"),
            ("foob", "Zm9vYg==", "Zm9vYg"), ("fooba", "Zm9vYmE=", "Zm9vYmE"), ("foobar", "Zm9vYmFy", "Zm9vYmFy"),
        ]
    )
    func base64(_ plain: String, _ standard: String, _ url: String) {
        let bytes = Array(plain.utf8)
        #expect(Base64.standard.encode(bytes) == standard)
        #expect(Base64.standard.decode(standard) == bytes)
        #expect(Base64.url.encode(bytes) == url)
        #expect(Base64.url.decode(url) == bytes)
    }

    @Test("the last two digits tell the alphabets apart")
    func alphabets() {
        #expect(Base64.standard.encode([0xfb, 0xff]) == "+/8=")
        #expect(Base64.url.encode([0xfb, 0xff]) == "-_8")
        #expect(Base64.standard.decode("-_8=") == nil)
        #expect(Base64.url.decode("+/8") == nil)
    }

    @Test(
        "no standard base64",
        arguments: [
            "Zg", "Zg=", "Zg===", "=", "====", "Z===", "Zh==", "Zm9=", "Zm 9", "Zm9v\n", "Zg==Zg==", "Zm9v=", "Zm9vé",
        ]
    )
    func notStandard(_ text: String) {
        #expect(Base64.standard.decode(text) == nil)
    }

    @Test("no base64 for URLs", arguments: ["Zg==", "Z", "Zh", "Zm9vY", "Zm8="])
    func notURL(_ text: String) {
        #expect(Base64.url.decode(text) == nil)
    }

    @Test(
        "comparison of secrets",
        arguments: [
            ([], [], true), ([1, 2], [1, 2], true), ([1, 2], [1, 3], false), ([1, 2], [1], false), ([0], [], false),
        ] as [([UInt8], [UInt8], Bool)]
    )
    func constantTime(_ left: [UInt8], _ right: [UInt8], _ equal: Bool) {
        #expect(ConstantTime.equal(left, right) == equal)
    }
}
