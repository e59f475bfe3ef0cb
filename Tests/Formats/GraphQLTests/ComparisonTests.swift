import Compatibility
import Contracts
import GraphQL
import Testing

@Suite("comparing GraphQL schemas")
struct ComparisonTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let old: String
        let new: String
        /// Backward findings, each `severity RULE address`.
        var backward: [String] = []
        /// Forward findings.
        var forward: [String] = []
        var testDescription: String { "\(why): \(old) -> \(new)" }
    }

    /// Texts without queries are parts of a schema, in which every type may be used.
    static let parts = [
        Case(why: "a type gone", old: "type A type B", new: "type A", backward: ["error TYPE_REMOVED B"]),
        Case(
            why: "a type new, and without fields, which is forbidden",
            old: "type A",
            new: "type A type B",
            backward: ["info specification-violated /"],
            forward: ["error TYPE_ADDED B"]
        ),
        Case(
            why: "another kind",
            old: "type A { a: Int }",
            new: "interface A { a: Int }",
            backward: ["error TYPE_CHANGED_KIND A"],
            forward: ["error TYPE_CHANGED_KIND A"]
        ),
        Case(why: "a built-in scalar written out", old: "type A { a: Int }", new: "scalar Int type A { a: Int }"),
        Case(
            why: "a field gone",
            old: "type A { a: Int b: Int }",
            new: "type A { a: Int }",
            backward: ["error FIELD_REMOVED A.b"]
        ),
        Case(
            why: "a field new",
            old: "type A { a: Int }",
            new: "type A { a: Int b: Int }",
            forward: ["error FIELD_ADDED A.b"]
        ),
        Case(
            why: "a field that may be null now",
            old: "type A { a: Int! }",
            new: "type A { a: Int }",
            backward: ["error FIELD_CHANGED_KIND A.a"]
        ),
        Case(
            why: "a field that is never null now",
            old: "type A { a: [Int] }",
            new: "type A { a: [Int!]! }",
            forward: ["error FIELD_CHANGED_KIND_SAFE A.a"]
        ),
        Case(
            why: "another scalar",
            old: "type A { a: Int }",
            new: "type A { a: Float }",
            backward: ["error FIELD_CHANGED_KIND A.a"],
            forward: ["error FIELD_CHANGED_KIND A.a"]
        ),
        Case(
            why: "moved into an extension",
            old: "type A { a: Int b: Int }",
            new: "type A { a: Int } extend type A { b: Int }"
        ),
        Case(
            why: "an interface became its only type",
            old: "interface I { a: Int } type A implements I { a: Int } type B { i: I }",
            new: "interface I { a: Int } type A implements I { a: Int } type B { i: A }",
            forward: ["error FIELD_CHANGED_KIND_SAFE B.i"]
        ),
        Case(
            why: "an interface became one of its types: fragments on the other do not apply",
            old: "interface I { a: Int } type A implements I { a: Int } type C implements I { a: Int } type B { i: I }",
            new: "interface I { a: Int } type A implements I { a: Int } type C implements I { a: Int } type B { i: A }",
            backward: ["error FIELD_CHANGED_KIND B.i"],
            forward: ["error FIELD_CHANGED_KIND B.i"]
        ),
        Case(
            why: "an interface less",
            old: "interface I { a: Int } type A implements I { a: Int }",
            new: "interface I { a: Int } type A { a: Int }",
            backward: ["error IMPLEMENTED_INTERFACE_REMOVED A&I"]
        ),
        Case(
            why: "an interface more",
            old: "interface I { a: Int } type A { a: Int }",
            new: "interface I { a: Int } type A implements I { a: Int }",
            backward: ["warning IMPLEMENTED_INTERFACE_ADDED A&I"],
            forward: ["error IMPLEMENTED_INTERFACE_ADDED A&I"]
        ),
        Case(
            why: "union members",
            old: "type A type B type C union U = A | B",
            new: "type A type B type C union U = A | C",
            backward: ["error TYPE_REMOVED_FROM_UNION U|B", "warning TYPE_ADDED_TO_UNION U|C"],
            forward: ["error TYPE_ADDED_TO_UNION U|C"]
        ),
        Case(
            why: "union members in another order",
            old: "type A type B union U = A | B",
            new: "type A type B union U = B | A"
        ),
        Case(
            why: "values",
            old: "enum E { A B }",
            new: "enum E { A C }",
            backward: ["error VALUE_REMOVED_FROM_ENUM E.B", "warning VALUE_ADDED_TO_ENUM E.C"],
            forward: ["error VALUE_ADDED_TO_ENUM E.C"]
        ),
        Case(
            why: "arguments",
            old: "type A { a(p: Int, q: Int!): Int }",
            new: "type A { a(r: Int, s: Int!, t: Int! = 1): Int }",
            backward: [
                "error ARG_REMOVED A.a(p:)", "error ARG_REMOVED A.a(q:)", "error REQUIRED_ARG_ADDED A.a(s:)",
                "warning OPTIONAL_ARG_ADDED A.a(r:)",
            ],
            forward: [
                "error ARG_REMOVED A.a(q:)", "error OPTIONAL_ARG_ADDED A.a(r:)", "error REQUIRED_ARG_ADDED A.a(s:)",
                "error OPTIONAL_ARG_ADDED A.a(t:)",
            ]
        ),
        Case(
            why: "an argument takes more",
            old: "type A { a(p: [Int!]!): Int }",
            new: "type A { a(p: [Int]): Int }",
            forward: ["error ARG_CHANGED_KIND_SAFE A.a(p:)"]
        ),
        Case(
            why: "an argument takes less",
            old: "type A { a(p: Int = 1): Int }",
            new: "type A { a(p: Int! = 1): Int }",
            backward: ["error ARG_CHANGED_KIND A.a(p:)"]
        ),
        Case(
            why: "a default of an argument",
            old: "type A { a(p: Int = 1, q: Int, r: Int! = 1, s: Int! = 1): Int }",
            new: "type A { a(p: Int = 2, q: Int = 2, r: Int!, s: Int! = 1): Int }",
            backward: [
                "error ARG_DEFAULT_VALUE_CHANGE A.a(r:)", "warning ARG_DEFAULT_VALUE_CHANGE A.a(p:)",
                "warning ARG_DEFAULT_VALUE_ADDED A.a(q:)",
            ]
        ),
        Case(
            why: "an argument that had to be sent has a default",
            old: "type A { a(p: Int!): Int }",
            new: "type A { a(p: Int! = 1): Int }",
            forward: ["error ARG_DEFAULT_VALUE_ADDED A.a(p:)"]
        ),
        Case(
            why: "defaults are values",
            old: #"input I { x: Int y: String } type A { a(p: I = {x: 1, y: "a"}, q: Float = 1.0): Int }"#,
            new: #"input I { x: Int y: String } type A { a(p: I = {y: """a""" x: 1}, q: Float = 10e-1): Int }"#
        ),
        Case(
            why: "input fields",
            old: "input I { a: Int b: Int! }",
            new: "input I { c: Int d: Int! e: Int! = 1 }",
            backward: [
                "error FIELD_REMOVED I.a", "error FIELD_REMOVED I.b", "error REQUIRED_INPUT_FIELD_ADDED I.d",
                "warning OPTIONAL_INPUT_FIELD_ADDED I.c",
            ],
            forward: [
                "error FIELD_REMOVED I.b", "error OPTIONAL_INPUT_FIELD_ADDED I.c",
                "error REQUIRED_INPUT_FIELD_ADDED I.d", "error OPTIONAL_INPUT_FIELD_ADDED I.e",
            ]
        ),
        Case(
            why: "types of input fields go the other way",
            old: "input I { a: Int! b: Int }",
            new: "input I { a: Int b: Int! }",
            backward: ["error FIELD_CHANGED_KIND I.b"],
            forward: ["error FIELD_CHANGED_KIND_SAFE I.a"]
        ),
        Case(
            why: "a default of an input field",
            old: "input I { a: Int = 1 b: [Int] = [1] }",
            new: "input I { a: Int = 2 b: [Int] = [1] }",
            backward: ["warning INPUT_FIELD_DEFAULT_VALUE_CHANGED I.a"]
        ),
        Case(
            why: "exactly one input field",
            old: "input I { a: Int b: Int }",
            new: "input I @oneOf { a: Int b: Int }",
            backward: ["error ONE_OF_ADDED I"]
        ),
        Case(
            why: "a directive of requests",
            old: "directive @a(p: Int, q: Int) repeatable on FIELD | QUERY",
            new: "directive @a(p: String, r: Int!) on FIELD",
            backward: [
                "error DIRECTIVE_ARG_REMOVED @a(q:)", "error DIRECTIVE_LOCATION_REMOVED @a|QUERY",
                "error DIRECTIVE_REPEATABLE_REMOVED @a", "error DIRECTIVE_ARGUMENT_TYPE_CHANGED @a(p:)",
                "error REQUIRED_DIRECTIVE_ARG_ADDED @a(r:)",
            ],
            forward: ["error DIRECTIVE_ARGUMENT_TYPE_CHANGED @a(p:)", "error REQUIRED_DIRECTIVE_ARG_ADDED @a(r:)"]
        ),
        Case(
            why: "notes",
            old: "\"a\" type A { a: Int @deprecated b: Int c: Int @deprecated(reason: \"x\") d: Int @x }",
            new: "\"b\" type A { a: Int b: Int @deprecated c: Int @deprecated(reason: \"y\") d: Int @x(y: 1) }",
            backward: [
                "warning DIRECTIVE_USAGE_CHANGED A.d", "info DESCRIPTION_CHANGED A", "info DEPRECATION_REMOVED A.a",
                "info DEPRECATION_ADDED A.b", "info DEPRECATION_REASON_CHANGED A.c",
            ]
        ),
        Case(why: "the same description written otherwise", old: "\"a\" type A", new: "\"\"\"\n  a\n\"\"\" type A"),
    ]

    /// In a whole schema it counts what operations reach.
    static let wholes = [
        Case(
            why: "no operation leads to the type",
            old: "type Query { a: Int } type X { a: Int b: Int } type Y { a: Int }",
            new: "type Query { a: Int } type X { a: Int c: Int } type Z { a: Int }",
            backward: [
                "info FIELD_REMOVED X.b", "info FIELD_ADDED X.c", "info TYPE_ADDED Z", "info TYPE_REMOVED Y",
            ]
        ),
        Case(
            why: "values that are only sent",
            old: "type Query { a(e: E): Int } enum E { A B }",
            new: "type Query { a(e: E): Int } enum E { A C }",
            backward: ["error VALUE_REMOVED_FROM_ENUM E.B"],
            forward: ["error VALUE_ADDED_TO_ENUM E.C"]
        ),
        Case(
            why: "values that are only asked for",
            old: "type Query { a: E } enum E { A B }",
            new: "type Query { a: E } enum E { A C }",
            backward: ["warning VALUE_ADDED_TO_ENUM E.C"],
            forward: ["warning VALUE_REMOVED_FROM_ENUM E.B"]
        ),
        Case(
            why: "values that nothing in the schema uses may travel in custom scalars",
            old: "type Query { a: Int } enum E { A B }",
            new: "type Query { a: Int } enum E { A }",
            backward: ["error VALUE_REMOVED_FROM_ENUM E.B"]
        ),
        Case(
            why: "a type that is reached through its interface",
            old: "type Query { i: I } interface I { a: Int } type A implements I { a: Int b: Int }",
            new: "type Query { i: I } interface I { a: Int } type A implements I { a: Int }",
            backward: ["error FIELD_REMOVED A.b"]
        ),
        Case(
            why: "a directive that no request can use",
            old: "directive @a(p: Int) on OBJECT directive @b on OBJECT type Query { a: Int }",
            new: "directive @a on OBJECT type Query { a: Int }",
            backward: ["info DIRECTIVE_ARG_REMOVED @a(p:)", "info DIRECTIVE_REMOVED @b"]
        ),
        Case(
            why: "an entity of a federated service",
            old: "type Query { a: Int } type A @key(fields: \"id\") { id: ID b: Int }",
            new: "type Query { a: Int } type A @key(fields: \"id\") { id: ID }",
            backward: ["error FIELD_REMOVED A.b"]
        ),
        Case(
            why: "an operation gone",
            old: "schema { query: Q mutation: M } type Q { m: M } type M { a: Int }",
            new: "schema { query: Q } type Q { m: M } type M { a: Int }",
            backward: ["error SCHEMA_MUTATION_TYPE_CHANGED schema.mutation"]
        ),
        Case(
            why: "an operation and its type gone",
            old: "type Query { a: Int } type Subscription { a: Int }",
            new: "type Query { a: Int }",
            backward: ["error TYPE_REMOVED Subscription"]
        ),
    ]

    @Test(arguments: parts + wholes)
    func findsExactly(_ test: Case) throws {
        let (backward, forward) = (
            try Sketch.findings(test.old, test.new), try Sketch.findings(test.old, test.new, .forward)
        )
        #expect(backward == test.backward)
        #expect(forward == test.forward)
    }

    @Test(arguments: parts + wholes)
    func findsNothingInItself(_ test: Case) throws {
        for text in [test.old, test.new] {
            #expect(try Sketch.findings(text, text) == [])
            #expect(try Sketch.findings(text, text, .forward) == [])
        }
    }

    /// What breaks one way is safe or broken the other way round, never unseen.
    @Test(arguments: parts + wholes)
    func isSymmetric(_ test: Case) throws {
        let backward = try Sketch.findings(test.old, test.new).filter { $0.hasPrefix("error") }
        let mirrored = try Sketch.findings(test.new, test.old, .forward).filter { $0.hasPrefix("error") }
        #expect(backward.count == mirrored.count)
    }

    @Test func namesBothPlaces() throws {
        let old = try Sketch.model("type Query {\n  a: Int!\n}")
        let new = try Sketch.model("# new\ntype Query {\n\n  ä: Int a: Int\n}".replacing("ä", with: "b"))
        let finding = Sketch.format.compare(old, new, mode: .backward).findings[0]
        #expect(finding.rule == "FIELD_CHANGED_KIND")
        #expect(finding.old.map { "\($0.position)" } == "line 2, column 6")
        #expect(finding.new.map { "\($0.position)" } == "line 4, column 13")
        #expect(finding.message == "the field 'Query.a' changed its type from Int! to Int")
    }

    @Test(arguments: [
        ("type Query { a: Int }", "type Query { a: Int }", Bump.none),
        ("type Query { a: Int }", "\"all\" type Query { a: Int }", .patch),
        ("type Query { a: Int }", "type Query { a: Int b: Int }", .minor),
        ("type Query { a: Int b: Int }", "type Query { a: Int }", .major),
    ])
    func raisesTheVersion(_ old: String, _ new: String, _ bump: Bump) throws {
        #expect(Sketch.format.compare(try Sketch.model(old), try Sketch.model(new), mode: .full).bump == bump)
    }

    @Test func cardsTellRulesApart() {
        let texts = Set(GraphQLRule.allCases.map { $0.card.summary })
        #expect(texts.count == GraphQLRule.allCases.count)
    }

    /// A comparison ends however many fields change to types that must be looked at.
    @Test func endsWithinItsBudget() throws {
        let count = 300
        let types = (0..<count).map { "interface I\($0) { a: Int } type A\($0) implements I\($0) { a: Int }" }
        let old = types + ["type Query { \((0..<count).map { "f\($0): I\($0)" }.joined(separator: " ")) }"]
        let new = types + ["type Query { \((0..<count).map { "f\($0): A\($0)" }.joined(separator: " ")) }"]
        let models = (try Sketch.model(old.joined(separator: "\n")), try Sketch.model(new.joined(separator: "\n")))
        let small = ComparisonOptions(stepBudget: 10_000)
        let findings = Sketch.format.findings(from: models.0, to: models.1, breaking: .backward, options: small)
        #expect(findings.contains { $0.isUndecided })
        #expect(Sketch.format.compare(models.0, models.1, mode: .backward).isCompatible)
    }
}
