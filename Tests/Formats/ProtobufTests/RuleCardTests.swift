import CardChecks
import Compatibility
import Contracts
import OutsideSuites
import Protobuf
import Syntax
import Testing

@Suite("rule cards of Protobuf")
struct RuleCardTests {
    private static let rules = ProtobufFormat.rules
    private static let checks = CardChecks(ProtobufFormat())

    @Test func areSortedAndWhole() {
        #expect(Self.checks.malformed == [])
    }

    @Test func allHaveExamples() {
        #expect(Self.rules.count == 85)
        #expect(Self.rules.filter { $0.example == nil }.map(\.id) == [])
    }

    @Test func examplesShowTheirRule() throws {
        #expect(try Self.checks.unshown() == [])
    }

    @Test func examplesAreOfTwoVersions() throws {
        #expect(try Self.checks.noisy() == [])
    }

    @Test(.enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
    func everyFindingHasItsCard() throws {
        let findings = try Self.findings()
        #expect(Self.checks.uncarded(findings) == [])
        #expect(Set(findings.map(\.rule)).count == 75)
    }

    private static func findings() throws -> [Finding] {
        let suites = ["buf-breaking", "confluent", "karapace"]
        let categories = BreakingCategory.allCases.map { ComparisonOptions(category: $0) }
        return try suites.flatMap { try OutsideSuites.lines("conformance/protobuf-\($0)/cases.jsonl") }
            .flatMap { line in
                let test = try Document.json(line).root
                guard let old = try? Sketch.schema(test["before"], with: test["before_refs"]),
                    let new = try? Sketch.schema(test["after"], with: test["after_refs"])
                else { return [Finding]() }
                return (categories + [ComparisonOptions(policy: .lenient)]).flatMap { options in
                    Sketch.format.findings(from: old, to: new, breaking: .backward, options: options)
                }
            }
    }
}
