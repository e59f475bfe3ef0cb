import Syntax
import Testing

@Suite("YAML reader")
struct YAMLReaderTests {
    /// A text, and the JSON that it says.
    struct Case: Sendable, CustomTestStringConvertible {
        let yaml: String
        let json: String
        var testDescription: String { yaml }

        init(_ yaml: String, _ json: String) { (self.yaml, self.json) = (yaml, json) }
    }

    static let scalars = [
        Case("NO", "\"NO\""), Case("N", "\"N\""), Case("yes", "\"yes\""), Case("on", "\"on\""), Case("y", "\"y\""),
        Case("null", "null"), Case("Null", "null"), Case("NULL", "null"), Case("~", "null"), Case("nULL", "\"nULL\""),
        Case("true", "true"), Case("True", "true"), Case("TRUE", "true"), Case("tRUE", "\"tRUE\""),
        Case("false", "false"), Case("False", "false"), Case("FALSE", "false"), Case("falsE", "\"falsE\""),
        Case("0", "0"), Case("-0", "0"), Case("+1", "1"), Case("012", "12"), Case("-012", "-12"), Case("00", "0"),
        Case("0x1F", "31"), Case("0xff", "255"), Case("0o17", "15"), Case("0o8", "\"0o8\""), Case("0x", "\"0x\""),
        Case("0xFFFFFFFFFFFFFFFFFF", "4722366482869645213695"), Case("0X1F", "\"0X1F\""), Case("-0x1F", "\"-0x1F\""),
        Case("1.", "1"), Case(".5", "0.5"), Case("-.5", "-0.5"), Case("+.5e1", "5"), Case("1.e3", "1000"),
        Case("1e3", "1000"), Case("1E-2", "0.01"), Case("1e", "\"1e\""), Case(".", "\".\""), Case("-", "[null]"),
        Case("+", "\"+\""), Case("1_000", "\"1_000\""), Case("12:30:45", "\"12:30:45\""), Case("0b11", "\"0b11\""),
        Case("2024-02-30", "\"2024-02-30\""), Case("1.2.3", "\"1.2.3\""), Case("9007199254740993", "9007199254740993"),
        Case(".infinity", "\".infinity\""), Case("'.inf'", "\".inf\""), Case("'1'", "\"1\""),
        Case("\"true\"", "\"true\""),
        Case("!!str 1", "\"1\""), Case("!!str", "\"\""), Case("! 1", "\"1\""), Case("!!int '7'", "7"),
        Case("!!float 1", "1"), Case("!!bool 'true'", "true"), Case("!!null ''", "null"), Case("!other 1", "1"),
        Case("!other '1'", "\"1\""), Case("!<tag:yaml.org,2002:str> 1", "\"1\""), Case("!!binary YQ==", "\"YQ==\""),
        Case("\"\\x41\\u00e9\\U0001F600\\ud83d\\ude00\\e\\_\"", "\"Aé😀😀\\u001b\u{A0}\""),
        Case("a\u{85}b", "\"a\u{85}b\""),
        Case("'it''s'", "\"it's\""), Case("a\n b\n\n c", "\"a b\\nc\""), Case("\"a\\\n  b\"", "\"ab\""),
        Case("|\n a\n  b\n", "\"a\\n b\\n\""), Case("|-\n a\n\n", "\"a\""), Case("|+\n a\n\n", "\"a\\n\\n\""),
        Case(">\n a\n b\n\n c\n", "\"a b\\nc\\n\""), Case("|1\n  a\n", "\" a\\n\""), Case("|\n", "\"\""),
        Case("\u{FEFF}a", "\"a\""), Case("", "null"), Case("# only a comment\n", "null"), Case("---\n", "null"),
    ]

