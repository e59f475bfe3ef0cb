import Syntax
import Testing

@testable import JSONSchema

@Suite("patterns in schemas")
struct PatternSchemaTests {
    private static func compile(_ text: String) throws -> SchemaDocument {
        try SchemaDocument(of: try Document.json(Array(text.utf8)))
    }

    struct Reading: Sendable, CustomTestStringConvertible {
        let schema: String
        let valid: [String]
        let invalid: [String]
        var testDescription: String { schema }
    }

    static let readings = [
        Reading(schema: #"{"pattern": "^a+$"}"#, valid: [#""a""#, #""aa""#, "1", "{}"], invalid: [#""""#, #""ab""#]),
        Reading(schema: #"{"pattern": "b"}"#, valid: [#""abc""#], invalid: [#""ac""#]),
        Reading(schema: #"{"pattern": "^.$"}"#, valid: [#""😀""#], invalid: [#""ab""#]),
        Reading(
            schema: #"{"patternProperties": {"^x-": {"type": "string"}, "id$": {"minLength": 2}}}"#,
            valid: [#"{"x-a": "", "a": 1}"#, #"{"x-id": "ab"}"#, #"{"aid": 1}"#],
            invalid: [#"{"x-a": 1}"#, #"{"x-id": "a"}"#, #"{"aid": "a"}"#]
        ),
        Reading(
            schema: #"{"properties": {"a": {}}, "patternProperties": {"^x-": {}}, "additionalProperties": false}"#,
            valid: [#"{"a": 1, "x-b": 2}"#],
            invalid: [#"{"b": 1}"#, #"{"ax-": 1}"#]
        ),
        Reading(
            schema: #"{"propertyNames": {"pattern": "^[a-z]+$"}}"#,
            valid: ["{}", #"{"ab": 1}"#],
            invalid: [#"{"A": 1}"#]
        ),
        Reading(
            schema: #"{"patternProperties": {"^x-": {}}, "unevaluatedProperties": false}"#,
            valid: [#"{"x-a": 1}"#],
            invalid: [#"{"a": 1}"#]
        ),
        Reading(
            schema: #"{"$ref": "https://json-schema.org/draft/2020-12/schema"}"#,
            valid: [#"{"type": "string"}"#, "true", #"{"properties": {"a": {"minLength": 1}}}"#],
            invalid: [#"{"type": "text"}"#, #"{"properties": {"a": {"minLength": -1}}}"#]
        ),
        Reading(
            schema: #"{"$ref": "http://json-schema.org/draft-07/schema#"}"#,
            valid: [#"{"$id": "a", "const": 1}"#],
            invalid: [#"{"required": "a"}"#]
        ),
        Reading(
            schema: """
                {"$id": "http://x.example/strict", "$dynamicAnchor": "node", "$ref": "tree", \
                "unevaluatedProperties": false, "$defs": {"tree": {"$id": "tree", "$dynamicAnchor": "node", \
                "properties": {"data": true, "children": {"items": {"$dynamicRef": "#node"}}}}}}
                """,
            valid: [#"{"data": 1, "children": [{"data": 2}]}"#],
            invalid: [#"{"children": [{"daat": 2}]}"#]
        ),
    ]

    @Test(arguments: readings)
    func validates(_ test: Reading) throws {
        let document = try Self.compile(test.schema)
        let root = try #require(document.root)
        for (texts, verdict) in [(test.valid, Validity.valid), (test.invalid, .invalid)] {
            for text in texts {
                let value = try Document.json(Array(text.utf8)).root
                #expect(Validator(document).validate(value, under: root) == verdict, "\(text)")
            }
        }
    }

    @Test func whatIsNotExecutedIsUnknown() throws {
        let document = try Self.compile(#"{"pattern": "^(?<=a)b", "maxLength": 3}"#)
        let root = try #require(document.root)
        let obstacle = Obstacle.unexecuted("^(?<=a)b", reason: "a look-behind at character 2 is not executed")
        #expect(Validator(document).validate(JSON.string("ab"), under: root) == .unknown(obstacle))
        #expect(Validator(document).validate(JSON.string("long"), under: root) == .invalid)
    }

    /// Nil where it is contained.
    struct Question: Sendable, CustomTestStringConvertible {
        let sub: String
        let sup: String
        let witness: String?
        var testDescription: String { "\(sub) in \(sup)" }

        init(_ sub: String, in sup: String, witness: String? = nil) {
            self.sub = sub
            self.sup = sup
            self.witness = witness
        }
    }

    static let questions = [
        Question(#"{"type": "string", "pattern": "^[a-c]+$"}"#, in: #"{"pattern": "^[a-z]*$"}"#),
        Question(#"{"type": "string", "pattern": "^[a-z]*$"}"#, in: #"{"pattern": "^[a-c]+$"}"#, witness: #""""#),
        Question(#"{"type": "string", "pattern": "^[a-z]+$"}"#, in: #"{"pattern": "^[a-c]+$"}"#, witness: #""d""#),
        Question(#"{"enum": ["INV-1", "INV-22"]}"#, in: #"{"pattern": "^INV-[0-9]+$"}"#),
        Question(#"{"enum": ["INV-1", "INV"]}"#, in: #"{"pattern": "^INV-[0-9]+$"}"#, witness: #""INV""#),
        Question(#"{"type": "string", "pattern": "^[ab]$"}"#, in: #"{"enum": ["a", "b"]}"#),
        Question(#"{"type": "string", "pattern": "^[a-c]$"}"#, in: #"{"enum": ["a", "b"]}"#, witness: #""c""#),
        Question(#"{"type": "string", "pattern": "^[0-9]{4}$"}"#, in: #"{"minLength": 4, "maxLength": 4}"#),
        Question(#"{"type": "string", "pattern": "^[0-9]{4}"}"#, in: #"{"maxLength": 4}"#, witness: #""0000a""#),
        Question(#"{"type": "string", "maxLength": 2}"#, in: #"{"not": {"pattern": "^.{3}"}}"#),
        Question(#"{"type": "string", "pattern": "^(?!.*--)[a-z-]+$"}"#, in: #"{"pattern": "^-?([a-z]+-?)*$"}"#),
        Question(
            #"{"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"}"#,
            in: #"{"pattern": "^(?!.*--)(?!-)[a-z-]+$"}"#
        ),
        Question(
            #"{"type": "string", "pattern": "^(?=.*[a-z])(?=.*[0-9]).{4,}$"}"#,
            in: #"{"pattern": "^(?=.*[a-z])(?=.*[0-9]).{5,}$"}"#,
            witness: #""0aaa""#
        ),
        Question(
            #"{"propertyNames": {"pattern": "^(?=x$)x$"}, "type": "object"}"#,
            in: #"{"dependentRequired": {"x": ["y"]}}"#,
            witness: #"{"x":null}"#
        ),
        Question(
            #"{"type": "object", "properties": {"x-a": {"type": "string"}}, "additionalProperties": false}"#,
            in: #"{"patternProperties": {"^x-": {"type": "string"}}}"#
        ),
        Question(
            #"{"type": "object", "patternProperties": {"^x-": {"type": "integer"}}}"#,
            in: #"{"patternProperties": {"^x-[a-z]+$": {"type": "number"}}}"#
        ),
        Question(
            #"{"type": "object", "patternProperties": {"^x-[a-z]+$": {"type": "integer"}}}"#,
            in: #"{"patternProperties": {"^x-": {"type": "integer"}}}"#,
            witness: #"{"x-":null}"#
        ),
        Question(
            #"{"type": "object", "patternProperties": {"^a": {"type": "integer"}}, "additionalProperties": false}"#,
            in: #"{"propertyNames": {"pattern": "a"}}"#
        ),
        Question(
            #"{"type": "object", "propertyNames": {"pattern": "^[ab]$"}}"#,
            in: #"{"properties": {"a": {}, "b": {}}, "additionalProperties": false}"#
        ),
        Question(
            #"{"type": "object", "propertyNames": {"pattern": "^[ab]$"}}"#,
            in: #"{"maxProperties": 2}"#
        ),
        Question(
            #"{"type": "object", "patternProperties": {"^a": {"minimum": 1}, "b$": {"maximum": 0}}}"#,
            in: #"{"properties": {"ab": {"not": {"type": "number"}}}}"#
        ),
    ]

    @Test(arguments: questions)
    func isDecided(_ test: Question) throws {
        let (sub, sup) = (try Self.compile(test.sub), try Self.compile(test.sup))
        let (one, other) = (try #require(sub.root), try #require(sup.root))
        let answer = ContainmentQuestions(sub: sub, sup: sup).containment(of: one, in: other)
        #expect(answer.obstacle == nil)
        #expect(answer.witness?.text == test.witness)
    }
}
