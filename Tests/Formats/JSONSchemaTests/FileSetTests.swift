import Compatibility
import Contracts
import JSONSchema
import Syntax
import Testing

@Suite("schemas in several files")
struct FileSetTests {
    private static let format = JSONSchemaFormat()

    private static func source(_ files: [String: String]) -> ContractSource {
        FileSet(files.map { FileSet.File($0.key, Array($0.value.utf8)) }).source
    }

    private static func model(_ files: [String: String]) throws(ContractFailure) -> SchemaDocument {
        try format.parse(source(files), library: ReferenceLibrary())
    }

    private static func told(
        _ old: [String: String],
        _ new: [String: String],
        _ direction: Direction = .backward
    ) throws -> [String] {
        let (before, after) = (try model(old), try model(new))
        return format.findings(from: before, to: after, breaking: direction, options: .init()).map { finding in
            let place = finding.new ?? finding.old
            let position = place.map { "\($0.file ?? ""):\($0.position.line) \($0.pointer)" } ?? ""
            return "\(finding.rule) \(finding.operation ?? "-") \(finding.path) \(position)"
        }
    }

    /// An invoice whose lines are in another file, with a type in a third one.
    private static func invoice(_ type: String, line: String = "../common/line.json") -> [String: String] {
        [
            "billing/invoice.json":
                #"{"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {"lines": {"items": {"$ref": "\#(line)"}}}}"#,
            "common/line.json": "{\"properties\": {\n\"amount\": {\"$ref\": \"types.yaml#/$defs/amount\"}}}",
            "common/types.yaml": "$defs:\n  amount:\n    type: \(type)",
            "README.md": "no schema",
        ]
    }

    /// Schemas that name themselves, and lead to one another by these names.
    private static func named(_ type: String, _ reference: String) -> [String: String] {
        [
            "a.json":
                #"{"$id": "https://example.org/schemas/a", "type": "object", "properties": {"b": {"$ref": "\#(reference)"}}}"#,
            "b.json": "{\"$id\": \"https://example.org/schemas/b\",\n\"$anchor\": \"top\", \"type\": \"\(type)\"}",
        ]
    }

