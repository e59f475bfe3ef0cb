import Testing

/// Which changes of GraphQL, Protobuf and Avro touch a field that a policy names.
@Suite("touched fields of types")
struct TypeFieldTests {
    private static func graphQL(_ members: String) -> String {
        "type Query { i: I } type I { id: ID \(members) } enum Rate { A B } enum Kind { C } input In { id: ID }"
    }

    private static func protobuf(_ fields: String) -> String {
        "syntax = \"proto3\"; package tax.v1; message Invoice { string id = 9; \(fields) }"
    }

    private static func avro(_ fields: String) -> String {
        #"{"type": "record", "name": "I", "fields": [{"name": "id", "type": "string"}, \#(fields)]}"#
    }

    static let touching =
        FieldChange.all(
            "graphql",
            { $0 },
            [
                ("removed", graphQL("taxCode: Int"), graphQL("")),
                ("another type", graphQL("taxCode: Int"), graphQL("taxCode: Float")),
                ("an argument removed", graphQL("taxCode(a: Int): Int"), graphQL("taxCode: Int")),
                ("an argument of the name", graphQL("sum(taxCode: Int): Int"), graphQL("sum: Int")),
                ("an argument's default", graphQL("taxCode(a: Int = 1): Int"), graphQL("taxCode(a: Int = 2): Int")),
                (
                    "something inside of it", graphQL("taxInfo: Info") + " type Info { rate: Int }",
                    graphQL("taxInfo: Info") + " type Info { rate: Float }"
                ),
                ("its codes", graphQL("taxRate: Rate"), graphQL("taxRate: Rate").replacing("A B", with: "A B D")),
                (
                    "an input's default", graphQL("").replacing("In { id: ID", with: "In { taxCode: Int = 1"),
                    graphQL("").replacing("In { id: ID", with: "In { taxCode: Int = 2")
                ),
            ]
        )
        + FieldChange.all(
            "protobuf",
            protobuf,
            [
                ("renumbered", "string taxCode = 1;", "string taxCode = 2;"),
                ("renamed", "string taxCode = 1;", "string code = 1;"),
                ("in JSON", "string taxCode = 1;", "string taxCode = 1 [json_name = \"t\"];"),
                ("another type", "int32 tax_code = 1;", "int64 tax_code = 1;"),
                (
                    "its codes", "Rate tax_code = 1; enum Rate { A = 0; B = 1; }",
                    "Rate tax_code = 1; enum Rate { A = 0; B = 2; }"
                ),
                ("in a oneof", "string taxCode = 1; string b = 2;", "oneof o { string taxCode = 1; string b = 2; }"),
            ]
        )
        + FieldChange.all(
            "avro",
            avro,
            [
                (
                    "default", #"{"name": "taxCode", "type": "int", "default": 1}"#,
                    #"{"name": "taxCode", "type": "int", "default": 2}"#
                ),
                ("another type", #"{"name": "taxCode", "type": "int"}"#, #"{"name": "taxCode", "type": "long"}"#),
                (
                    "length", #"{"name": "taxCode", "type": {"type": "fixed", "name": "F", "size": 2}}"#,
                    #"{"name": "taxCode", "type": {"type": "fixed", "name": "F", "size": 3}}"#
                ),
                (
                    "the second branch's codes",
                    #"{"name": "tax", "type": ["null", {"type": "enum", "name": "E", "symbols": ["A"]}]}"#,
                    #"{"name": "tax", "type": ["null", {"type": "enum", "name": "E", "symbols": ["A", "B"]}]}"#
                ),
            ]
        )

    static let silent =
        FieldChange.all(
            "graphql",
            { graphQL("taxRate: Rate taxCode(a: Int = 1): Int \($0)") },
            [
                ("another field", "sum: Int", "sum: Float"),
                ("another field removed", "sum: Int", ""),
                ("another argument", "sum(a: Int): Int", "sum: Int"),
                ("a field that only contains the name", "supertax: Int", "supertax: Float"),
            ]
        )
        + FieldChange.all(
            "graphql",
            { $0 },
            [
                (
                    "another enum", graphQL("taxRate: Rate kind: Kind"),
                    graphQL("taxRate: Rate kind: Kind").replacing("{ C }", with: "{ C D }")
                ),
                (
                    "something inside of another",
                    graphQL("info: Info taxInfo: In2") + " type Info { a: Int } type In2 { b: Int }",
                    graphQL("info: Info taxInfo: In2") + " type Info { a: Float } type In2 { b: Int }"
                ),
                (
                    "the order inside of it", graphQL("a: Int taxInfo: Info") + " type Info { a: Int b: Int }",
                    graphQL("a: Float taxInfo: Info") + " type Info { b: Int a: Int }"
                ),
                (
                    "the order of its codes", graphQL("taxRate: Rate"),
                    graphQL("taxRate: Rate").replacing("A B", with: "B A")
                ),
            ]
        )
        + FieldChange.all(
            "protobuf",
            { protobuf("string taxCode = 1; \($0)") },
            [
                ("another field renumbered", "string name = 2;", "string name = 3;"),
                ("another field removed", "string name = 2;", ""),
                ("another field's type", "int32 name = 2;", "string name = 2;"),
                ("a comment", "int32 name = 2;", "/* c */ int32 name = 2;"),
            ]
        )
        + FieldChange.all(
            "avro",
            { avro(#"{"name": "taxCode", "type": "int", "default": 1}, \#($0)"#) },
            [
                (
                    "another default", #"{"name": "a", "type": "int", "default": 1}"#,
                    #"{"name": "a", "type": "int", "default": 2}"#
                ),
                ("another type", #"{"name": "a", "type": "int"}"#, #"{"name": "a", "type": "string"}"#),
                (
                    "a description", #"{"name": "a", "type": "int", "doc": "a"}"#,
                    #"{"name": "a", "type": "int", "doc": "b"}"#
                ),
            ]
        )

    @Test(arguments: touching) func asks(_ change: FieldChange) throws {
        #expect(try change.asked() == [["tax"], ["tax"]])
    }

    @Test(arguments: silent) func staysSilent(_ change: FieldChange) throws {
        #expect(try change.asked() == [[], []])
    }
}
