import OutsideSuites
import Syntax
import Testing

@Suite("JSON reader")
struct JSONParserTests {
    /// One failure: where and under which code.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let text: String
        let code: SyntaxFailure.Code
        let line: Int
        let column: Int
        var testDescription: String { text }
    }

    static let refusals = [
        Refusal(text: "", code: .malformed, line: 1, column: 1),
        Refusal(text: "[1,]", code: .malformed, line: 1, column: 4),
        Refusal(text: "{\"a\":1,\n \"b\"}", code: .malformed, line: 2, column: 5),
        Refusal(text: "{\"a\":1,\r\n\"a\":2}", code: .duplicateKey, line: 2, column: 1),
        Refusal(text: "{\"a\":1,\"\\u0061\":2}", code: .duplicateKey, line: 1, column: 8),
        Refusal(text: "[\"\\ud800\"]", code: .loneSurrogate, line: 1, column: 3),
        Refusal(text: "[\"\\udc00\\ud800\"]", code: .loneSurrogate, line: 1, column: 3),
        Refusal(text: "[01]", code: .malformed, line: 1, column: 3),
        Refusal(text: "[1] x", code: .malformed, line: 1, column: 5),
        Refusal(text: "[\"é\", tru]", code: .malformed, line: 1, column: 7),
    ]

    @Test(arguments: refusals)
    func refuses(_ refusal: Refusal) {
        let failure = #expect(throws: SyntaxFailure.self) { try Document.json(Array(refusal.text.utf8)) }
        #expect(failure?.code == refusal.code)
        #expect(failure?.position == SourcePosition(line: refusal.line, column: refusal.column))
    }

    @Test func refusesADuplicateAmongManyKeys() {
        let members = (0..<100).map { "\"key\($0)\":0" } + ["\"key7\":1"]
        let failure = #expect(throws: SyntaxFailure.self) {
            try Document.json(Array("{\(members.joined(separator: ","))}".utf8))
        }
        #expect(failure?.code == .duplicateKey)
        #expect(failure?.found == "\"key7\" again")
    }

    @Test func tellsComposedFromDecomposedKeys() throws {
        let root = try Document.json(Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8)).root
        #expect(root.count == 2)
        #expect(root["e\u{301}"]?.int == 2)
    }

    @Test func readsValuesAndPlaces() throws {
        let text = "{\"a\": [1, -2.50e1, \"x\\n\\u00e9\\ud83d\\ude00\"],\n \"b\": {\"c\": null, \"d\": true}}"
        let root = try Document.json(Array(text.utf8)).root
        #expect(root["a"]?[2]?.string == "x\né😀")
        #expect(root["a"]?[1]?.number == ExactNumber(-25))
        #expect(root["b"]?["d"]?.bool == true)
        #expect(root["b"]?["d"]?.pointer.description == "/b/d")
        #expect(root["b"]?["d"]?.position == SourcePosition(line: 2, column: 24))
        #expect(root[Pointer("/a/1") ?? Pointer()]?.pointer.description == "/a/1")
        #expect(root[Pointer("/a/01") ?? Pointer()] == nil)
    }

    @Test(arguments: [
        (DocumentLimits(bytes: 3), "bytes"), (DocumentLimits(depth: 1), "depth"), (DocumentLimits(nodes: 2), "nodes"),
        (DocumentLimits(stringBytes: 2), "stringBytes"), (DocumentLimits(numberBytes: 2), "numberBytes"),
    ])
    func namesTheLimit(_ limits: DocumentLimits, name: String) {
        let failure = #expect(throws: SyntaxFailure.self) {
            try Document.json(Array("[[\"abc\", 123]]".utf8), limits: limits)
        }
        #expect(failure?.code == .limit)
        #expect(failure?.expected.contains("limit \(name)") == true)
    }

    @Test func refusesDeepNestingWithoutUsingTheStack() {
        let failure = #expect(throws: SyntaxFailure.self) {
            try Document.json(Array(repeating: UInt8(ascii: "["), count: 1_000_000))
        }
        #expect(failure?.code == .limit)
    }

    @Test(.enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
    func agreesWithJSONTestSuite() throws {
        var counts: [String: Int] = [:]
        for line in try OutsideSuites.lines("conformance/json-parsing/cases.jsonl") {
            let test = try Document.json(line).root
            let isRead = (try? Document.json(try Self.data(of: test))) != nil
            let expected = test["expect"]?.string ?? ""
            counts[expected, default: 0] += 1
            guard !Self.disputed.contains(test["id"]?.string ?? "") else { continue }
            if expected == "accept" { #expect(isRead, "\(test["id"]?.string ?? "")") }
            if expected == "reject" { #expect(!isRead, "\(test["id"]?.string ?? "")") }
        }
        #expect(counts == ["accept": 95, "reject": 188, "either": 35, "transform": 22])
    }

    /// Refused although the suite accepts them: a contract in which a key stands twice has no one meaning (RFC 7493).
    static let disputed = [
        "jsontestsuite/test_parsing/y_object_duplicated_key",
        "jsontestsuite/test_parsing/y_object_duplicated_key_and_value",
    ]

    static func data(of test: Node) throws -> [UInt8] {
        let text = test["data"]?.string ?? ""
        switch test["encoding"]?.string {
        case "base64": return Base64.decoded(text)
        case "repeat":
            let once = Array(text.utf8)
            return Array(repeatElement(once, count: test["count"]?.int ?? 0).joined())
                + (test["tail"]?.string ?? "").utf8
        default: return Array(text.utf8)
        }
    }
}
