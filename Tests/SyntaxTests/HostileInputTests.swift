import Syntax
import Testing

/// Inputs that are made to exhaust a reader: each must end soon, with a value or a failure that has its place.
@Suite("hostile documents")
struct HostileInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let code: SyntaxFailure.Code?
        let text: @Sendable () -> String
        var testDescription: String { name }

        init(_ name: String, _ code: SyntaxFailure.Code?, _ text: @escaping @Sendable () -> String) {
            (self.name, self.code, self.text) = (name, code, text)
        }
    }

    private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    static let json = [
        Case("100,000 levels", .limit) { many("[", 100_000) },
        Case("1,000,000 levels", .limit) { many("{\"a\":", 1_000_000) },
        Case("a key 20,000 times", .duplicateKey) { "{" + many("\"a\":0,", 20_000) + "\"a\":0}" },
        Case("20,000 keys", nil) { "{" + (0..<20_000).map { "\"\($0)\":0" }.joined(separator: ",") + "}" },
        Case("a long number", .limit) { many("9", 1_000_000) },
        Case("a long string", nil) { "\"" + many("a", 1 << 20) + "\"" },
        Case("a string beyond the limit", .limit) { "\"" + many("a", 1 << 20) + "b\"" },
        Case("1 MB of escapes", nil) { "\"" + many("\\u0000", 170_000) + "\"" },
        Case("NUL octets", .malformed) { many("\0", 1000) },
    ]

    static let yaml = [
        Case("100,000 brackets", .limit) { many("[", 100_000) },
        Case("1,000,000 brackets", .limit) { many("[", 1_000_000) },
        Case("100,000 dashes", .limit) { many("- ", 100_000) },
        Case("1,000,000 dashes", .limit) { many("- ", 1_000_000) },
        Case("100,000 braces", .limit) { many("{a: ", 100_000) },
        Case("1,000,000 braces", .limit) { many("{a: ", 1_000_000) },
        Case("1,000,000 question marks", .unrepresentable) { many("? ", 1_000_000) },
        Case("deep flow in a block", .limit) { "a:\n  b:\n  - " + many("[", 100_000) },
        Case("deep indentation", .limit) { (0..<1000).map { many(" ", $0) + "a:\n" }.joined() },
        Case("brackets at the limit, again and again", nil) {
            many("- " + many("[", 255) + many("]", 255) + "\n", 30)
        },
        Case("an alias of itself", .alias) { "a: &a\n  b: *a\n" },
        Case("aliases of each other", .alias) { "a: &a [*b]\nb: &b [*a]\n" },
        Case("a billion laughs", .alias) {
            "a0: &a0 [lol]\n" + (1...9).map { "a\($0): &a\($0) [\(many("*a\($0 - 1),", 9))]\n" }.joined()
        },
        Case("a quadratic bomb", .alias) { "a: &a [" + many("1,", 5000) + "]\nb: [" + many("*a,", 5000) + "]\n" },
        Case("many anchors", nil) { (0..<20_000).map { "- &a\($0) b\n" }.joined() },
        Case("one anchor 20,000 times", nil) { many("- &a b\n", 20_000) },
        Case("20,000 aliases of a scalar", nil) { "- &a b\n" + many("- *a\n", 20_000) },
        Case("many tags", nil) { (0..<20_000).map { "- !t\($0) b\n" }.joined() },
        Case("a key 20,000 times", .duplicateKey) { many("a: 0\n", 20_000) },
        Case("20,000 keys", nil) { (0..<20_000).map { "k\($0): 0\n" }.joined() },
        Case("NUL octets", .malformed) { many("\0", 1000) },
        Case("a NUL in a text", .malformed) { "a: \"b\0c\"\n" },
        Case("a long plain text", nil) { many("a", 1 << 20) },
        Case("a plain text beyond the limit", .limit) { many("a", 1 << 20) + "b" },
        Case("a plain text of many lines", nil) { many("a\n", 100_000) },
        Case("a literal of many lines", nil) { "|\n" + many(" a\n", 60_000) },
        Case("empty lines", nil) { "a:" + many("\n", 200_000) + " b\n" },
        Case("empty lines behind each entry", nil) { many("- a\n\n\n\n\n\n\n\n", 20_000) },
        Case("empty lines before each literal", nil) { many("- |\n\n\n\n\n\n\n\n  a\n", 50_000) },
        Case("many comments", nil) { many("# c\n", 50_000) },
        Case("much white space", nil) { many(" ", 200_000) },
        Case("tabs as indentation", .malformed) { many("a:\n\tb:\n\t\tc: 1\n", 1000) },
        Case("20,000 documents", nil) { many("--- a\n", 20_000) },
        Case("colons", .malformed) { many("a: ", 60_000) },
        Case("quotes without an end", .malformed) { many("\"a\n ", 50_001) },
        Case("keys in brackets", .unrepresentable) { "[" + many("{", 200) + "}" + many("]", 200) + ": a" },
        Case("pairs in brackets", nil) { "[" + many("a: b,", 40_000) + "]" },
        Case("a long hexadecimal number", .limit) { "0x" + many("F", 1_000_000) },
        Case("hexadecimal numbers at the limit", nil) { many("- 0x" + many("F", 1022) + "\n", 100) },
    ]

    @Test(arguments: json)
    func endsInJSON(_ test: Case) {
        let text = Array(test.text().utf8)
        #expect(Self.code { () throws(SyntaxFailure) in _ = try Document.json(text) } == test.code)
    }

    @Test(arguments: yaml)
    func endsInYAML(_ test: Case) {
        let text = Array(test.text().utf8)
        #expect(Self.code { () throws(SyntaxFailure) in _ = try Document.yamlStream(text) } == test.code)
    }

    private static func code(_ read: () throws(SyntaxFailure) -> Void) -> SyntaxFailure.Code? {
        do throws(SyntaxFailure) {
            try read()
            return nil
        } catch {
            return error.code
        }
    }

    @Test(arguments: [[0xFF], [0x61, 0x3A, 0x20, 0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3]])
    func refusesWhatIsNotUTF8(_ octets: [UInt8]) {
        let failures = [
            #expect(throws: SyntaxFailure.self) { try Document.json(octets) },
            #expect(throws: SyntaxFailure.self) { try Document.yaml(octets) },
        ]
        #expect(failures.map { $0?.code } == [.encoding, .encoding])
    }
}
