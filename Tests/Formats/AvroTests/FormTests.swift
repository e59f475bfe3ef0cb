import Avro
import Compatibility
import Contracts
import Syntax
import Testing

@Suite("forms of Avro schemas")
struct FormTests {
    /// Texts that have the same content, or not.
    static let forms: [(String, String, isSame: Bool)] = [
        (#"{"type": "int"}"#, #""int""#, true),
        (
            #"{"type": "record", "name": "R", "namespace": "n", "fields": [{"name": "a", "type": "R"}]}"#,
            #"{"fields": [{"type": {"type": "n.R"}, "name": "a"}], "name": "n.R", "type": "record"}"#, true
        ),
        (#"{"type": "map", "values": "int", "x": 1.0}"#, #"{"x": 1, "values": {"type": "int"}, "type": "map"}"#, true),
        (
            #"{"type": "fixed", "name": "n.F", "size": 1, "aliases": ["A", "m.B"]}"#,
            #"{"type": "fixed", "name": "n.F", "size": 01, "aliases": ["m.B", "n.A", "n.A"]}"#, true
        ),
        (
            Sketch.record(#""name": "a", "type": "int", "order": "ascending""#),
            Sketch.record(#""name": "a", "type": "int""#), true
        ),
        (#"{"type": "long", "logicalType": "timestamp-millis"}"#, #""long""#, false),
        (
            Sketch.record(#""name": "a", "type": "int", "default": 1"#),
            Sketch.record(#""name": "a", "type": "int", "default": 2"#), false
        ),
        (
            #"{"type": "record", "name": "R", "fields": [], "doc": "a"}"#,
            #"{"type": "record", "name": "R", "fields": []}"#, false
        ),
        (#"{"type": "error", "name": "R", "fields": []}"#, #"{"type": "record", "name": "R", "fields": []}"#, false),
        (#"["int", "null"]"#, #"["null", "int"]"#, false),
    ]

    @Test(arguments: forms)
    func formDoesNotCount(_ one: String, _ other: String, _ isSame: Bool) throws {
        let texts = try [one, other].map { Sketch.format.canonicalForm(of: try Sketch.model($0)) }
        #expect((texts[0] == texts[1]) == isSame)
    }

    @Test func fingerprintsAreThoseOfTheCanonicalForm() throws {
        let model = try Sketch.model(#"{"type": "int"}"#)
        #expect(model.rabinFingerprint == 0x7275_d51a_3f39_5c8f)
        #expect(model.sha256Fingerprint.prefix(4) == [0x3f, 0x2b, 0x87, 0xa9])
    }

    @Test func shapeListsFields() throws {
        let text = """
            {"type": "record", "name": "Invoice", "fields": [
             {"name": "id", "type": "string", "x-class": "PII", "x-entity": "Client.id"},
             {"name": "status", "type": {"type": "enum", "name": "S", "symbols": ["A", "B"]}, "default": "A"},
             {"name": "total", "type": {"type": "bytes", "logicalType": "decimal", "precision": 18, "scale": 4}},
             {"name": "lines", "type": {"type": "array", "items": {"type": "record", "name": "Line", "fields": [
              {"name": "tax", "type": ["null", "double"]}, {"name": "sub", "type": ["null", "Line"]}]}}}]}
            """
        let fields = Sketch.format.shape(of: try Sketch.model(text)).fields
        #expect(
            fields.map { "\($0.address) \($0.type) \($0.isRequired)" } == [
                "/id string true", "/status enum false", "/total bytes decimal(18,4) true", "/lines array true",
                "/lines/* record false", "/lines/*/tax null|double false", "/lines/*/sub null|record false",
            ]
        )
        #expect(fields[0].sensitivity == "PII" && fields[0].entity == "Client.id")
        #expect(fields[1].values == ["\"A\"", "\"B\""])
    }

    @Test func typesOfRegisteredContractsAreFound() throws {
        let text = #"""
            {"type": "record", "name": "Line", "references": ["canon:billing.money@1"],
             "fields": [{"name": "net", "type": "billing.Money"}]}
            """#
        let reference = "canon:billing.money@1"
        #expect(try Sketch.format.references(in: ContractSource(Array(text.utf8))) == [reference])
        #expect(Sketch.refusal(text) == "REFERENCE_UNRESOLVED /references/0 1:51")
        let models = try ["long", "string"].map { type in
            let money = """
                {"type": "record", "name": "billing.Money", "fields": [{"name": "minor", "type": "\(type)"}]}
                """
            return try Sketch.model(text, ReferenceLibrary([reference: try Document.json(Array(money.utf8))]))
        }
        let comparison = Sketch.format.compare(models[0], models[1], mode: .backward)
        #expect(comparison.findings.map(\.rule) == ["TYPE_MISMATCH", "TYPE_MISMATCH"])
        #expect(comparison.findings.map(\.path) == ["/net/minor", "/net/minor"])
        #expect(comparison.findings[0].new?.file == reference)
        #expect(comparison.findings[0].new?.pointer == "/fields/0/type")
    }
}