    static let collections = [
        Case("a: 1\nb: NO\n", "{\"a\":1,\"b\":\"NO\"}"), Case("a: 1\r\nb:\r\n  - 2\r\n", "{\"a\":1,\"b\":[2]}"),
        Case("a: 1\rb: 2\r", "{\"a\":1,\"b\":2}"), Case("a:\n- 1\n- 2\nb:\n", "{\"a\":[1,2],\"b\":null}"),
        Case("- - 1\n  - 2\n- a: 1\n  b: 2\n", "[[1,2],{\"a\":1,\"b\":2}]"),
        Case("{a: 1, b, 'c':2}", "{\"a\":1,\"b\":null,\"c\":2}"),
        Case("[a, [b], {c: d}, e: f,]", "[\"a\",[\"b\"],{\"c\":\"d\"},{\"e\":\"f\"}]"),
        Case("? a\n: 1\n? b\n", "{\"a\":1,\"b\":null}"),
        Case("200: ok\ntrue: a\n~: b\n1.50: c\n", "{\"200\":\"ok\",\"true\":\"a\",\"~\":\"b\",\"1.50\":\"c\"}"),
        Case("<<: {a: 1}\nb: 2\n", "{\"<<\":{\"a\":1},\"b\":2}"),
        Case("a: &x [1, 2]\nb: *x\n", "{\"a\":[1,2],\"b\":[1,2]}"),
        Case("a: &x 1\nb: *x\nc: &x 2\nd: *x\n", "{\"a\":1,\"b\":1,\"c\":2,\"d\":2}"),
        Case("- &k a\n- {*k : 1}\n", "[\"a\",{\"a\":1}]"),
        Case("- &k 1\n- *k : 2\n", "[1,{\"1\":2}]"), Case("- &e\n- *e\n", "[null,null]"),
        Case("a: {\n  b: 1\n}\nc: [\n  2\n]\n", "{\"a\":{\"b\":1},\"c\":[2]}"),
        Case("a:\n  b: 'x\n  y'\n", "{\"a\":{\"b\":\"x y\"}}"),
        Case("a: b:c\nd: e#f\ng: -h\n", "{\"a\":\"b:c\",\"d\":\"e#f\",\"g\":\"-h\"}"),
        Case("a: b # c\n# d\nd: e\n", "{\"a\":\"b\",\"d\":\"e\"}"),
        Case("a: |\n  x: 1\n   # y\nb: >-\n  z\n", "{\"a\":\"x: 1\\n # y\\n\",\"b\":\"z\"}"),
        Case("%YAML 1.2\n---\na: 1\n...\n", "{\"a\":1}"), Case("--- {a: 1}\n", "{\"a\":1}"),
        Case("a:\tb\n", "{\"a\":\"b\"}"),
        Case("!!map {a: !!seq [1]}", "{\"a\":[1]}"), Case("!!set {a, b}", "{\"a\":null,\"b\":null}"),
        Case("{\"a\":[1,{\"b\":\"\\u00e9\"}]}", "{\"a\":[1,{\"b\":\"é\"}]}"),
    ]

    @Test(arguments: scalars + collections)
    func reads(_ test: Case) throws {
        let document = try Document.yaml(Array(test.yaml.utf8))
        #expect(document.root.json.text == (try Document.json(Array(test.json.utf8)).root.json.text))
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let yaml: String
        let code: SyntaxFailure.Code
        let line: Int
        let column: Int
        var testDescription: String { yaml }

        init(_ yaml: String, _ code: SyntaxFailure.Code, _ line: Int, _ column: Int) {
            (self.yaml, self.code, self.line, self.column) = (yaml, code, line, column)
        }
    }

    static let refusals = [
        Refusal("a: 1\na: 2\n", .duplicateKey, 2, 1), Refusal("{a: 1, 'a': 2}", .duplicateKey, 1, 8),
        Refusal("a: 1\n\"\\x61\": 2\n", .duplicateKey, 2, 1), Refusal("1: a\n'1': b\n", .duplicateKey, 2, 1),
        Refusal("a: *b\n", .alias, 1, 4), Refusal("&a [*a]", .alias, 1, 5), Refusal("a: &x {b: *x}\n", .alias, 1, 11),
        Refusal("*a : 1\n", .alias, 1, 1), Refusal("--- &a 1\n--- *a\n", .alias, 2, 5),
        Refusal("? [a]\n: b\n", .unrepresentable, 1, 3), Refusal("{[a]: b}", .unrepresentable, 1, 2),
        Refusal("[a]: b\n", .unrepresentable, 1, 1), Refusal("- &x [1]\n- *x : 1\n", .unrepresentable, 2, 3),
        Refusal("a: .inf\n", .unrepresentable, 1, 4), Refusal("- -.INF\n", .unrepresentable, 1, 3),
        Refusal("- .nan\n", .unrepresentable, 1, 3), Refusal("!!int a", .malformed, 1, 7),
        Refusal("!!map [a]", .malformed, 1, 7), Refusal("!!seq a", .malformed, 1, 7),
        Refusal("!x!y a", .malformed, 1, 1),
        Refusal("a:\n\tb: 1\n", .malformed, 2, 2), Refusal("a:\n  b: 1\n\tc: 2\n", .malformed, 3, 2),
        Refusal("a: 1\n b: 2\n", .malformed, 2, 3), Refusal("a:\n   b: 1\n  c: 2\n", .malformed, 3, 3),
        Refusal("a: b: c\n", .malformed, 1, 5), Refusal("a: - b\n", .malformed, 1, 4),
        Refusal("a\nb: c\n", .malformed, 2, 2),
        Refusal("a: 'b\n", .malformed, 2, 1), Refusal("a: \"\\q\"\n", .malformed, 1, 6),
        Refusal("[a, b\n", .malformed, 2, 1),
        Refusal("[a]]", .malformed, 1, 4), Refusal("{a: 1", .malformed, 1, 6), Refusal("a: @b\n", .malformed, 1, 4),
        Refusal("a: %b\n", .malformed, 1, 4), Refusal("a: \"b\" c\n", .malformed, 1, 8),
        Refusal("a: |x\n b\n", .malformed, 1, 5),
        Refusal("%YAML 2.0\n---\n", .malformed, 1, 1), Refusal("%YAML 1.2\n", .malformed, 2, 1),
        Refusal("a: 1\n---\nb: 2\n", .malformed, 3, 1), Refusal("a: \"\\ud800\"\n", .loneSurrogate, 1, 5),
        Refusal("a: \"b\nc\"\n", .malformed, 2, 1), Refusal("a: \u{7F}\n", .malformed, 1, 4),
        Refusal("a: b\u{0}c\n", .malformed, 1, 5), Refusal("é: [é, ]x\n", .malformed, 1, 9),
    ]

