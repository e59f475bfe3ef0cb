import Compatibility
import Contracts
import OpenAPI
import Syntax
import Testing

@Suite("one finding a cause")
struct SharedSchemaTests {
    private static func api(operations: Int, _ schema: String) -> String {
        let paths = (0..<operations).map { index in
            """
            /p\(index):
              get:
                responses:
                  200: {description: found, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
            """
        }
        let more =
            "components: {schemas: {A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}, B: \(schema)}}"
        return Sketch.api(paths.joined(separator: "\n"), more: more)
    }

    private static func findings(_ old: String, _ new: String) throws -> [Finding] {
        let (old, new) = (try read(old), try read(new))
        return OpenAPIFormat().findings(from: old, to: new, breaking: .backward, options: ComparisonOptions())
    }

    @Test("a shared schema that changed is told once, with the operations that it reaches")
    func tellsOnce() throws {
        let found = try Self.findings(
            Self.api(operations: 30, "{type: integer}"),
            Self.api(operations: 30, "{type: number}")
        )
        #expect(found.map(\.rule) == ["response-property-type-generalized"])
        #expect(found.first?.operation == "GET /p0")
        #expect(found.first?.path == "response 200 application/json /b")
        #expect(found.first?.reaches.count == 29)
        #expect(found.first?.reaches.first == "GET /p1")
        #expect(found.first?.old?.pointer == "/components/schemas/B/type")
        #expect(found.first?.new?.position.line == 3)
    }

    @Test("schemas in a circle end, and are told once")
    func endsInCircles() throws {
        let circle = "{type: object, properties: {a: {$ref: '#/components/schemas/A'}, c: {type: CHANGED}}}"
        let (old, new) = (circle.replacing("CHANGED", with: "string"), circle.replacing("CHANGED", with: "integer"))
        let found = try Self.findings(Self.api(operations: 2, old), Self.api(operations: 2, new))
        #expect(found.map(\.address) == ["GET /p0 response 200 application/json /b/c"])
        #expect(found.map(\.reaches) == [["GET /p1"]])
    }

    @Test("the same two versions give the same findings in the same order")
    func isSteady() throws {
        let (old, new) = (Self.api(operations: 9, "{enum: [A, B, C]}"), Self.api(operations: 9, "{enum: [D, E, F]}"))
        let first = try Self.findings(old, new)
        for _ in 0..<5 { #expect(try Self.findings(old, new) == first) }
        #expect(first.count == 3)
    }

    @Test("fields behind their operations, with what they stand for")
    func hasShape() throws {
        let schema =
            "{type: object, x-entity: Invoice, required: [id], properties: {id: {type: string}, note: {type: string, x-class: PII}}}"
        let fields = OpenAPIFormat().shape(of: try read(Sketch.response(schema))).fields
        #expect(fields.map(\.address) == ["GET /x 200", "GET /x 200 /id", "GET /x 200 /note"])
        #expect(fields.map(\.entity) == [nil, "Invoice.id", "Invoice.note"])
        #expect(fields.map(\.sensitivity) == [nil, nil, "PII"])
        #expect(fields.map(\.isRequired) == [true, true, false])
    }

    /// Versions of an answer's schema, and the names of what is not decided within one step.
    @Test(
        arguments: [
            ("{pattern: '^a+$'}", "{pattern: '^a+$', description: other}", []),
            ("{pattern: '^a+$'}", "{pattern: '^b+$'}", ["response-body-pattern-changed"]),
            (
                "{oneOf: [{minLength: 1}, {maxLength: 3}, {type: integer}]}",
                "{oneOf: [{maxLength: 3}, {minLength: 1}, {type: integer}]}",
                [Finding.undecided]
            ),
            ("{type: string}", "{type: integer}", nil),
        ] as [(String, String, [String]?)]
    )
    func tellsWhatIsNotDecided(_ old: String, _ new: String, _ undecided: [String]?) throws {
        let (old, new) = (try read(Sketch.response(old)), try read(Sketch.response(new)))
        let options = ComparisonOptions(stepBudget: 20)
        let found = OpenAPIFormat().findings(from: old, to: new, breaking: .backward, options: options)
        #expect(found.filter(\.isUndecided).map(\.rule) == undecided ?? [])
        #expect(found.allSatisfy { $0.rule != Finding.undecided || $0.severity == .error })
        for finding in found where finding.isUndecided {
            #expect(finding.message.contains("it is not decided whether a value is refused: "))
            #expect(finding.json["undecided"]?.text == finding.undecided.map { "\"\($0)\"" })
        }
    }
}
