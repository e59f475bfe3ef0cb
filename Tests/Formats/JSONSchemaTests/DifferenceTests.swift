import Compatibility
import Contracts
import Syntax
import Testing

@testable import JSONSchema

@Suite("differences of schemas")
struct DifferenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let old: String
        let new: String
        var policy = CompatibilityPolicy.strict
        /// Rule and path of what breaks old instances under the new schema.
        var backward: [String] = []
        /// Rule and path of what breaks new instances under the old schema.
        var forward: [String] = []
        var testDescription: String { "\(policy.rawValue) \(why)" }
    }

    private static let closed = #""additionalProperties": false"#

    static let cases = [
        Case(why: "same", old: #"{"type": "string"}"#, new: #"{"type": "string"}"#),
        Case(why: "another description", old: #"{"description": "a"}"#, new: #"{"description": "b"}"#),
        Case(
            why: "a reference put in line",
            old: ##"{"items": {"$ref": "#/$defs/a"}, "$defs": {"a": {"maximum": 3}}}"##,
            new: #"{"items": {"maximum": 3}}"#
        ),
        Case(
            why: "allOf flattened",
            old: #"{"allOf": [{"maximum": 3}, {"minimum": 1}]}"#,
            new: #"{"maximum": 3, "minimum": 1}"#
        ),
        Case(why: "enum of one and const", old: #"{"enum": ["a"]}"#, new: #"{"const": "a"}"#),
        Case(why: "anything to true", old: #"{"not": {"type": "null"}}"#, new: "true", forward: ["NOT_TYPE_NARROWED "]),
        Case(
            why: "lower maximum",
            old: #"{"properties": {"a": {"maximum": 5}}}"#,
            new: #"{"properties": {"a": {"maximum": 3}}}"#,
            backward: ["MAXIMUM_DECREASED /a"]
        ),
        Case(
            why: "moot maximum",
            old: #"{"enum": [1, 2], "maximum": 5}"#,
            new: #"{"enum": [1, 2], "maximum": 3}"#
        ),
        Case(
            why: "required",
            old: #"{"properties": {"a": {}}}"#,
            new: #"{"properties": {"a": {}}, "required": ["a"]}"#,
            backward: ["REQUIRED_ATTRIBUTE_ADDED /a"]
        ),
        Case(
            why: "no longer required",
            old: #"{"properties": {"a": {}}, "required": ["a"]}"#,
            new: #"{"properties": {"a": {}}}"#,
            forward: ["REQUIRED_ATTRIBUTE_REMOVED /a"]
        ),
        Case(
            why: "value taken out of a list",
            old: #"{"items": {"enum": ["a", "b"]}}"#,
            new: #"{"items": {"enum": ["a"]}}"#,
            backward: ["ENUM_ARRAY_NARROWED /*"]
        ),
        Case(
            why: "value put in",
            old: #"{"enum": ["a"]}"#,
            new: #"{"enum": ["a", "b"]}"#,
            forward: ["ENUM_ARRAY_EXTENDED "]
        ),
        Case(
            why: "narrower type",
            old: #"{"type": "number"}"#,
            new: #"{"type": "integer"}"#,
            backward: ["TYPE_NARROWED "]
        ),
        Case(
            why: "member declared in an open object",
            old: "{}",
            new: #"{"properties": {"a": {"type": "string"}}}"#,
            backward: ["OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL /a"]
        ),
        Case(
            why: "member declared in an open object",
            old: #"{"properties": {"b": {}}}"#,
            new: #"{"properties": {"b": {}, "a": {"type": "string"}}}"#,
            policy: .lenient
        ),
        Case(
            why: "required member with a default",
            old: #"{"properties": {"b": {}}}"#,
            new: #"{"properties": {"b": {}, "a": {"default": 1}}, "required": ["a"]}"#,
            policy: .lenient
        ),
        Case(
            why: "required member",
            old: #"{"properties": {"b": {}}}"#,
            new: #"{"properties": {"b": {}, "a": {}}, "required": ["a"]}"#,
            policy: .lenient,
            backward: ["REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL /a"]
        ),
        Case(
            why: "member added to a closed object",
            old: "{\"properties\": {\"a\": {}}, \(closed)}",
            new: "{\"properties\": {\"a\": {}, \"b\": {}}, \(closed)}",
            forward: ["OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL /b"]
        ),
        Case(
            why: "member taken out of a closed object",
            old: "{\"properties\": {\"a\": {}, \"b\": {}}, \(closed)}",
            new: "{\"properties\": {\"a\": {}}, \(closed)}",
            backward: ["PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL /b"]
        ),
        Case(
            why: "object closed",
            old: #"{"properties": {"a": {}}}"#,
            new: "{\"properties\": {\"a\": {}}, \(closed)}",
            backward: ["ADDITIONAL_PROPERTIES_REMOVED "]
        ),
        Case(
            why: "pattern put in place of another",
            old: #"{"pattern": "^a$"}"#,
            new: #"{"pattern": "^b$"}"#,
            backward: ["PATTERN_CHANGED "],
            forward: ["PATTERN_CHANGED "]
        ),
        Case(
            why: "fewer alternatives",
            old: #"{"oneOf": [{"const": 1}, {"const": 2}]}"#,
            new: #"{"oneOf": [{"const": 1}]}"#,
            backward: ["SUM_TYPE_NARROWED "]
        ),
    ]

    @Test(arguments: cases)
    func namesExactly(_ test: Case) throws {
        let format = JSONSchemaFormat()
        let models = try [test.old, test.new].map {
            try format.parse(ContractSource(Array($0.utf8)), library: ReferenceLibrary())
        }
        for (direction, expected) in [(Direction.backward, test.backward), (.forward, test.forward)] {
            let options = ComparisonOptions(policy: test.policy)
            let found = format.findings(from: models[0], to: models[1], breaking: direction, options: options)
            #expect(found.map { "\($0.rule) \($0.path)" } == expected)
        }
    }

    @Test func oneCauseIsOneFinding() throws {
        func text(_ maximum: Int) -> String {
            ##"{"properties": {"a": {"$ref": "#/$defs/x"}, "b": {"items": {"$ref": "#/$defs/x"}}}, "$defs": {"x": {"type": "number", "maximum": \##(maximum)}}}"##
        }
        let format = JSONSchemaFormat()
        let models = try [5, 3].map {
            try format.parse(ContractSource(Array(text($0).utf8)), library: ReferenceLibrary())
        }
        let found = format.findings(from: models[0], to: models[1], breaking: .backward, options: ComparisonOptions())
        #expect(found.map(\.rule) == ["MAXIMUM_DECREASED"])
        #expect(found.first?.path == "/a")
        #expect(found.first?.reaches == ["/b/*"])
        #expect(found.first?.old?.pointer == "/$defs/x/maximum")
        #expect(found.first?.witness?.text == "4")
    }

    @Test func flowDecidesWhoSends() throws {
        let old = #"{"type": "object", "properties": {"id": {"type": "string", "readOnly": true}}, "required": ["id"]}"#
        let new =
            #"{"type": "object", "properties": {"id": {"type": "integer", "readOnly": true}}, "required": ["id"]}"#
        let documents = try [old, new].map {
            try SchemaDocument(of: try Document.json(Array($0.utf8)), dialect: .openAPI31)
        }
        let versions = SchemaVersions(old: documents[0], new: documents[1])
        let (before, after) = (try #require(documents[0].root), try #require(documents[1].root))
        #expect(versions.containment(before, after, .backward, flow: .request).isContained)
        #expect(!versions.containment(before, after, .backward, flow: .response).isContained)
        #expect(!versions.containment(before, after, .backward).isContained)
    }

    /// Two versions, and whether a comparison of one step leaves it open if the second refuses what the first allows.
    @Test(arguments: [
        (#"{"maximum": 5}"#, #"{"maximum": 5, "title": "T"}"#, [Bool]()),
        (#"{"maximum": 5}"#, #"{"not": {"minimum": 6}}"#, [true]), (#"{"maximum": 5}"#, #"{"maximum": 4}"#, [true]),
    ])
    func saysWhatIsNotDecided(_ old: String, _ new: String, _ undecided: [Bool]) throws {
        let format = JSONSchemaFormat()
        let models = try [old, new].map {
            try format.parse(ContractSource(Array($0.utf8)), library: ReferenceLibrary())
        }
        let options = ComparisonOptions(stepBudget: 1)
        let comparison = format.compare(models[0], models[1], mode: .backward, options: options)
        let found = comparison.findings.filter { $0.direction == .backward }
        #expect(found.map(\.isUndecided) == undecided)
        #expect(comparison.isCompatible == undecided.isEmpty)
        for finding in found {
            #expect(finding.message.contains("it is not decided whether"))
            #expect(finding.undecided != nil && finding.json["undecided"] != nil)
        }
    }
}
