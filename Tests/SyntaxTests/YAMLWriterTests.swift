import OutsideSuites
import Syntax
import Testing

@Suite("YAML writer")
struct YAMLWriterTests {
    /// A value as JSON, and its YAML.
    struct Case: Sendable, CustomTestStringConvertible {
        let json: String
        let yaml: String
        var testDescription: String { json }

        init(_ json: String, _ yaml: String) { (self.json, self.yaml) = (json, yaml) }
    }

    static let collections = [
        Case("{}", "{}\n"),
        Case("[]", "[]\n"),
        Case("[1,\"a\",null,true]", "- 1\n- a\n- null\n- true\n"),
        Case("[[1,2],[[3]],[]]", "- - 1\n  - 2\n- - - 3\n- []\n"),
        Case("{\"a\":{\"b\":[{\"c\":1,\"d\":{}}]}}", "a:\n  b:\n    - c: 1\n      d: {}\n"),
        Case("[{\"a\":[1],\"b\":2}]", "- a:\n    - 1\n  b: 2\n"),
        Case("1e-30", "1.0e-30\n"),
        Case("-1.5e300", "-1.5e+300\n"),
        Case("12.50", "12.5\n"),
    ]

    /// Strings, as JSON without the quotes, and what they are written as.
    static let strings = [
        Case("a b", "a b"), Case("é 😀", "é 😀"), Case("http://a/b#c", "http://a/b#c"), Case("a, [b] {c}", "a, [b] {c}"),
        Case("2024-02-30", "2024-02-30"), Case("1.2.3", "1.2.3"), Case("-x", "-x"), Case("it's", "it's"),
        Case("nothing", "nothing"), Case("Norway", "Norway"), Case("0xZZ", "0xZZ"), Case("a\\\\b", "a\\b"),
        Case("", "\"\""), Case(" a", "\" a\""), Case("a ", "\"a \""), Case("a: b", "\"a: b\""), Case("a:", "\"a:\""),
        Case("a #b", "\"a #b\""), Case("#a", "\"#a\""), Case("- a", "\"- a\""), Case("-", "\"-\""), Case("?", "\"?\""),
        Case("---", "\"---\""), Case("...", "\"...\""), Case("[a", "\"[a\""), Case("{a", "\"{a\""),
        Case("&a", "\"&a\""),
        Case("*a", "\"*a\""), Case("!a", "\"!a\""), Case("|", "\"|\""), Case(">", "\">\""), Case("'a", "\"'a\""),
        Case("%a", "\"%a\""), Case("@a", "\"@a\""), Case("`a", "\"`a\""), Case("a\\tb", "\"a\\tb\""),
        Case("null", "\"null\""), Case("Null", "\"Null\""), Case("~", "\"~\""), Case("true", "\"true\""),
        Case("1", "\"1\""), Case("012", "\"012\""), Case("1e3", "\"1e3\""), Case(".5", "\".5\""),
        Case("0x1F", "\"0x1F\""),
        Case(".inf", "\".inf\""), Case("NO", "\"NO\""), Case("y", "\"y\""), Case("On", "\"On\""),
        Case("off", "\"off\""),
        Case("1_000", "\"1_000\""), Case("12:30", "\"12:30\""), Case("0b11", "\"0b11\""), Case("<<", "\"<<\""),
        Case("=", "\"=\""), Case("a\\u0085b", "\"a\\u0085b\""), Case("\\uFEFFa", "\"\\ufeffa\""),
        Case("\\n", "\"\\n\""),
        Case("a\\u0000b", "\"a\\u0000b\""), Case("a\\r\\nb", "\"a\\r\\nb\""),
        Case("a\\nb", "|-\n  a\n  b"), Case("a\\n\\n b\\n", "|\n  a\n\n   b"), Case("a\\nb\\n\\n", "|+\n  a\n  b\n"),
        Case(" a\\nb", "|2-\n   a\n  b"), Case("\\na", "|2-\n\n  a"),
    ]

    @Test(arguments: collections)
    func writes(_ test: Case) throws {
        let root = try Document.json(Array(test.json.utf8)).root
        #expect(String(decoding: YAMLWriter.bytes(of: root), as: UTF8.self) == test.yaml)
    }

    @Test(arguments: strings)
    func quotesExactlyWhatMustBe(_ test: Case) throws {
        let root = try Document.json(Array("{\"k\":\"\(test.json)\"}".utf8)).root
        let yaml = YAMLWriter.bytes(of: root)
        #expect(String(decoding: yaml, as: UTF8.self) == "k: \(test.yaml)\n")
        #expect(try Document.yaml(yaml).root.json == root.json)
    }

    @Test(arguments: strings)
    func readsBackKeysItemsAndRoots(_ test: Case) throws {
        for json in [
            "{\"\(test.json)\":{\"\(test.json)\":1}}", "[[\"\(test.json)\",\"\(test.json)\"]]", "\"\(test.json)\"",
        ] {
            let root = try Document.json(Array(json.utf8)).root
            #expect(try Document.yaml(YAMLWriter.bytes(of: root)).root.json == root.json, "\(json)")
        }
    }

    @Test func putsLongKeysBehindAQuestionMark() throws {
        let key = String(repeating: "k", count: 1025)
        let yaml = YAMLWriter.bytes(of: ["a": .object([JSON.Member(key, ["b": [1]])])])
        #expect(yaml.starts(with: "a:\n  ? kkk".utf8))
        #expect(try Document.yaml(yaml).root["a"]?[key]?["b"]?[0]?.int == 1)
    }

    @Test(.enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
    func readsBackTheSuites() throws {
        var count = 0
        for test in try YAMLSuiteTests.cases() where test["error"]?.bool == false {
            guard let documents = try? Document.yamlStream(Array((test["in"]?.text ?? "").utf8)) else { continue }
            for document in documents {
                let yaml = YAMLWriter.bytes(of: document.root)
                #expect(try Document.yaml(yaml).root.json == document.root.json, "\(test["id"]?.text ?? "")")
                count += 1
            }
        }
        for line in try OutsideSuites.lines("conformance/json-parsing/cases.jsonl") {
            let text = try JSONParserTests.data(of: Document.json(line).root)
            guard let document = try? Document.json(text) else { continue }
            #expect(try Document.yaml(YAMLWriter.bytes(of: document.root)).root.json == document.root.json)
            count += 1
        }
        #expect(count == 435)
    }
}