    static let changes: [(why: String, old: [String: String], new: [String: String], told: [String])] = [
        ("nothing", invoice("number"), invoice("number"), []),
        (
            "a type two files away", invoice("number"), invoice("integer"),
            ["TYPE_NARROWED - /lines/*/amount common/types.yaml:3 /$defs/amount/type"]
        ),
        (
            "by names that files give themselves", named("number", "b"),
            named("integer", "https://example.org/schemas/b"),
            ["TYPE_NARROWED - /b b.json:2 /type"]
        ),
        (
            "by path, though the file has a name", named("number", "b.json"), named("integer", "b#top"),
            ["TYPE_NARROWED - /b b.json:2 /type"]
        ),
        (
            "one file became two", ["x.json": #"{"properties": {"a": {"type": "string"}}}"#],
            ["y.json": #"{"properties": {"a": {"$ref": "z.json"}}}"#, "z.json": #"{"type": "string"}"#], []
        ),
        (
            "schemas by themselves are compared by path",
            ["a.json": #"{"type": "string"}"#, "b.json": #"{"type": "number"}"#],
            ["a.json": #"{"type": "number"}"#, "b.json": #"{"type": "number"}"#],
            ["TYPE_CHANGED a.json  a.json:1 /type"]
        ),
        (
            "a file that another one leads to now is still compared",
            ["a.json": "{}", "b.json": #"{"type": "number"}"#],
            ["a.json": "{}", "b.json": #"{"type": "integer"}"#, "c.json": #"{"$ref": "b.json"}"#],
            ["TYPE_NARROWED b.json  b.json:1 /type"]
        ),
        (
            "a schema that is gone", ["a.json": "{}", "b.json": "{}"], ["a.json": "{}", "c.json": "{}"],
            ["SCHEMA_FILE_REMOVED b.json  b.json:1 "]
        ),
        (
            "files that lead to one another in a circle",
            ["a.json": #"{"items": {"$ref": "b.json"}}"#, "b.json": #"{"items": {"$ref": "a.json"}, "maxItems": 2}"#],
            ["a.json": #"{"items": {"$ref": "b.json"}}"#, "b.json": #"{"items": {"$ref": "a.json"}, "maxItems": 1}"#],
            ["MAX_ITEMS_DECREASED - /* b.json:1 /maxItems"]
        ),
    ]

    @Test(arguments: changes)
    func compares(_ why: String, _ old: [String: String], _ new: [String: String], _ told: [String]) throws {
        #expect(try Self.told(old, new) == told, Comment(rawValue: why))
        #expect(try Self.told(new, new) == [])
        #expect(try Self.told(new, new, .forward) == [])
    }

    @Test("what is added breaks the other direction")
    func tellsAdditions() throws {
        let (old, new) = (["a.json": "{}", "b.json": "{}"], ["a.json": "{}", "b.json": "{}", "c.json": "{}"])
        #expect(try Self.told(old, new) == [])
        #expect(try Self.told(old, new, .forward) == ["SCHEMA_FILE_ADDED c.json  c.json:1 "])
    }

    static let refusals: [(file: String, text: String, failure: String)] = [
        (
            "common/line.json", #"{"$ref": "lost.json"}"#,
            "REFERENCE_UNRESOLVED common/line.json, line 1, column 10 (/$ref): 'lost.json' is no file of the set and no registered contract, and nothing else is opened"
        ),
        (
            "common/line.json", #"{"$ref": "../../common/types.yaml"}"#,
            "REFERENCE_UNRESOLVED common/line.json, line 1, column 10 (/$ref): '../../common/types.yaml' leads out of the set of files, and nothing outside of it is opened"
        ),
        (
            "common/types.yaml", "$defs: {amount: {type: 7}}",
            "SCHEMA_KEYWORD_TYPE common/types.yaml, line 1, column 24 (/$defs/amount/type)"
        ),
        ("common/types.yaml", "$defs: {", "SYNTAX_"),
        (
            "common/types.yaml", "$id: ../billing/invoice.json\n$defs: {amount: {type: number}}",
            "SCHEMA_DUPLICATE_ID common/types.yaml, line 1, column 6 (/$id): 'billing/invoice.json' also names the schema at billing/invoice.json, line 1, column 1; give each file a name of its own"
        ),
    ]

    @Test(arguments: refusals)
    func refuses(_ file: String, _ text: String, _ failure: String) {
        var files = Self.invoice("number")
        files[file] = text
        do throws(ContractFailure) {
            _ = try Self.model(files)
            Issue.record("the set was read")
        } catch { #expect("\(error.code) \(error)".hasPrefix(failure)) }
    }

    /// Where each file calls itself something; nil where the set is read.
    static let names: [(a: String, b: String, failure: String?)] = [
        (#"{"$id": "http://e.example/a"}"#, #"{"$id": "http://e.example/b"}"#, nil),
        (
            #"{"$id": "http://e.example/a"}"#, #"{"type": "object", "$id": "http://e.example/a#"}"#,
            "SCHEMA_DUPLICATE_ID b.json, line 1, column 27 (/$id): 'http://e.example/a' also names the schema at a.json, line 1, column 9 (/$id); give each file a name of its own"
        ),
        (
            #"{"$schema": "http://json-schema.org/draft-04/schema#", "id": "c"}"#, #"{"$id": "c"}"#,
            "SCHEMA_DUPLICATE_ID b.json, line 1, column 9 (/$id): 'c' also names the schema at a.json, line 1, column 62 (/id); give each file a name of its own"
        ),
        // In draft 4 it is an annotation, beside a reference it is nothing, and in data it is data.
        (#"{"$schema": "http://json-schema.org/draft-04/schema#", "$id": "c"}"#, #"{"$id": "c"}"#, nil),
        (
            ##"{"$schema": "http://json-schema.org/draft-07/schema#", "$id": "c", "$ref": "#/definitions/d", "definitions": {"d": {}}}"##,
            #"{"$id": "c"}"#, nil
        ),
        (#"{"const": {"$id": "c"}}"#, #"{"$id": "c"}"#, nil),
        // A copy inside of another schema, as bundles have it, is not the file.
        (#"{"$id": "c"}"#, #"{"$id": "d", "$defs": {"c": {"$id": "c"}}}"#, nil),
        (#"{"$id": ""}"#, "{}", nil), ("{}", "{}", nil), ("true", "true", nil),
    ]

    @Test(arguments: names)
    func refusesNamesTwice(_ a: String, _ b: String, _ failure: String?) {
        do throws(ContractFailure) {
            _ = try Self.model(["a.json": a, "b.json": b])
            #expect(failure == nil)
        } catch { #expect("\(error.code) \(error)" == failure) }
    }

    @Test("a set is recognised where it has a schema and no document of another kind")
    func recognises() {
        var files = Self.invoice("number")
        #expect(JSONSchemaFormat.recognises(Self.source(files)))
        files["api.yaml"] = "openapi: 3.1.0"
        #expect(!JSONSchemaFormat.recognises(Self.source(files)))
        #expect(!JSONSchemaFormat.recognises(Self.source(["a.json": "{}", "b.json": "[]"])))
    }

    @Test("the normalised form is that of all files")
    func normalises() throws {
        var other = Self.invoice("number")
        other["common/types.yaml"] = #"{"$defs": {"amount": {"type": "number"}}}"#
        let form = Self.format.canonicalForm(of: try Self.model(Self.invoice("number")))
        #expect(Self.format.canonicalForm(of: try Self.model(other)) == form)
        #expect(Self.format.canonicalForm(of: try Self.model(Self.invoice("integer"))) != form)
        #expect(
            Self.format.shape(of: try Self.model(other)).fields.map(\.address) == [
                "/lines", "/lines/*", "/lines/*/amount",
            ]
        )
    }
}
