import Compatibility
import Contracts
import GraphQL
import OutsideSuites
import Syntax
import Testing

@Suite(
    "outside suites of GraphQL",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct OutsideSuiteTests {
    /// Cases on which our verdict is another, and why.
    private static let otherVerdicts = [
        "graphql/inspector/safeunreachable-rule-removed-type":
            "no operation leads to the type, so none can name it; the suite's own probe unused-type-removed says so too",
        "graphql/inspector/directive-default-value":
            "a directive of requests has an argument that must be given now, since its default is gone",
        "graphql/inspector/directive-default-value-reversed":
            "a directive of requests has an argument that must be given now, since its default is gone",
    ]

    /// The names that graphql-js has, which the suite's are from.
    private static let named = Set(
        GraphQLRule.allCases.prefix { $0 != .directiveArgumentTypeChanged }.map(\.rawValue) + [
            "VALUE_ADDED_TO_ENUM", "TYPE_ADDED_TO_UNION", "OPTIONAL_INPUT_FIELD_ADDED", "OPTIONAL_ARG_ADDED",
            "IMPLEMENTED_INTERFACE_ADDED", "ARG_DEFAULT_VALUE_CHANGE",
        ]
    )

    @Test func judges() throws {
        let lines = try OutsideSuites.lines("conformance/graphql-breaking/cases.jsonl")
        var (right, withKinds, kinds, levels) = (0, 0, 0, 0)
        var wrong: Set<String> = []
        var otherwise: Set<String> = []
        for line in lines {
            let test = try Document.json(line).root
            let id = test["id"]?.text ?? ""
            let old = try Sketch.model(test["before"]?.text ?? "")
            let new = try Sketch.model(test["after"]?.text ?? "")
            let comparison = Sketch.format.compare(old, new, mode: .backward)
            let verdict = comparison.isCompatible ? "compatible" : "incompatible"
            if verdict == test["expect"]?.text { right += 1 } else { wrong.insert(id) }
            let backward = comparison.findings.filter { $0.direction != .forward }
            if Self.level(backward) == test["expect_level"]?.text { levels += 1 }
            guard let expected = test["expect_kinds"]?.elements.map(\.text) else { continue }
            withKinds += 1
            let found = Set(comparison.findings.map(\.rule)).intersection(Self.named)
            if found == Set(expected) { kinds += 1 } else { otherwise.insert(id) }
        }
        #expect(lines.count == 215)
        #expect(right == 215 - Self.otherVerdicts.count)
        #expect(wrong == Set(Self.otherVerdicts.keys))
        #expect(withKinds == 195)
        #expect(kinds == 195)
        #expect(otherwise == [])
        #expect(levels == 203)
    }

    private static func level(_ findings: [Finding]) -> String {
        switch findings.map(\.severity).max() ?? .info {
        case .error: "breaking"
        case .warning: "dangerous"
        case .info: "safe"
        }
    }
}
