import Avro
import Compatibility
import Contracts
import Syntax
import Testing

@Suite("comparison of Avro schemas")
struct ComparisonTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let old: String
        let new: String
        /// Rule and address of what breaks backward or is quiet, and of what breaks forward.
        let backward: [String]
        var forward: [String] = []

        var testDescription: String { why }
    }

    private static func record(_ fields: String...) -> String {
        #"{"type": "record", "name": "R", "fields": ["# + fields.map { "{\($0)}" }.joined(separator: ", ") + "]}"
    }

    private static func enumeration(_ symbols: String, _ rest: String = "") -> String {
        let list = symbols.map { "\"\($0)\"" }.joined(separator: ", ")
        return #"{"type": "enum", "name": "E", "symbols": [\#(list)]\#(rest)}"#
    }

    static let breaking: [Case] = [
        Case(
            why: "a primitive becomes another",
            old: #""int""#,
            new: #""string""#,
            backward: ["TYPE_MISMATCH "],
            forward: ["TYPE_MISMATCH "]
        ),
        Case(
            why: "int is promoted to long",
            old: #""int""#,
            new: #""long""#,
            backward: [],
            forward: ["TYPE_MISMATCH "]
        ),
        Case(
            why: "a field without default is added",
            old: record(),
            new: record(#""name": "a", "type": "int""#),
            backward: ["READER_FIELD_MISSING_DEFAULT_VALUE /a"]
        ),
        Case(
            why: "a field without default is removed",
            old: record(#""name": "a", "type": "int""#),
            new: record(),
            backward: [],
            forward: ["READER_FIELD_MISSING_DEFAULT_VALUE /a"]
        ),
        Case(
            why: "a record has another name",
            old: record(),
            new: #"{"type": "record", "name": "Q", "fields": []}"#,
            backward: ["NAME_MISMATCH "],
            forward: ["NAME_MISMATCH "]
        ),
        Case(
            why: "an alias bridges a new name one way",
            old: record(),
            new: #"{"type": "record", "name": "Q", "fields": [], "aliases": ["R"]}"#,
            backward: ["TYPE_RENAMED "],
            forward: ["NAME_MISMATCH "]
        ),
        Case(
            why: "a fixed type grows",
            old: #"{"type": "fixed", "name": "F", "size": 1}"#,
            new: #"{"type": "fixed", "name": "F", "size": 2}"#,
            backward: ["FIXED_SIZE_MISMATCH "],
            forward: ["FIXED_SIZE_MISMATCH "]
        ),
        Case(
            why: "a symbol is removed",
            old: enumeration("AB"),
            new: enumeration("A"),
            backward: ["MISSING_ENUM_SYMBOLS "]
        ),
        Case(
            why: "a symbol is removed from an enum with default",
            old: enumeration("AB", #", "default": "A""#),
            new: enumeration("A", #", "default": "A""#),
            backward: ["ENUM_SYMBOLS_REMOVED "]
        ),
        Case(
            why: "a branch is removed",
            old: #"["null", "int"]"#,
            new: #"["null"]"#,
            backward: ["MISSING_UNION_BRANCH "]
        ),
        Case(
            why: "a branch is added",
            old: #"["null"]"#,
            new: #"["null", "int"]"#,
            backward: [],
            forward: ["MISSING_UNION_BRANCH "]
        ),
        Case(
            why: "a value becomes nullable",
            old: #""int""#,
            new: #"["null", "int"]"#,
            backward: [],
            forward: ["TYPE_MISMATCH "]
        ),
        Case(
            why: "an element of a map of arrays",
            old: #"{"type": "map", "values": {"type": "array", "items": "long"}}"#,
            new: #"{"type": "map", "values": {"type": "array", "items": "int"}}"#,
            backward: ["TYPE_MISMATCH /*/*"]
        ),
        Case(
            why: "a record in a union is no longer readable",
            old: #"["null", \#(record(#""name": "a", "type": "int""#))]"#,
            new: #"["null", \#(record(#""name": "a", "type": "boolean""#))]"#,
            backward: ["MISSING_UNION_BRANCH "],
            forward: ["MISSING_UNION_BRANCH "]
        ),
        Case(
            why: "a shared record is told once",
            old: record(
                #""name": "a", "type": {"type": "record", "name": "S", "fields": [{"name": "x", "type": "int"}]}"#,
                #""name": "b", "type": "S""#
            ),
            new: record(
                #""name": "a", "type": {"type": "record", "name": "S", "fields": [{"name": "x", "type": "string"}]}"#,
                #""name": "b", "type": "S""#
            ),
            backward: ["TYPE_MISMATCH /a/x +/b/x"],
            forward: ["TYPE_MISMATCH /a/x +/b/x"]
        ),
        Case(
            why: "records that hold themselves",
            old: record(#""name": "v", "type": "int""#, #""name": "next", "type": ["null", "R"]"#),
            new: record(#""name": "v", "type": "string""#, #""name": "next", "type": ["null", "R"]"#),
            backward: ["TYPE_MISMATCH /v", "MISSING_UNION_BRANCH /next"],
            forward: ["TYPE_MISMATCH /v", "MISSING_UNION_BRANCH /next"]
        ),
    ]

    static let quiet: [Case] = [
        Case(why: "nothing changes", old: record(), new: record(), backward: []),
        Case(
            why: "namespaces do not count",
            old: record(),
            new: #"{"type": "record", "name": "n.R", "fields": []}"#,
            backward: ["NAMESPACE_CHANGED "]
        ),
        Case(
            why: "a field with default is added",
            old: record(),
            new: record(#""name": "a", "type": "int", "default": 1"#),
            backward: ["FIELD_ADDED /a"]
        ),
        Case(
            why: "a field with default is removed",
            old: record(#""name": "a", "type": "int", "default": 1"#),
            new: record(),
            backward: ["FIELD_REMOVED /a"]
        ),
        Case(
            why: "a default is added",
            old: record(#""name": "a", "type": "int""#),
            new: record(#""name": "a", "type": "int", "default": 1"#),
            backward: ["DEFAULT_ADDED /a"]
        ),
        Case(
            why: "a default is removed",
            old: record(#""name": "a", "type": "int", "default": 1"#),
            new: record(#""name": "a", "type": "int""#),
            backward: ["DEFAULT_REMOVED /a"]
        ),
        Case(
            why: "a default changes",
            old: record(#""name": "a", "type": "int", "default": 1"#),
            new: record(#""name": "a", "type": "int", "default": 2"#),
            backward: ["DEFAULT_CHANGED /a"]
        ),
        Case(
            why: "order, text and aliases change",
            old: record(#""name": "a", "type": "int", "aliases": ["z"]"#),
            new: record(#""name": "a", "type": "int", "order": "ignore", "doc": "d", "aliases": ["y"]"#),
            backward: ["SORT_ORDER_CHANGED /a", "DOC_CHANGED /a", "ALIASES_ADDED /a", "ALIASES_REMOVED /a"]
        ),
        Case(
            why: "fields change places",
            old: record(#""name": "a", "type": "int""#, #""name": "b", "type": "int""#),
            new: record(#""name": "b", "type": "int""#, #""name": "a", "type": "int""#),
            backward: ["FIELDS_REORDERED "]
        ),
        Case(
            why: "a field is renamed",
            old: record(#""name": "a", "type": "int""#),
            new: record(#""name": "b", "type": "int", "aliases": ["a"]"#),
            backward: ["FIELD_RENAMED /b"],
            forward: ["READER_FIELD_MISSING_DEFAULT_VALUE /a"]
        ),
        Case(
            why: "a symbol is added to an enum with default",
            old: enumeration("A", #", "default": "A""#),
            new: enumeration("AB", #", "default": "B""#),
            backward: ["ENUM_SYMBOLS_ADDED ", "ENUM_DEFAULT_CHANGED "]
        ),
        Case(
            why: "symbols change places",
            old: enumeration("AB"),
            new: enumeration("BA"),
            backward: ["ENUM_SYMBOLS_REORDERED "]
        ),
        Case(
            why: "branches change places",
            old: #"["null", "int"]"#,
            new: #"["int", "null"]"#,
            backward: ["UNION_BRANCHES_REORDERED "]
        ),
        Case(why: "text becomes bytes", old: #""string""#, new: #""bytes""#, backward: ["STRING_BYTES_CHANGED "]),
        Case(
            why: "long becomes double",
            old: #""long""#,
            new: #""double""#,
            backward: ["PROMOTION_LOSES_PRECISION "],
            forward: ["TYPE_MISMATCH "]
        ),
        Case(
            why: "a scale changes",
            old: record(
                #""name": "a", "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}"#
            ),
            new: record(
                #""name": "a", "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 4}"#
            ),
            backward: ["LOGICAL_TYPE_CHANGED /a"]
        ),
    ]

    @Test(arguments: breaking + quiet)
    func finds(_ test: Case) throws {
        #expect(Self.lines(try Sketch.findings(test.old, test.new)) == test.backward)
        #expect(Self.lines(try Sketch.findings(test.old, test.new, .forward)) == test.forward)
    }

    private static func lines(_ findings: [Finding]) -> [String] {
        findings.map { (["\($0.rule) \($0.path)"] + $0.reaches.map { "+\($0)" }).joined(separator: " ") }
    }

    @Test func placesAreThoseOfBothTexts() throws {
        let old =
            "{\"type\": \"record\", \"name\": \"R\", \"fields\": [\n {\"name\": \"a\", \"type\": [\"null\", \"long\"]}]}"
        let new = "{\"type\": \"record\", \"name\": \"R\", \"fields\": [\n\n  {\"name\": \"a\", \"type\": [\"null\"]}]}"
        let finding = try #require(try Sketch.findings(old, new).first)
        #expect(
            finding.old?.pointer == "/fields/0/type/1" && finding.old?.position == SourcePosition(line: 2, column: 33)
        )
        #expect(
            finding.new?.pointer == "/fields/0/type" && finding.new?.position == SourcePosition(line: 3, column: 25)
        )
        #expect(finding.direction == .backward && finding.severity == .error)
    }

    /// The largest raise that a change asks for.
    static let bumps: [(String, String, Bump)] = [
        (record(), record(#""name": "a", "type": "int""#), .major),
        (record(#""name": "a", "type": "int""#), record(#""name": "a", "type": "long""#), .minor),
        (record(), record(#""name": "a", "type": "int", "default": 1"#), .patch),
        (record(), record(), .none),
    ]

    @Test(arguments: bumps)
    func bumpsTellTheTruth(_ old: String, _ new: String, _ bump: Bump) throws {
        let comparison = Sketch.format.compare(try Sketch.model(old), try Sketch.model(new), mode: .full)
        #expect(comparison.bump == bump)
    }

    @Test func eachRuleIsShown() {
        let lines = (Self.breaking + Self.quiet).flatMap { $0.backward + $0.forward }
        let shown = Set(lines.map { String($0.prefix { $0 != " " }) })
        #expect(AvroRule.allCases.map(\.rawValue).filter { !shown.contains($0) } == [])
    }
}
