import Compatibility
import Contracts
import Syntax
import Testing

@testable import JSONSchema

@Suite("JSON Schema as a contract format")
struct JSONSchemaFormatTests {
    private func model(_ text: String) throws -> SchemaDocument {
        try JSONSchemaFormat().parse(ContractSource(Array(text.utf8)), library: ReferenceLibrary())
    }

    /// Texts that have the same content, or not.
    static let forms: [(String, String, isSame: Bool)] = [
        (#"{"type": "string", "maxLength": 3}"#, #"{ "maxLength": 3.0, "type": "string" }"#, true),
        (#"{"required": ["a", "b"]}"#, #"{"required": ["b", "a"]}"#, true),
        (#"{"enum": [1, {"a": 1, "b": 2}]}"#, #"{"enum": [{"b": 2, "a": 1}, 1]}"#, true),
        (#"{"dependentRequired": {"a": ["b", "c"]}}"#, #"{"dependentRequired": {"a": ["c", "b"]}}"#, true),
        (#"{"const": ["a", "b"]}"#, #"{"const": ["b", "a"]}"#, false),
        (
            #"{"properties": {"required": {"const": [1, 2]}}}"#, #"{"properties": {"required": {"const": [2, 1]}}}"#,
            false
        ),
        (#"{"description": "a"}"#, #"{"description": "b"}"#, false),
        (#"{"prefixItems": [{}, true]}"#, #"{"prefixItems": [true, {}]}"#, false),
    ]

    @Test(arguments: forms)
    func formDoesNotCount(_ one: String, _ other: String, _ isSame: Bool) throws {
        let format = JSONSchemaFormat()
        #expect((format.canonicalForm(of: try model(one)) == format.canonicalForm(of: try model(other))) == isSame)
    }

    @Test func shapeListsFields() throws {
        let text = ##"""
            {"type": "object", "required": ["id", "lines"],
             "properties": {
              "id": {"type": "string", "x-class": "PII", "x-entity": "Client.id"},
              "status": {"enum": ["A", "B"]},
              "lines": {"type": "array", "items": {"$ref": "#/$defs/Line"}}},
             "$defs": {"Line": {"type": "object", "properties": {"tax": {"type": ["number", "null"]}, "sub": {"$ref": "#/$defs/Line"}}}}}
            """##
        let fields = JSONSchemaFormat().shape(of: try model(text)).fields
        #expect(
            fields.map { "\($0.address) \($0.type) \($0.isRequired)" } == [
                "/id string true", "/status any false", "/lines array true", "/lines/* object false",
                "/lines/*/tax null|number false", "/lines/*/sub object false",
            ]
        )
        #expect(fields[0].sensitivity == "PII" && fields[0].entity == "Client.id")
        #expect(fields[1].values == ["\"A\"", "\"B\""])
    }

    @Test func fieldsStandForAttributesOfTheEntityThatTheyAreInsideOf() throws {
        let text = ##"""
            {"x-entity": "Invoice", "properties": {
              "status": {"type": "string"},
              "client": {"$ref": "#/$defs/Client"},
              "payable": {"x-entity": "Invoice.totals.payable", "properties": {"amount": {}}},
              "lines": {"items": {"properties": {"tax": {}}}}},
             "$defs": {"Client": {"x-entity": "Client", "properties": {"id": {}}}}}
            """##
        let fields = JSONSchemaFormat().shape(of: try model(text)).fields
        #expect(
            fields.map { "\($0.address) \($0.entity ?? "-")" } == [
                "/status Invoice.status", "/client Invoice.client", "/client/id Client.id",
                "/payable Invoice.totals.payable", "/payable/amount Invoice.totals.payable.amount",
                "/lines Invoice.lines", "/lines/* Invoice.lines", "/lines/*/tax Invoice.lines.tax",
            ]
        )
    }

    @Test(arguments: [
        (#"{"$schema": "https://json-schema.org/draft/2020-12/schema"}"#, true), (#"{"type": "object"}"#, true),
        (#"{"openapi": "3.1.0"}"#, false), (#"{"type": "record", "fields": []}"#, false), ("[1]", false), ("{", false),
    ])
    func recognises(_ text: String, _ isSchema: Bool) {
        #expect(JSONSchemaFormat.recognises(ContractSource(Array(text.utf8))) == isSchema)
    }
}
