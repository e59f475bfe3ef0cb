import Avro
import CardChecks
import Compatibility
import Contracts
import OutsideSuites
import Syntax
import Testing

@Suite("rule cards of Avro")
struct RuleCardTests {
    private static let rules = AvroFormat.rules
    private static let checks = CardChecks(AvroFormat())

    @Test func areSortedAndWhole() {
        #expect(Self.checks.malformed == [])
    }

    @Test func allHaveExamples() {
        #expect(Self.rules.count == 28)
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
        #expect(Set(findings.map(\.rule)).count == 21)
    }

    private static func findings() throws -> [Finding] {
        try OutsideSuites.lines("conformance/avro-compat/cases.jsonl").flatMap { line in
            let test = try Document.json(line).root
            let models = try ["before", "after"].map { try Sketch.model(test[$0]?.json.text ?? "") }
            return Direction.allCases.flatMap { direction in
                Sketch.format.findings(
                    from: models[0],
                    to: models[1],
                    breaking: direction,
                    options: ComparisonOptions()
                )
            }
        }
    }
}
