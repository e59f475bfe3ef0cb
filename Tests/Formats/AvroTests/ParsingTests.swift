import Avro
import Compatibility
import Contracts
import Syntax
import Testing

@Suite("reading of Avro schemas")
struct ParsingTests {
    /// Texts with what they are refused for: code, pointer, line and column.
    static let refused: [(String, String)] = [
        ("7", "AVRO_NOT_A_SCHEMA  1:1"),
        ("null", "AVRO_NOT_A_SCHEMA  1:1"),
        (#""Missing""#, "AVRO_TYPE_UNKNOWN  1:1"),
        ("{}", "AVRO_ATTRIBUTE_MISSING  1:1"),
        (#"{"type": ["null", "int"]}"#, "AVRO_ATTRIBUTE_TYPE /type 1:10"),
        (#"{"type": "array"}"#, "AVRO_ATTRIBUTE_MISSING  1:1"),
        (#"{"type": "map"}"#, "AVRO_ATTRIBUTE_MISSING  1:1"),
        (#"{"type": "map", "values": 3}"#, "AVRO_NOT_A_SCHEMA /values 1:27"),
        (#"[["int"]]"#, "AVRO_UNION_NESTED /0 1:2"),
        (#"["int", {"type": "int", "logicalType": "date"}]"#, "AVRO_UNION_DUPLICATE /1 1:9"),
        (
            #"[{"type": "fixed", "name": "a.F", "size": 1}, {"type": "fixed", "name": "F", "namespace": "a", "size": 1}]"#,
            "AVRO_UNION_DUPLICATE /1 1:47"
        ),
        (#"{"type": "record", "fields": []}"#, "AVRO_ATTRIBUTE_MISSING  1:1"),
        (#"{"type": "record", "name": "R"}"#, "AVRO_ATTRIBUTE_MISSING  1:1"),
        (#"{"type": "record", "name": "9R", "fields": []}"#, "AVRO_NAME /name 1:28"),
        (#"{"type": "record", "name": "long", "fields": []}"#, "AVRO_NAME_RESERVED /name 1:28"),
        (#"{"type": "record", "name": "R", "namespace": "a..b", "fields": []}"#, "AVRO_NAME /namespace 1:46"),
        (#"{"type": "record", "name": "R", "aliases": "Q", "fields": []}"#, "AVRO_ATTRIBUTE_TYPE /aliases 1:44"),
        (#"{"type": "record", "name": "R", "aliases": ["Q-1"], "fields": []}"#, "AVRO_NAME /aliases/0 1:45"),
        (
            Sketch.record(#""name": "a", "type": "int""#, #""name": "a", "type": "int""#),
            "AVRO_FIELD_DUPLICATE /fields/1/name 1:83"
        ),
        (Sketch.record(#""name": "a", "type": "int", "order": "up""#), "AVRO_ORDER /fields/0/order 1:82"),
        (Sketch.record(#""name": "a", "type": "int", "default": "1""#), "AVRO_DEFAULT /fields/0/default 1:84"),
        (
            Sketch.record(#""name": "a", "type": ["null", "int"], "default": "x""#),
            "AVRO_DEFAULT /fields/0/default 1:94"
        ),
        (#"{"type": "enum", "name": "E", "symbols": ["A", "A"]}"#, "AVRO_SYMBOL_DUPLICATE /symbols/1 1:48"),
        (#"{"type": "enum", "name": "E", "symbols": ["A-B"]}"#, "AVRO_NAME /symbols/0 1:43"),
        (#"{"type": "enum", "name": "E", "symbols": ["A"], "default": "B"}"#, "AVRO_ENUM_DEFAULT /default 1:60"),
        (#"{"type": "fixed", "name": "F", "size": -1}"#, "AVRO_FIXED_SIZE /size 1:40"),
        (#"{"type": "fixed", "name": "F", "size": 2147483648}"#, "AVRO_FIXED_SIZE /size 1:40"),
        (
            #"[{"type": "fixed", "name": "F", "size": 1}, {"type": "array", "items": {"type": "fixed", "name": "F", "size": 2}}]"#,
            "AVRO_NAME_REDEFINED /1/items 1:72"
        ),
        ("{\n  \"type\": \"map\",\n  \"values\": \"Lost\"}", "AVRO_TYPE_UNKNOWN /values 3:13"),
        (#"{"type": "int",}"#, "SYNTAX_MALFORMED  1:16"),
    ]

    @Test(arguments: refused)
    func refuses(_ text: String, _ expected: String) { #expect(Sketch.refusal(text) == expected) }

    /// Texts that are read, with their parsing canonical form.
    static let read: [(String, String)] = [
        (#"{"type": "int", "logicalType": "date"}"#, #""int""#),
        ("/* one */ [\"null\", // two\n \"string\"]", #"["null","string"]"#),
        (
            #"{"type": "fixed", "name": "a.F", "namespace": "b", "size": 007}"#,
            #"{"name":"a.F","type":"fixed","size":7}"#
        ),
        (#"{"type": "error", "name": "E", "fields": []}"#, #"{"name":"E","type":"record","fields":[]}"#),
        (
            #"{"type": "record", "name": "n.R", "fields": [{"name": "x", "type": ["null", "R"], "default": null}]}"#,
            #"{"name":"n.R","type":"record","fields":[{"name":"x","type":["null","n.R"]}]}"#
        ),
        (
            Sketch.record(
                #""name": "a", "type": "F""#,
                #""name": "b", "type": {"type": "fixed", "name": "F", "size": 1}"#
            ),
            #"{"name":"R","type":"record","fields":[{"name":"a","type":{"name":"F","type":"fixed","size":1}},{"name":"b","type":"F"}]}"#
        ),
        (
            #"{"type": "record", "name": "n.R", "fields": [{"name": "a", "type": {"type": "fixed", "name": "F", "namespace": "", "size": 1}}, {"name": "b", "type": "F"}]}"#,
            #"{"name":"n.R","type":"record","fields":[{"name":"a","type":{"name":"F","type":"fixed","size":1}},{"name":"b","type":"F"}]}"#
        ),
        (
            Sketch.record(#""name": "a", "type": "double", "default": "NaN""#),
            #"{"name":"R","type":"record","fields":[{"name":"a","type":"double"}]}"#
        ),
        ("[]", "[]"),
    ]

    @Test(arguments: read)
    func reads(_ text: String, _ form: String) throws {
        #expect(String(decoding: try Sketch.model(text).parsingForm, as: UTF8.self) == form)
    }

    /// Values as defaults of a field of a type.
    static let defaults: [(type: String, value: String, isTaken: Bool)] = [
        ("\"null\"", "null", true), ("\"null\"", "0", false), ("\"boolean\"", "false", true),
        ("\"boolean\"", "0", false),
        ("\"int\"", "-2147483648", true), ("\"int\"", "2147483648", false), ("\"int\"", "1.0", false),
        ("\"long\"", "-9223372036854775808", true), ("\"long\"", "9223372036854775808", false),
        ("\"long\"", "1e3", false),
        ("\"float\"", "1", true), ("\"float\"", "true", false), ("\"double\"", "\"one\"", false),
        ("\"string\"", "\"\"", true), ("\"bytes\"", "\"\\u00ff\"", true), ("\"bytes\"", "[1]", false),
        (#"{"type": "array", "items": "int"}"#, "[1, 2]", true),
        (#"{"type": "array", "items": "int"}"#, "[1, null]", false),
        (#"{"type": "map", "values": "int"}"#, #"{"a": 1}"#, true), (#"{"type": "map", "values": "int"}"#, "[]", false),
        (#"["int", "null"]"#, "null", true), (#"["int", "null"]"#, "\"x\"", false),
        (#"{"type": "record", "name": "I", "fields": [{"name": "i", "type": "int"}]}"#, "{}", false),
        (#"{"type": "record", "name": "I", "fields": [{"name": "i", "type": "int", "default": 1}]}"#, "{}", true),
        (#"{"type": "record", "name": "I", "fields": [{"name": "i", "type": "int"}]}"#, #"{"i": 1}"#, true),
        (#""R""#, "{}", true),
    ]

    @Test(arguments: defaults)
    func judgesDefaults(_ type: String, _ value: String, _ isTaken: Bool) {
        let text = Sketch.record("\"name\": \"a\", \"type\": \(type), \"default\": \(value)")
        #expect((Sketch.refusal(text) == nil) == isTaken)
    }

    /// Texts that are read with a remark, and how many there are.
    static let remarked: [(String, [String])] = [
        (#"{"type": "string", "logicalType": "uuid"}"#, []),
        (#"{"type": "long", "logicalType": "local-timestamp-nanos"}"#, []),
        (#"{"type": "bytes", "logicalType": "decimal", "precision": 4, "scale": 4}"#, []),
        (
            #"{"type": "bytes", "logicalType": "decimal", "precision": 4, "scale": 5}"#,
            ["AVRO_LOGICAL_TYPE /logicalType"]
        ),
        (#"{"type": "bytes", "logicalType": "decimal"}"#, ["AVRO_LOGICAL_TYPE /logicalType"]),
        (#"{"type": "fixed", "name": "F", "size": 2, "logicalType": "decimal", "precision": 4}"#, []),
        (
            #"{"type": "fixed", "name": "F", "size": 2, "logicalType": "decimal", "precision": 5}"#,
            ["AVRO_LOGICAL_TYPE /logicalType"]
        ),
        (#"{"type": "int", "logicalType": "timestamp-millis"}"#, ["AVRO_LOGICAL_TYPE /logicalType"]),
        (#"{"type": "int", "logicalType": "week"}"#, ["AVRO_LOGICAL_TYPE /logicalType"]),
        (#"{"type": "record", "name": "R", "doc": 1, "fields": []}"#, ["AVRO_ATTRIBUTE_TYPE /doc"]),
        (#"{"type": "record", "name": "Größe", "fields": []}"#, ["AVRO_NAME /name"]),
        (#"{"type": "enum", "name": "E", "symbols": ["A"], "default": 1}"#, ["AVRO_ENUM_DEFAULT /default"]),
        (
            Sketch.record(#""name": "a", "type": {"type": "enum", "name": "E", "symbols": ["A"]}, "default": "B""#),
            ["AVRO_DEFAULT /fields/0/default"]
        ),
    ]

    @Test(arguments: remarked)
    func remarks(_ text: String, _ expected: [String]) throws {
        let remarks = Sketch.format.remarks(on: try Sketch.model(text))
        #expect(remarks.map { "\($0.code) \($0.place.pointer)" } == expected)
    }

    /// What is remarked is told where it is new, and backward only.
    @Test(arguments: [
        (#""fields": []"#, #""fields": [], "doc": 1"#, ["info /doc: 'doc' is a string; this one is ignored"]),
        (#""fields": [], "doc": 1"#, #""fields": [], "doc": 1"#, []),
        (#""fields": [], "doc": 1"#, #""fields": [], "doc": 1, "aliases": ["Q"]"#, []),
        (#""fields": [], "doc": 1"#, #""fields": []"#, []),
    ])
    func tellsRemarks(_ old: String, _ new: String, _ told: [String]) throws {
        func violations(_ direction: Direction) throws -> [Finding] {
            let texts = [old, new].map { #"{"type": "record", "name": "R", \#($0)}"# }
            return try Sketch.findings(texts[0], texts[1], direction).filter { $0.rule == "specification-violated" }
        }
        #expect(try violations(.backward).map { "\($0.severity.rawValue) \($0.address): \($0.message)" } == told)
        #expect(try violations(.forward) == [])
    }

    /// The text that is read of a value in another document: what a string says, but of a lone name.
    @Test(arguments: [
        (#""int""#, #""int""#), (#""billing.Invoice""#, #""billing.Invoice""#), (#""null""#, #""null""#),
        (#""Größe_1""#, #""Größe_1""#), (#""""#, ""), (#""1a""#, "1a"), (#""a b""#, "a b"), (#""\"int\"""#, #""int""#),
        (#""{\"type\": \"int\"}""#, #"{"type": "int"}"#), (#"{"type":"int"}"#, #"{"type":"int"}"#),
        (#"["null"]"#, #"["null"]"#), ("null", "null"),
    ])
    func readsEmbedded(_ value: String, _ text: String) throws {
        let node = try Document.json(Array(value.utf8)).root
        #expect(String(decoding: AvroFormat.text(embedded: node), as: UTF8.self) == text)
    }

    @Test(arguments: [
        (#"{"type": "record", "name": "R", "fields": []}"#, true), (#"{"type": "map", "values": "int"}"#, true),
        (#"["null", {"type": "array", "items": "string"}]"#, true), (#"{"type": "object"}"#, false),
        (#"{"type": "array", "items": {"type": "string"}}"#, false), ("[]", false), ("{", false), (#""int""#, false),
    ])
    func recognises(_ text: String, _ isAvro: Bool) {
        #expect(AvroFormat.recognises(ContractSource(Array(text.utf8))) == isAvro)
    }
}
