import FoundationEssentials
import Testing

/// Which changes of a JSON Schema touch a field that a policy names.
@Suite("touched fields of JSON Schema")
struct SchemaFieldTests {
    private static func whole(_ text: String) -> String { text }

    private static func taxCode(_ schema: String) -> String {
        #"{"properties": {"id": {"type": "string"}, "taxCode": \#(schema)}}"#
    }

    private static func type(_ further: String) -> String { #"{"type": ["string", "number"], \#(further)}"# }

    static let touching =
        FieldChange.all(
            "json-schema",
            taxCode,
            [
                ("pattern", type(#""pattern": "^[A-Z]$""#), type(#""pattern": "^[A-Z]{2}$""#)),
                ("pattern beyond what is decided", type(#""pattern": "(?<=a)b""#), type(#""pattern": "(?<=a)c""#)),
                ("minimum", type(#""minimum": 1"#), type(#""minimum": 0"#)),
                ("multipleOf", type(#""multipleOf": 0.01"#), type(#""multipleOf": 1"#)),
                ("maxLength", type(#""maxLength": 3"#), type(#""maxLength": 4"#)),
                ("not", type(#""not": {"const": "X"}"#), type(#""not": {"const": "Y"}"#)),
                ("anyOf", #"{"anyOf": [{"const": "A"}]}"#, #"{"anyOf": [{"const": "A"}, {"const": "B"}]}"#),
                ("format", type(#""format": "date""#), type(#""format": "time""#)),
                ("default", type(#""default": "S""#), type(#""default": "Z""#)),
                ("a default that is new", "true", #"{"default": "S"}"#),
                ("enum", #"{"enum": ["A"]}"#, #"{"enum": ["A", "B"]}"#),
                ("something inside of it", #"{"properties": {"a": {"minimum": 1}}}"#, #"{"properties": {"a": {}}}"#),
                ("read only", "{}", #"{"readOnly": true}"#),
            ]
        )
        + FieldChange.all(
            "json-schema",
            whole,
            [
                ("removed", taxCode("{}"), #"{"properties": {"id": {"type": "string"}}}"#),
                ("required", taxCode("{}"), #"{"properties": {"id": {"type": "string"}}, "required": ["taxCode"]}"#),
                (
                    "the second branch",
                    #"{"oneOf": [\#(taxCode(#"{"enum": ["A"]}"#)), \#(taxCode("{\"enum\": [1]}"))]}"#,
                    #"{"oneOf": [\#(taxCode(#"{"enum": ["A"]}"#)), \#(taxCode("{\"enum\": [1, 2]}"))]}"#
                ),
                (
                    "inside of allOf", #"{"allOf": [{}, \#(taxCode("{\"enum\": [1]}"))]}"#,
                    #"{"allOf": [{}, \#(taxCode("{\"enum\": [1, 2]}"))]}"#
                ),
                (
                    "where another is", #"{"dependentSchemas": {"id": \#(taxCode("{\"enum\": [1]}"))}}"#,
                    #"{"dependentSchemas": {"id": \#(taxCode("{\"enum\": [1, 2]}"))}}"#
                ),
                (
                    "by a pattern", #"{"patternProperties": {"^tax": {"enum": [1]}}}"#,
                    #"{"patternProperties": {"^tax": {"enum": [1, 2]}}}"#
                ),
                (
                    "under another condition",
                    #"{"if": {"properties": {"id": {"const": 1}}}, "then": \#(taxCode("{\"enum\": [1]}"))}"#,
                    #"{"if": {"properties": {"id": {"const": 2}}}, "then": \#(taxCode("{\"enum\": [1]}"))}"#
                ),
                (
                    "behind a reference",
                    ##"{"$defs": {"c": {"maxLength": 1}}, "properties": {"taxCode": {"$ref": "#/$defs/c"}}}"##,
                    ##"{"$defs": {"c": {"maxLength": 2}}, "properties": {"taxCode": {"$ref": "#/$defs/c"}}}"##
                ),
                (
                    "in an alternative behind a reference",
                    ##"{"$defs": {"c": {"default": 1}}, "properties": {"taxCode": {"anyOf": [{"$ref": "#/$defs/c"}]}}}"##,
                    ##"{"$defs": {"c": {"default": 2}}, "properties": {"taxCode": {"anyOf": [{"$ref": "#/$defs/c"}]}}}"##
                ),
                (
                    "what stands for the attribute",
                    #"{"properties": {"x": {"x-entity": "Invoice.status", "minLength": 1}}}"#,
                    #"{"properties": {"x": {"x-entity": "Invoice.status", "minLength": 2}}}"#
                ),
            ]
        )

    /// A change of another field.
    private static let other = (old: #""id": {"type": "string"}"#, new: #""id": {"type": "number"}"#)

    /// Texts that say the same of the field in other words.
    static let rewritten =
        FieldChange.all(
            "json-schema",
            taxCode,
            [
                ("a description", #"{"description": "one"}"#, #"{"description": "other"}"#),
                ("examples and title", #"{"examples": [1], "title": "a"}"#, #"{"examples": [2], "title": "b"}"#),
                ("the order of values", #"{"enum": ["A", "B"]}"#, #"{"enum": ["B", "A"]}"#),
                ("the order of keywords", #"{"minLength": 1, "maxLength": 2}"#, #"{"maxLength": 2, "minLength": 1}"#),
                ("a constant for one value", #"{"enum": ["A"]}"#, #"{"const": "A"}"#),
                ("a number written otherwise", #"{"minimum": 1}"#, #"{"minimum": 1.0}"#),
                (
                    "parts put together otherwise", #"{"minimum": 1, "default": 1}"#,
                    #"{"allOf": [{"minimum": 1}], "default": 1.0}"#
                ),
                (
                    "the order of alternatives", #"{"anyOf": [{"type": "string"}, {"minimum": 1}]}"#,
                    #"{"anyOf": [{"minimum": 1}, {"type": "string"}]}"#
                ),
            ]
        )
        + FieldChange.all(
            "json-schema",
            whole,
            [
                (
                    "put behind a reference", taxCode(#"{"maxLength": 1}"#),
                    ##"{"$defs": {"c": {"maxLength": 1}}, "properties": {"id": {"type": "string"}, "taxCode": {"$ref": "#/$defs/c"}}}"##
                ),
                ("put into allOf", taxCode("{}"), #"{"allOf": [\#(taxCode("{}"))]}"#),
            ]
        )

    static let silent =
        FieldChange.all(
            "json-schema",
            { #"{"properties": {"taxCode": {"enum": ["A"], "default": "A"}, \#($0)}}"# },
            [
                ("another field", #""id": {"type": "string"}"#, #""id": {"type": "number"}"#),
                ("another default", #""id": {"default": 1}"#, #""id": {"default": 2}"#),
                ("another pattern", #""syntax": {"pattern": "^a"}"#, #""syntax": {"pattern": "^b"}"#),
                ("a field that only contains the name", #""supertax": {"minimum": 1}"#, #""supertax": {"minimum": 2}"#),
                ("a field that is new", #""id": {}"#, #""id": {}, "name": {}"#),
                (
                    "the status of another", #""s": {"x-entity": "Client.status"}"#,
                    #""s": {"x-entity": "Client.status", "enum": [1]}"#
                ),
                (
                    "another field of a branch", #""x": {"oneOf": [{"properties": {"a": {}}}]}"#,
                    #""x": {"oneOf": [{"properties": {"a": {"enum": [1]}}}]}"#
                ),
            ]
        )
        + FieldChange.all(
            "json-schema",
            whole,
            [
                (
                    "the order of branches",
                    #"{"oneOf": [\#(taxCode("{\"enum\": [1]}")), \#(taxCode("{\"enum\": [2]}"))]}"#,
                    #"{"title": "t", "oneOf": [\#(taxCode("{\"enum\": [2]}")), \#(taxCode("{\"enum\": [1]}"))]}"#
                ),
                (
                    "other names by a pattern", #"{"patternProperties": {"^tax": {}, "^id": {"enum": [1]}}}"#,
                    #"{"patternProperties": {"^tax": {}, "^id": {"enum": [1, 2]}}}"#
                ),
            ]
        )

    @Test(arguments: touching) func asks(_ change: FieldChange) throws {
        #expect(try change.asked() == [["tax"], ["tax"]])
    }

    @Test(arguments: silent) func staysSilent(_ change: FieldChange) throws {
        #expect(try change.asked() == [[], []])
    }

    @Test(arguments: rewritten) func staysSilentBesideAnotherChange(_ change: FieldChange) throws {
        let change = change.beside(Self.other)
        #expect(change.new.contains(Self.other.new))
        #expect(try change.asked() == [[], []])
    }

    @Test func changesOfEarlierVersionsAreNotAskedAboutAgain() throws {
        let versions = [#"{"minimum": 1}"#, #"{"minimum": 2}"#].map(Self.taxCode)
        let next = versions[1].replacing(Self.other.old, with: Self.other.new)
        #expect(try FieldChange.asked("json-schema", after: [versions[0]], versions[1], next) == [])
        #expect(try FieldChange.asked("json-schema", after: [versions[1]], versions[0], versions[1]) == ["tax"])
    }
}
