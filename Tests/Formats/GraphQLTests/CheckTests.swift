import Compatibility
import Contracts
import GraphQL
import Syntax
import Testing

@Suite("what the GraphQL specification forbids")
struct CheckTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        var remarks: [String] = []
        var testDescription: String { text }
    }

    private static let query = " type Query { a: Int }"

    static let cases = [
        Case(text: "type Query { a: Int }"),
        Case(text: "type A { a: Int }", remarks: ["GRAPHQL_ROOT 1"]),
        Case(text: "type A @key(fields: \"a\") { a: Int }", remarks: ["GRAPHQL_DIRECTIVE 8"]),
        Case(text: "schema { query: U } union U = A type A { a: Int }", remarks: ["GRAPHQL_ROOT 17"]),
        Case(text: "type Query", remarks: ["GRAPHQL_TYPE_EMPTY 6"]),
        Case(
            text: "enum E union U input I\(query)",
            remarks: ["GRAPHQL_TYPE_EMPTY 6", "GRAPHQL_TYPE_EMPTY 14", "GRAPHQL_TYPE_EMPTY 22"]
        ),
        Case(text: "scalar __A\(query)", remarks: ["GRAPHQL_NAME_RESERVED 8"]),
        Case(text: "scalar _A\(query)"),
        Case(text: "extend type A { a: Int }\(query)", remarks: ["GRAPHQL_EXTENSION 13"]),
        // Interfaces.
        Case(
            text:
                "interface I { a(p: Int): I b: [Int] } type A implements I { b: [Int!]! a(p: Int, q: Int): A }\(query)"
        ),
        Case(text: "interface I { a: Int } type A implements I { b: Int }\(query)", remarks: ["GRAPHQL_INTERFACE 42"]),
        Case(text: "interface I { a: Int! } type A implements I { a: Int }\(query)", remarks: ["GRAPHQL_INTERFACE 50"]),
        Case(
            text: "interface I { a(p: Int): Int } type A implements I { a: Int }\(query)",
            remarks: ["GRAPHQL_INTERFACE 54"]
        ),
        Case(
            text: "interface I { a(p: Int): Int } type A implements I { a(p: Int!): Int }\(query)",
            remarks: ["GRAPHQL_INTERFACE 59"]
        ),
        Case(
            text: "interface I { a: Int } type A implements I { a(p: Int!): Int }\(query)",
            remarks: ["GRAPHQL_INTERFACE 48"]
        ),
        Case(
            text: "interface I { a: Int } interface J implements I { a: Int } type A implements J { a: Int }\(query)",
            remarks: ["GRAPHQL_INTERFACE 78"]
        ),
        Case(text: "interface I implements I { a: Int }\(query)", remarks: ["GRAPHQL_INTERFACE 24"]),
        // Values.
        Case(
            text:
                "input I { a: Int = 1 b: Float = 1 c: ID = 1 d: [Int!] = 1 e: Boolean = true f: String = null }\(query)"
        ),
        Case(
            text: "input I { a: Int = 1.5 b: String = A c: Int! = null d: [Int!] = [null] }\(query)",
            remarks: ["GRAPHQL_VALUE 20", "GRAPHQL_VALUE 36", "GRAPHQL_VALUE 48", "GRAPHQL_VALUE 66"]
        ),
        Case(text: "enum E { A } input I { a: E = A b: E = B }\(query)", remarks: ["GRAPHQL_VALUE 40"]),
        Case(
            text: "input J { x: Int! y: Int } input I { a: J = {x: 1} b: J = {z: 1} }\(query)",
            remarks: ["GRAPHQL_VALUE 59", "GRAPHQL_VALUE 60"]
        ),
        // Cycles.
        Case(text: "input I { a: J! } input J { a: I! }\(query)", remarks: ["GRAPHQL_INPUT_CYCLE 29"]),
        Case(text: "input I { a: J! } input J { a: I b: [I!]! }\(query)"),
        // Directives.
        Case(text: "directive @a(p: Int!) on OBJECT scalar S @a(p: 1)\(query)", remarks: ["GRAPHQL_DIRECTIVE 42"]),
        Case(
            text: "directive @a(p: Int!) on SCALAR scalar S @a(q: 1) @a(p: 1)\(query)",
            remarks: ["GRAPHQL_DIRECTIVE 42", "GRAPHQL_DIRECTIVE 45", "GRAPHQL_DIRECTIVE 51"]
        ),
        Case(
            text: "directive @a(p: Int!) repeatable on SCALAR scalar S @a(p: 1) @a(p: \"1\")\(query)",
            remarks: ["GRAPHQL_VALUE 68"]
        ),
        Case(
            text: "scalar S @b @deprecated @specifiedBy(url: \"u\")\(query)",
            remarks: ["GRAPHQL_DIRECTIVE 10", "GRAPHQL_DIRECTIVE 13"]
        ),
        Case(text: "input I { a: Int! @deprecated b: Int @deprecated }\(query)", remarks: ["GRAPHQL_DEPRECATION 11"]),
        Case(
            text: "input I @oneOf { a: Int! b: Int = 1 c: Int }\(query)",
            remarks: ["GRAPHQL_ONE_OF 18", "GRAPHQL_ONE_OF 26"]
        ),
    ]

    @Test(arguments: cases)
    func remarksOnExactly(_ test: Case) throws {
        let remarks = Sketch.format.remarks(on: try Sketch.model(test.text))
        #expect(remarks.map { "\($0.code) \($0.place.position.column)" } == test.remarks)
    }

    /// What is remarked is told where it is new, and backward only.
    @Test(arguments: [
        ("type Query { a: Int }", "type Query { a: Int __b: Int }", ["1:21 the field's name '__b' begins with '__'"]),
        ("type Query { __b: Int }", "type Query { a: Int __b: Int }", []),
        ("type Query { __b: Int }", "type Query { a: Int }", []),
        ("type Query { a: Int }", "type Query { a: Int b: Int }", []),
    ])
    func tellsRemarks(_ old: String, _ new: String, _ told: [String]) throws {
        let models = (try Sketch.model(old), try Sketch.model(new))
        func violations(_ direction: Direction) -> [Finding] {
            Sketch.format.findings(from: models.0, to: models.1, breaking: direction, options: ComparisonOptions())
                .filter { $0.rule == "specification-violated" }
        }
        let found = violations(.backward)
        #expect(found.count == told.count && found.allSatisfy { $0.severity == .info })
        for (finding, text) in zip(found, told) {
            let place = try #require(finding.new).position
            #expect("\(place.line):\(place.column) \(finding.message)".hasPrefix(text))
        }
        #expect(violations(.forward) == [])
    }
}
