import Compatibility
import Contracts
import GraphQL
import Testing

@Suite("GraphQL forms")
struct FormTests {
    @Test func writesOneWay() throws {
        let text = """
            # invoices
            union U = B | A
            "what it is"
            type A implements J & I @b(y: 1, x: [2.50, "\\u0041"]) @a { z(b: Int = 007e0, a: [Int!]! = [1]): Int!, a: E }
            """
        #expect(Sketch.refusal(text) == "GRAPHQL_NUMBER 4:71")
        let fixed =
            text.replacing("007e0", with: "70e-1") + """
                 type B interface I interface J extend type B { x: Int }
                enum E { Q, P }
                directive @a repeatable on SCHEMA | OBJECT
                input P { a: S = {z: null, b: ENUM} } scalar S
                type Query { a: A }
                """
        #expect(
            try Sketch.form(fixed) == """
                schema{query:Query }
                directive @a repeatable on SCHEMA|OBJECT
                "what it is"type A implements I&J@b(x:[2.5,"A"],y:1)@a{a:E z(a:[Int!]!=[1] b:Int=7 ):Int! }
                type B{x:Int }
                enum E{P Q }
                interface I
                interface J
                input P{a:S={b:ENUM,z:null} }
                type Query{a:A }
                scalar S
                union U=A|B

                """
        )
    }

    @Test(arguments: [
        ("type A { a: Int b: Int }", "type A { b: Int, a: Int }"),
        ("type A type B", "type B type A"),
        ("scalar A # c", "scalar A"),
        ("\"a\\nb\" scalar A", "\"\"\"\n   a\n   b\n\"\"\" scalar A"),
        ("type A { a: Int } extend type A { b: Int }", "type A { a: Int b: Int }"),
        ("type Query { a: Int }", "schema { query: Query } type Query { a: Int }"),
        ("type A { a(b: Float = 1.0): Int }", "type A { a(b: Float = 1): Int }"),
        ("interface I type A implements I { a: Int }", "interface I type A implements & I { a: Int }"),
    ])
    func differsInFormOnly(_ one: String, _ other: String) throws {
        #expect(try Sketch.form(one) == Sketch.form(other))
        #expect(try Sketch.form(Sketch.form(one)) == Sketch.form(one))
        #expect(Sketch.format.compare(try Sketch.model(one), try Sketch.model(other), mode: .full).bump == .none)
    }

    @Test(arguments: [
        ("scalar A", "\"a\" scalar A"), ("\"a\" scalar A", "\"b\" scalar A"),
        ("scalar A @a @b", "scalar A @b @a"), ("type A { a: Int }", "type A { a: Int! }"),
        (
            "type Query { a: Int } type Mutation { a: Int }",
            "schema { query: Query } type Query { a: Int } type Mutation { a: Int }"
        ),
    ])
    func differsInContent(_ one: String, _ other: String) throws {
        #expect(try Sketch.form(one) != Sketch.form(other))
    }

    @Test func hasAShape() throws {
        let model = try Sketch.model(
            """
            type Invoice @entity(name: "Invoice") {
              id: ID! status(at: String!, of: String): [Status!] buyer: String @sensitivity(class: PII)
              total: Int @entity(name: "Money.amount")
            }
            enum Status { OPEN PAID }
            input Filter { status: Status! = OPEN, id: ID! }
            """
        )
        let fields = Sketch.format.shape(of: model).fields
        #expect(
            fields.map {
                "\($0.address) \($0.type) \($0.isRequired) \($0.values) \($0.sensitivity ?? "") \($0.entity ?? "")"
            } == [
                "Invoice.id ID! true []  Invoice.id",
                #"Invoice.status [Status!] false ["\"OPEN\"", "\"PAID\""]  Invoice.status"#,
                "Invoice.status(at:) String! true []  ",
                "Invoice.status(of:) String false []  ",
                "Invoice.buyer String false [] PII Invoice.buyer",
                "Invoice.total Int false []  Money.amount",
                #"Filter.status Status! false ["\"OPEN\"", "\"PAID\""]  "#,
                "Filter.id ID! true []  ",
            ]
        )
    }
}
