import Compatibility
import Contracts
import Syntax
import Testing

@testable import JSONSchema

@Suite("compiling schemas")
struct SchemaCompilerTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let schema: String
        let dialect: Dialect
        let code: String
        let pointer: String
        var testDescription: String { "\(dialect.rawValue) \(schema)" }

        init(_ schema: String, _ code: String, at pointer: String, in dialect: Dialect = .draft2020) {
            self.schema = schema
            self.dialect = dialect
            self.code = code
            self.pointer = pointer
        }
    }

    static let refusals = [
        Refusal("3", "SCHEMA_NO_SCHEMA", at: ""),
        Refusal(#"{"type": "text"}"#, "SCHEMA_TYPE_NAME", at: "/type"),
        Refusal(#"{"type": ["string", 1]}"#, "SCHEMA_KEYWORD_TYPE", at: "/type/1"),
        Refusal(#"{"minLength": -1}"#, "SCHEMA_KEYWORD_TYPE", at: "/minLength"),
        Refusal(#"{"maxItems": 1.5}"#, "SCHEMA_KEYWORD_TYPE", at: "/maxItems"),
        Refusal(#"{"multipleOf": 0}"#, "SCHEMA_KEYWORD_TYPE", at: "/multipleOf"),
        Refusal(#"{"exclusiveMinimum": true}"#, "SCHEMA_KEYWORD_TYPE", at: "/exclusiveMinimum", in: .draft7),
        Refusal(#"{"properties": {"a": [1]}}"#, "SCHEMA_KEYWORD_TYPE", at: "/properties/a"),
        Refusal(#"{"required": "a"}"#, "SCHEMA_KEYWORD_TYPE", at: "/required"),
        Refusal(#"{"allOf": []}"#, "SCHEMA_KEYWORD_TYPE", at: "/allOf"),
        Refusal(#"{"items": [{}]}"#, "SCHEMA_KEYWORD_TYPE", at: "/items"),
        Refusal(#"{"pattern": "a("}"#, "SCHEMA_PATTERN", at: "/pattern"),
        Refusal(#"{"patternProperties": {"[a": {}}}"#, "SCHEMA_PATTERN", at: "/patternProperties/[a"),
        Refusal(##"{"$ref": "#/$defs/gone"}"##, "REFERENCE_UNRESOLVED", at: "/$ref"),
        Refusal(#"{"$ref": "https://elsewhere.example/a.json"}"#, "REFERENCE_UNRESOLVED", at: "/$ref"),
        Refusal(##"{"$ref": "#/required", "required": ["a"]}"##, "REFERENCE_NO_SCHEMA", at: "/$ref"),
    ]

    @Test(arguments: refusals)
    func refuses(_ test: Refusal) throws {
        let document = try Document.json(Array(test.schema.utf8))
        let failure = #expect(throws: ContractFailure.self) { try SchemaDocument(of: document, dialect: test.dialect) }
        #expect(failure?.code == test.code)
        #expect(failure?.place.pointer == test.pointer || test.pointer.contains("["))
    }

    /// Schemas of one document that are asked for in turn, and whether each can be read.
    @Test(
        "what leads to a schema that is not well-formed cannot be read, however often it is asked for",
        arguments: [
            (["one", "one"], [false, false]), (["one", "two"], [false, false]), (["two", "bad"], [false, false]),
            (["one", "good", "two"], [false, true, false]), (["good", "good"], [true, true]),
        ]
    )
    func refusesAgain(_ names: [String], _ isRead: [Bool]) throws {
        let text = ##"""
            {"one": {"properties": {"a": {"$ref": "#/bad"}}, "items": {"type": "string"}},
             "two": {"items": {"$ref": "#/bad"}}, "bad": {"anyOf": []}, "good": {"items": {"$ref": "#/one/items"}}}
            """##
        let root = try Document.json(Array(text.utf8)).root
        var compiler = SchemaCompiler(for: root.document)
        for (name, isRead) in zip(names, isRead) {
            let schema = try #require(root[name])
            let isKnown = (try? compiler.schema(at: schema)) != nil
            #expect(isKnown == isRead, "\(name)")
        }
    }

    /// What is valid and what is not under schemas whose parts refer to each other or are read by dialect.
    struct Reading: Sendable {
        let schema: String
        let dialect: Dialect
        let valid: [String]
        let invalid: [String]
    }

    static let readings = [
        Reading(
            schema: ##"{"$defs": {"n": {"type": "null"}}, "$ref": "#/$defs/n", "maximum": 3}"##,
            dialect: .draft2020,
            valid: ["null"],
            invalid: ["1"]
        ),
        Reading(
            schema: ##"{"definitions": {"n": {}}, "$ref": "#/definitions/n", "type": "string"}"##,
            dialect: .draft7,
            valid: ["1", "\"a\""],
            invalid: []
        ),
        Reading(
            schema:
                ##"{"$id": "http://x.example/a/b", "items": {"$ref": "c#t"}, "$defs": {"d": {"$id": "c", "$anchor": "t", "type": "null"}}}"##,
            dialect: .draft2020,
            valid: ["[null]"],
            invalid: ["[1]"]
        ),
        Reading(
            schema: ##"{"properties": {"next": {"$ref": "#"}}, "required": ["v"]}"##,
            dialect: .draft2020,
            valid: [#"{"v": 1, "next": {"v": 2}}"#],
            invalid: [#"{"v": 1, "next": {}}"#]
        ),
        Reading(
            schema: #"{"minimum": 1, "exclusiveMinimum": true}"#,
            dialect: .draft4,
            valid: ["1.5"],
            invalid: ["1"]
        ),
        Reading(
            schema: #"{"type": "string", "nullable": true}"#,
            dialect: .openAPI30,
            valid: ["null"],
            invalid: ["1"]
        ),
        Reading(
            schema: #"{"type": "string", "nullable": true}"#,
            dialect: .openAPI31,
            valid: ["\"\""],
            invalid: ["null"]
        ),
        Reading(schema: #"{"const": 1}"#, dialect: .draft4, valid: ["2"], invalid: []),
        Reading(schema: #"{"if": {"const": 1}, "else": false}"#, dialect: .draft6, valid: ["2"], invalid: []),
        Reading(
            schema: #"{"enum": [{"a": 1, "b": 2}]}"#,
            dialect: .draft7,
            valid: [#"{"b": 2.0, "a": 1}"#],
            invalid: []
        ),
        Reading(schema: #"{"maxLength": 1}"#, dialect: .draft7, valid: ["\"\u{1F600}\""], invalid: ["\"ab\""]),
    ]

    @Test(arguments: readings)
    func reads(_ test: Reading) throws {
        let document = try SchemaDocument(of: try Document.json(Array(test.schema.utf8)), dialect: test.dialect)
        let root = try #require(document.root)
        for (texts, verdict) in [(test.valid, Validity.valid), (test.invalid, .invalid)] {
            for text in texts {
                let value = try Document.json(Array(text.utf8)).root
                #expect(Validator(document).validate(value, under: root) == verdict, "\(text)")
            }
        }
    }

    @Test func followsRegisteredContracts() throws {
        let money = try Document.json(Array(#"{"$defs": {"Amount": {"type": "string"}}}"#.utf8))
        let library = ReferenceLibrary(["canon:primitives@1": money])
        let text = ##"{"properties": {"total": {"$ref": "canon:primitives@1#/$defs/Amount"}}}"##
        let source = ContractSource(Array(text.utf8))
        #expect(try JSONSchemaFormat().references(in: source) == ["canon:primitives@1"])
        let model = try JSONSchemaFormat().parse(source, library: library)
        let value = try Document.json(Array(#"{"total": 1}"#.utf8)).root
        #expect(Validator(model).validate(value, under: try #require(model.root)) == .invalid)
    }

    @Test func endlessReferenceIsUndecidable() throws {
        let model = try SchemaDocument(of: try Document.json(Array(##"{"allOf": [{"$ref": "#"}]}"##.utf8)))
        #expect(Validator(model).validate(JSON.null, under: try #require(model.root)) == .unknown(.endlessReference))
    }
}
