import OutsideSuites
import Testing

@testable import JSONSchema

@Suite("registries' suites", .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
struct RegistrySuiteTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let expected: RegistrySuite.Tally
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "confluent", expected: .init(semantic: 190, convention: 184, contradicting: 6)),
        Case(name: "karapace", expected: .init(semantic: 214, convention: 160, contradicting: 54)),
        Case(name: "apicurio", expected: .init(semantic: 202, convention: 188, contradicting: 14)),
        Case(
            name: "sentry",
            expected: .init(semantic: 68, convention: 68, different: Self.asserted, unconventional: Self.asserted)
        ),
        Case(
            name: "jsoncompat",
            expected: .init(
                semantic: 74,
                convention: 74,
                different: Self.refuted,
                unconventional: Self.refuted
            )
        ),
        Case(
            name: "subschema",
            expected: .init(
                semantic: 411,
                convention: 402,
                contradicting: 9,
                different: Self.lineEnds,
                unconventional: Self.lineEnds
            )
        ),
    ]

    @Test(arguments: cases)
    func verdicts(_ test: Case) throws {
        let tally = try RegistrySuite(path: "conformance/jsonschema-\(test.name)/cases.jsonl").run()
        #expect(tally == test.expected)
    }

    /// A change from one format to another in draft-07, which asserts formats; the suite takes them for annotations.
    private static let asserted = ["sentry-json/format-format-change"]

    /// The suite's own second validator disagrees with the tool, and so do we: the first has a confirmed counter-example
    /// (`{"x": ""}`), and every instance of the second is an object with one member of control characters.
    private static let refuted = [
        "jsoncompat/pattern-properties-fall-back-to-additional-properties-deserializer",
        "jsoncompat/unsupported-subset-pattern-properties-additional-fallback-serializer",
    ]

    /// A pattern with `.` is asked instead of a length: in ECMA-262 it matches no line end, and a text of line ends is
    /// the confirmed counter-example.
    private static let lineEnds =
        [1, 3, 10, 12].map { "jsonsubschema/more-paperexamples-equiv-multiple-case-\($0)" }
        + [3, 5, 9, 11, 18, 22].map { "jsonsubschema/string-notstringsubtype-equiv-multiple-case-\($0)" }
}