    @Test(arguments: refusals)
    func refuses(_ refusal: Refusal) {
        let failure = #expect(throws: SyntaxFailure.self) { try Document.yaml(Array(refusal.yaml.utf8)) }
        #expect(failure?.code == refusal.code)
        #expect(failure?.position == SourcePosition(line: refusal.line, column: refusal.column))
    }

    @Test func knowsThePlaceOfEveryValue() throws {
        let text = "# c\na: 1\n\"b\":\n  - é: x\n    'y': |\n      z\n  - [p, {q: r}]\nempty:\n"
        let root = try Document.yaml(Array(text.utf8)).root
        let places = [
            ("", 2, 1), ("/a", 2, 4), ("/b", 4, 3), ("/b/0", 4, 5), ("/b/0/é", 4, 8), ("/b/0/y", 5, 10), ("/b/1", 7, 5),
            ("/b/1/0", 7, 6), ("/b/1/1/q", 7, 13), ("/empty", 8, 7),
        ]
        for (pointer, line, column) in places {
            let way = try #require(Pointer(pointer))
            let node = try #require(root[way])
            #expect(node.position == SourcePosition(line: line, column: column), "\(pointer)")
            #expect(node.pointer.description == pointer)
        }
        #expect(root.member("b")?.key.position == SourcePosition(line: 3, column: 1))
    }

    @Test func readsEachDocumentOfAStream() throws {
        let documents = try Document.yamlStream(Array("a: 1\n--- \"x\\ty\"\n...\n---\n--- [0x10]\n".utf8))
        #expect(documents.map(\.root.json.text) == ["{\"a\":1}", "\"x\\ty\"", "null", "[16]"])
        #expect(documents.last?.root[0]?.position == SourcePosition(line: 5, column: 6))
        #expect(try Document.yamlStream([]).isEmpty)
    }

    @Test(arguments: [
        (DocumentLimits(bytes: 3), "bytes"), (DocumentLimits(depth: 1), "depth"), (DocumentLimits(nodes: 2), "nodes"),
        (DocumentLimits(stringBytes: 2), "stringBytes"), (DocumentLimits(numberBytes: 2), "numberBytes"),
    ])
    func namesTheLimit(_ limits: DocumentLimits, name: String) {
        let failure = #expect(throws: SyntaxFailure.self) {
            try Document.yaml(Array("- - abc\n  - 123\n".utf8), limits: limits)
        }
        #expect(failure?.code == .limit)
        #expect(failure?.expected.contains("limit \(name)") == true)
    }

    @Test func countsAliasesAgainstTheLimitOfDepth() {
        let limits = DocumentLimits(depth: 3)
        let text = "a: &x [[1]]\nb: [*x]\n"
        #expect(throws: SyntaxFailure.self) { try Document.yaml(Array(text.utf8), limits: limits) }
        #expect(throws: Never.self) { try Document.yaml(Array(text.utf8), limits: DocumentLimits(depth: 4)) }
    }
}
