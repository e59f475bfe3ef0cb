import Syntax
import Testing

@Suite("documents")
struct DocumentTests {
    @Test(arguments: [
        ("{\"a\":1}", nil, "{\"a\":1}"), ("{a: 1}", nil, "{\"a\":1}"), ("a: 1", nil, "{\"a\":1}"),
        ("[1,]", "x.yaml", "[1]"),
        ("\u{FEFF}{\"a\":1}", "x.json", "{\"a\":1}"), ("\n\t [1]", nil, "[1]"), ("\"a\": 1", nil, "{\"a\":1}"),
        ("1", "x.json", "1"),
        ("", nil, "null"), ("{\"a\":\"\u{7F}\"}", "a.yml", "{\"a\":\"\u{7F}\"}"),
    ])
    func tellsJSONFromYAML(_ text: String, fileName: String?, json: String) throws {
        #expect(try Document.parse(Array(text.utf8), named: fileName).root.json.text == json)
    }

    @Test(arguments: ["{a: 1}", "[1,]", "a: 1", ""])
    func readsOnlyJSONWhereTheNameSaysSo(_ text: String) {
        #expect(throws: SyntaxFailure.self) { try Document.parse(Array(text.utf8), named: "dir.yaml/contract.JSON") }
    }

    @Test func reportsTheFailureOfYAMLWhereTheNameIsSilent() {
        let failure = #expect(throws: SyntaxFailure.self) { try Document.parse(Array("{a: 1, b: ]}".utf8)) }
        #expect(failure?.position == SourcePosition(line: 1, column: 11))
    }

    @Test(arguments: [
        ("{\"a\":1,\"b\":[2]}", "b: [2]\na: 1.0\n", true), ("{\"a\":1,\"b\":2,\"c\":3}", "{c: 3, a: 1, b: 2}", true),
        ("[1,2]", "[2, 1]", false), ("{\"a\":1}", "{a: 1, b: 2}", false), ("{\"a\":1,\"b\":2}", "{a: 1, c: 2}", false),
        ("\"a\\u0062\"", "ab", true), ("\"e\u{301}\"", "\u{E9}", false), ("1", "'1'", false), ("1e2", "0x64", true),
        ("9007199254740993", "9007199254740992", false), ("null", "~", true), ("null", "false", false),
        ("[]", "{}", false),
        ("{\"a\":{\"x\":1,\"y\":2},\"b\":0}", "{b: 0, a: {y: 2, x: 3}}", false),
    ])
    func comparesValues(_ json: String, yaml: String, isSame: Bool) throws {
        let (left, right) = (try Document.json(Array(json.utf8)).root, try Document.yaml(Array(yaml.utf8)).root)
        #expect(left.hasSameValue(as: right) == isSame)
        #expect(right.hasSameValue(as: left) == isSame)
    }
}
