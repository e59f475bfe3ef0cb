import OutsideSuites
import Syntax
import Testing

@Suite("canonical JSON")
struct CanonicalJSONTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let exact: String
        let ecmascript: String?
        var testDescription: String { text }

        init(_ text: String, _ exact: String, ecmascript: String?) {
            (self.text, self.exact, self.ecmascript) = (text, exact, ecmascript)
        }

        init(_ text: String, _ both: String) { self.init(text, both, ecmascript: both) }
    }

    static let cases = [
        Case("{}", "{}"),
        Case(" [ ] ", "[]"),
        Case("[[],{},[1],{\"a\":[]}]", "[[],{},[1],{\"a\":[]}]"),
        Case("{\"b\":[true,false,null],\"a\":{\"d\":1,\"c\":2}}", "{\"a\":{\"c\":2,\"d\":1},\"b\":[true,false,null]}"),
        // U+1F600 is a pair of surrogates and stands before U+FF5E, whose UTF-8 is smaller.
        Case("{\"～\":1,\"😀\":2,\"~\":3}", "{\"~\":3,\"😀\":2,\"～\":1}"),
        Case("{\"e\u{301}\":1,\"\u{E9}\":2}", "{\"e\u{301}\":1,\"\u{E9}\":2}"),
        Case("\"\\/\\u0041\\u001F\\n\"", "\"/A\\u001f\\n\""),
        Case("9007199254740993", "9007199254740993", ecmascript: "9007199254740992"),
        Case("[1.0, 10e-1, -0, 0.0, 1E+2]", "[1,1,0,0,100]"),
        Case("1e400", "1e400", ecmascript: nil),
        Case("1e21", "1e21", ecmascript: "1e+21"),
        Case("1e20", "100000000000000000000"),
        Case("1e-7", "0.0000001", ecmascript: "1e-7"),
        Case("-123456789012345678901", "-123456789012345678901", ecmascript: "-123456789012345680000"),
    ]

    @Test(arguments: cases)
    func writes(_ test: Case) throws {
        let root = try Document.json(Array(test.text.utf8)).root
        #expect(String(decoding: CanonicalJSON.bytes(of: root, numbers: .exact), as: UTF8.self) == test.exact)
        #expect(CanonicalJSON.bytes(of: root.json, numbers: .exact) == Array(test.exact.utf8))
        let rounded = try? CanonicalJSON.bytes(of: root, numbers: .ecmascript)
        #expect(rounded == test.ecmascript.map { Array($0.utf8) })
        #expect((try? CanonicalJSON.bytes(of: root.json, numbers: .ecmascript)) == rounded)
    }
}

@Suite(
    "canonical JSON: outside vectors",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct CanonicalJSONSuiteTests {
    static func cases(_ file: String) throws -> [Node] {
        let root = try Document.json(try OutsideSuites.bytes("conformance/jcs/\(file)")).root
        return Array(root["cases"]?.elements ?? root.elements)
    }

    @Test func writesTheSameOctets() throws {
        let cases = try Self.cases("canonicalize.json")
        #expect(cases.count == 47)
        for test in cases {
            let root = try Document.json(Base64.decoded(test["input_b64"]?.text ?? "")).root
            let expected = Base64.decoded(test["output_b64"]?.text ?? "")
            #expect(try CanonicalJSON.bytes(of: root, numbers: .ecmascript) == expected, "\(test["id"]?.text ?? "")")
        }
    }

    @Test func refusesWhatIsNotIJSON() throws {
        let cases = try Self.cases("reject.json")
        #expect(cases.count == 48)
        for test in cases {
            let text = Base64.decoded(test["input_b64"]?.text ?? "")
            let bytes = try? CanonicalJSON.bytes(of: CanonicalJSON.document(text).root, numbers: .ecmascript)
            #expect(bytes == nil, "\(test["id"]?.text ?? "")")
        }
    }

    @Test func writesTenThousandNumbers() throws {
        var count = 0
        for line in try OutsideSuites.lines("conformance/jcs/numbers.csv") {
            let parts = String(decoding: line, as: UTF8.self).split(separator: ",")
            let number = Double(bitPattern: try #require(UInt64(parts[0], radix: 16)))
            #expect(ECMAScriptNumbers.text(of: number) ?? "" == parts[1])
            count += 1
        }
        #expect(count == 10_000)
    }
}
