import Compatibility
import Contracts
import GraphQL
import Testing

@Suite("reading SDL")
struct ReadingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let text: String
        /// `CODE line:column`; nil where the text is read.
        var refused: String?
        var testDescription: String { "\(why): \(text)" }
    }

    static let accepted = [
        Case(why: "a bare type", text: "type Q"),
        Case(why: "commas and comments are space", text: "type Q,,{ # why\n a:Int,, b:Int }"),
        Case(why: "a byte order mark", text: "\u{FEFF}scalar A"),
        Case(why: "a description", text: "\"what\" type Q { \"\"\"why\"\"\" a: Int }"),
        Case(why: "keywords are names too", text: "type type { type: type input: type on: Int }"),
        Case(why: "interfaces with a leading &", text: "interface A interface B type Q implements & A & B"),
        Case(why: "interfaces of 2017", text: "interface A interface B type Q implements A, B { a: Int }"),
        Case(
            why: "interfaces of 2017 end at a definition",
            text: "interface A type Q implements A type R enum E { X }"
        ),
        Case(why: "interfaces of interfaces", text: "interface A { a: Int } interface B implements A { a: Int }"),
        Case(why: "a leading |", text: "type A union U = | A"),
        Case(why: "a union without members", text: "union U"),
        Case(why: "defaults of all kinds", text: "input I { a: J = {x: [1, -2.5e3, \"s\", true, null, E]} } scalar J"),
        Case(
            why: "extensions of everything",
            text: """
                schema @a { query: Q } extend schema @b { mutation: Q }
                scalar S extend scalar S @a type Q extend type Q { a: Int } interface I extend interface I @a
                union U extend union U = Q enum E { A } extend enum E { B } input P { a: Int } extend input P { b: Int }
                """
        ),
        Case(why: "an extension of what another service defines", text: "extend type Product @key(fields: \"id\")"),
        Case(why: "directives", text: "directive @a(b: Int! = 1 @c) repeatable on | FIELD | ENUM_VALUE"),
        Case(why: "escapes", text: #"scalar A @x(y: "\u0041\u{1F600}\uD83D\uDE00\n\"")"#),
        Case(why: "quotes in a block string", text: "\"\"\"a \\\"\"\" b\"\"\" scalar A"),
        Case(why: "a description of the schema", text: "\"all\" schema { query: Q } type Q { a: Int }"),
        Case(why: "deep lists", text: "type Q { a: [[[[[Int!]!]!]!]!]! }"),
    ]

    static let refused = [
        Case(why: "nothing", text: " # only a comment", refused: "GRAPHQL_EMPTY 1:1"),
        Case(why: "a request", text: "type Q\n{ a }", refused: "GRAPHQL_SYNTAX 2:5"),
        Case(why: "an operation", text: "query { a }", refused: "GRAPHQL_EXECUTABLE 1:1"),
        Case(why: "no fields", text: "type Q {\n}", refused: "GRAPHQL_SYNTAX 2:1"),
        Case(why: "no arguments", text: "type Q { a(): Int }", refused: "GRAPHQL_SYNTAX 1:12"),
        Case(why: "no type", text: "type Q {\n  a\n}", refused: "GRAPHQL_SYNTAX 3:1"),
        Case(why: "an open list", text: "type Q { a: [Int }", refused: "GRAPHQL_SYNTAX 1:18"),
        Case(why: "two !", text: "type Q { a: Int!! }", refused: "GRAPHQL_SYNTAX 1:17"),
        Case(why: "an unknown character", text: "type Q { a: Int? }", refused: "GRAPHQL_SYNTAX 1:16"),
        Case(why: "a column counts characters", text: "\"äöü\" type Q ?", refused: "GRAPHQL_SYNTAX 1:14"),
        Case(why: "a described extension", text: "\"a\" extend type Q { a: Int }", refused: "GRAPHQL_SYNTAX 1:5"),
        Case(why: "an extension of nothing", text: "type Q extend type Q", refused: "GRAPHQL_SYNTAX 1:21"),
        Case(why: "a reserved value", text: "enum E { true }", refused: "GRAPHQL_SYNTAX 1:10"),
        Case(why: "an unknown location", text: "directive @a on NOWHERE", refused: "GRAPHQL_SYNTAX 1:17"),
        Case(why: "a variable", text: "input I { a: Int = $b }", refused: "GRAPHQL_SYNTAX 1:20"),
        Case(why: "an open string", text: "\"a\ntype Q", refused: "GRAPHQL_STRING 1:1"),
        Case(why: "an open block string", text: "\"\"\"a\"\" type Q", refused: "GRAPHQL_STRING 1:1"),
        Case(why: "an unknown escape", text: #""\q" type Q"#, refused: "GRAPHQL_STRING 1:2"),
        Case(why: "half a character", text: #""\uD83D" type Q"#, refused: "GRAPHQL_STRING 1:2"),
        Case(why: "no such character", text: #""\u{110000}" type Q"#, refused: "GRAPHQL_STRING 1:2"),
        Case(why: "a leading zero", text: "input I { a: Int = 01 }", refused: "GRAPHQL_NUMBER 1:20"),
        Case(why: "a number and a name", text: "input I { a: Int = 1x }", refused: "GRAPHQL_NUMBER 1:21"),
        Case(why: "a number that ends at its point", text: "input I { a: Float = 1. }", refused: "GRAPHQL_NUMBER 1:24"),
        Case(why: "an unknown type", text: "type Q {\n  a: [Nope!]\n}", refused: "GRAPHQL_TYPE_UNKNOWN 2:6"),
        Case(why: "an unknown interface", text: "type Q implements Nope", refused: "GRAPHQL_TYPE_UNKNOWN 1:19"),
        Case(why: "an unknown operation's type", text: "schema { query: Q }", refused: "GRAPHQL_TYPE_UNKNOWN 1:17"),
        Case(
            why: "an input object asked for",
            text: "input I { a: Int } type Q { a: I }",
            refused: "GRAPHQL_TYPE_KIND 1:32"
        ),
        Case(why: "an object sent", text: "type A { a(b: A): Int }", refused: "GRAPHQL_TYPE_KIND 1:15"),
        Case(why: "a scalar in a union", text: "union U = Int", refused: "GRAPHQL_TYPE_KIND 1:11"),
        Case(why: "an object implemented", text: "type A type B implements A", refused: "GRAPHQL_TYPE_KIND 1:26"),
        Case(why: "another kind extended", text: "type A extend input A { a: Int }", refused: "GRAPHQL_TYPE_KIND 1:21"),
        Case(why: "a type twice", text: "type A\nscalar A", refused: "GRAPHQL_DUPLICATE 2:8"),
        Case(why: "a field twice", text: "type A { a: Int a: Int }", refused: "GRAPHQL_DUPLICATE 1:17"),
        Case(
            why: "a field twice over an extension",
            text: "type A { a: Int } extend type A { a: Int }",
            refused: "GRAPHQL_DUPLICATE 1:35"
        ),
        Case(why: "an argument twice", text: "type A { a(b: Int, b: Int): Int }", refused: "GRAPHQL_DUPLICATE 1:20"),
        Case(why: "a value twice", text: "enum E { A A }", refused: "GRAPHQL_DUPLICATE 1:12"),
        Case(why: "a member twice", text: "type A union U = A | A", refused: "GRAPHQL_DUPLICATE 1:22"),
        Case(
            why: "a directive twice",
            text: "directive @a on FIELD directive @a on FIELD",
            refused: "GRAPHQL_DUPLICATE 1:34"
        ),
        Case(why: "an operation twice", text: "type Q schema { query: Q query: Q }", refused: "GRAPHQL_DUPLICATE 1:26"),
        Case(
            why: "the schema twice",
            text: "type Q schema { query: Q } schema { query: Q }",
            refused: "GRAPHQL_DUPLICATE 1:28"
        ),
        Case(
            why: "a key twice in a value",
            text: "scalar S input I { a: S = {b: 1, b: 2} }",
            refused: "GRAPHQL_DUPLICATE 1:34"
        ),
    ]

    @Test(arguments: accepted) func reads(_ test: Case) { #expect(Sketch.refusal(test.text) == nil) }

    @Test(arguments: refused) func refuses(_ test: Case) { #expect(Sketch.refusal(test.text) == test.refused) }

    @Test func keepsLimits() {
        let deep =
            "scalar S input I { a: S = " + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + " }"
        #expect(Sketch.refusal(deep) == "GRAPHQL_LIMIT 1:91")
        let lists =
            "type Q { a: " + String(repeating: "[", count: 40) + "Int" + String(repeating: "]", count: 40) + " }"
        #expect(Sketch.refusal(lists) == "GRAPHQL_LIMIT 1:13")
        let small = GraphQLFormat(limits: SDLLimits(bytes: 8))
        #expect(throws: ContractFailure.self) {
            try small.parse(ContractSource(Array("scalar Amount".utf8)), library: ReferenceLibrary())
        }

        #expect(throws: ContractFailure.self) {
            try GraphQLFormat().parse(ContractSource([0x23, 0xFF]), library: ReferenceLibrary())
        }
    }

    @Test(arguments: [
        ("type Q { a: Int }", true), ("\"\"\"d\"\"\"\nenum E { A }", true), ("# c\nextend type A @k", true),
        ("schema { query: Q }", true), ("{\"type\": \"object\"}", false), ("type: object\nproperties: {}", false),
        ("openapi: 3.1.0", false), ("syntax = \"proto3\";\nmessage A {}", false), ("enum E { A = 0; }", false),
        ("\"string\"", false), ("", false), ("query { a }", false),
    ])
    func recognises(_ text: String, _ isOurs: Bool) {
        #expect(GraphQLFormat.recognises(ContractSource(Array(text.utf8))) == isOurs)
    }

    @Test func resolvesReferences() throws {
        let text = #"type Q @canonical(ref: "canon:billing.invoice@3") { a: Int @x(y: "canon:a@1") }"#
        let source = ContractSource(Array(text.utf8))
        #expect(try GraphQLFormat().references(in: source) == ["canon:a@1", "canon:billing.invoice@3"])
        #expect(Sketch.refusal(text) == "REFERENCE_UNRESOLVED 1:19")
        #expect(try GraphQLFormat().references(in: ContractSource(Array("type Q".utf8))) == [])
    }
}
