import Syntax
import Testing

@Suite("places of bytes")
struct SourceLinesTests {
    /// Long and short lines with characters of one to four bytes, and all ends of lines.
    static let texts: [String] = [
        "[]", "[1,\r\n2,\r3\n]", "[" + String(repeating: "\"é漢😀\", ", count: 100) + "1]",
        "[\n" + String(repeating: " ", count: 255) + "1,\n" + String(repeating: " ", count: 256) + "\n" + "2]\n",
        "[\"" + String(repeating: "a", count: 509) + "\"]",
    ]

    @Test(arguments: texts)
    func areThoseOfCountingFromTheStart(_ text: String) throws {
        let bytes = Array(text.utf8)
        let document = try Document.json(bytes)
        for offset in 0...(bytes.count + 1) {
            #expect(document.position(ofByte: offset) == SourcePosition(ofByte: offset, in: bytes), "byte \(offset)")
        }
    }
}
