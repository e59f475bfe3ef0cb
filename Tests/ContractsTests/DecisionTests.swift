import Contracts
import Syntax
import Testing

@Suite("decision")
struct DecisionTests {
    static func full() throws -> Decision {
        let team = try TeamID(parsing: "billing")
        let place = Place(pointer: "/a~1b", position: SourcePosition(line: 3, column: 7), file: "x.yaml")
        let requirement = Requirement("owner", count: 2, teams: [team], why: "it owns it")
        return Decision(
            verdict: .pending,
            mode: .fullTransitive,
            bump: .major,
            base: SemanticVersion(1, 2, 3),
            declared: SemanticVersion(2, 0, 0, preRelease: "rc.1"),
            findings: [
                Finding(
                    "r1",
                    .error,
                    direction: .backward,
                    operation: "GET /x",
                    path: "/a",
                    old: place,
                    new: place,
                    message: "ä \u{1F4A3} \"quoted\"\n",
                    remedy: "undo it",
                    witness: ["n": .number(ExactNumber(1)), "deep": [nil, [true]]],
                    reaches: ["GET /y", "/b"]
                ),
                Finding("r2", .info, path: "", message: ""),
                Finding("r3", .warning, direction: .forward, path: "/c", message: "m", witness: .null),
            ],
            results: [
                PolicyResult(
                    policy: try PolicyID(parsing: "p"),
                    digest: "sha256:0",
                    effect: .require,
                    wouldBe: .deny,
                    reasons: [Reason("C", "m", path: "/a", owner: team, remedy: "r"), Reason("D", "n")],
                    requirements: [requirement]
                )
            ],
            requirements: [requirement]
        )
    }

    @Test func isReadBack() throws {
        let decision = try Self.full()
        #expect(try Decision(node(decision.json.text)) == decision)
    }

    @Test func ofAFirstVersionIsReadBack() throws {
        let decision = Decision(
            verdict: .approved,
            mode: .none,
            bump: .none,
            base: nil,
            declared: SemanticVersion(1, 0, 0),
            findings: [],
            results: [],
            requirements: []
        )
        #expect(try Decision(node(decision.json.text)) == decision)
        #expect(decision.isCompatible)
    }

    @Test func survivesCanonicalForm() throws {
        let decision = try Self.full()
        let bytes = CanonicalJSON.bytes(of: decision.json, numbers: .exact)
        let read = try #require(Decision(try Document.json(bytes).root))
        #expect(CanonicalJSON.bytes(of: read.json, numbers: .exact) == bytes)
        #expect(read.requirements == decision.requirements && read.results == decision.results)
    }

    /// A part that cannot be read makes the whole unreadable: a decision never loses a requirement.
    @Test(arguments: [
        (#""teams":["billing"]"#, #""teams":["bil ling"]"#), (#""count":2"#, #""count":"2""#),
        (#""severity":"info""#, #""severity":"grave""#), (#""effect":"require""#, #""effect":"shrug""#),
        (#""verdict":"pending""#, #""verdict":"fine""#), (#""code":"D""#, #""code":4"#),
        (#""declared":"2.0.0-rc.1""#, #""declared":"2""#),
    ])
    func isReadWholeOrNotAtAll(_ part: String, _ other: String) throws {
        let text = try Self.full().json.text
        let altered = text.replacing(part, with: other)
        #expect(altered != text)
        #expect(try Decision(node(altered)) == nil)
    }

    @Test func requirementsOfTheSameTeamsAreOne() throws {
        let (a, b) = (try TeamID(parsing: "a"), try TeamID(parsing: "b"))
        let union = Requirement.union([
            Requirement("owner", teams: [a], why: "x"), Requirement("field", count: 2, teams: [a], why: "y"),
            Requirement("both", teams: [b, a], why: "z"), Requirement("either", teams: [a, b], why: "z"),
            Requirement("owner", teams: [a], why: "x"),
        ])
        #expect(union.map(\.name) == ["both + either", "owner + field"])
        #expect(union.map(\.count) == [1, 2])
        #expect(Requirement("r", count: 0, teams: [a], why: "").count == 1)
    }

    @Test func findingsAreListedHeaviestFirst() {
        func finding(_ rule: String, _ severity: Severity, line: Int?) -> Finding {
            let place = line.map { Place(pointer: "", position: SourcePosition(line: $0, column: 1)) }
            return Finding(rule, severity, path: "", new: place, message: "")
        }
        let sorted = [
            finding("e", .error, line: nil), finding("a", .error, line: 2), finding("b", .error, line: 2),
            finding("c", .warning, line: 1), finding("d", .info, line: 1),
        ]
        #expect(sorted.reversed().sorted(by: Finding.isListedBefore).map(\.rule) == sorted.map(\.rule))
    }

    @Test func shapesTellWhatWasTouched() {
        func shape(_ fields: (String, String)...) -> Shape {
            Shape(fields: fields.map { Shape.Field(address: $0.0, type: $0.1, isRequired: true) })
        }
        let old = shape(("/a", "string"), ("/b", "string"), ("/c", "int"))
        let new = shape(("/c", "int"), ("/b", "int"), ("/d", "int"))
        #expect(old.touched(by: new).map(\.address) == ["/a", "/b", "/d"])
        #expect(old.touched(by: old) == [])
    }

    @Test func touchedFieldsTellWhatTheyStoodFor() {
        func shape(_ entity: String?) -> Shape {
            Shape(fields: [Shape.Field(address: "/a", type: "string", isRequired: true, entity: entity)])
        }
        #expect(shape("Invoice.id").touched(by: shape("Invoice.id")) == [])
        #expect(shape("Invoice.id").touched(by: shape(nil)) == [TouchedField("/a", entities: ["Invoice.id"])])
        let both = TouchedField("/a", entities: ["Client.id", "Invoice.id"])
        #expect(shape("Invoice.id").touched(by: shape("Client.id")) == [both])
        #expect(shape("Client.id").touched(by: Shape()) == [TouchedField("/a", entities: ["Client.id"])])
    }
}
