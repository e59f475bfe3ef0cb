import CardChecks
import Compatibility
import Contracts
import JSONSchema
import OutsideSuites
import Syntax
import Testing

@Suite("rule cards of JSONSchema")
struct RuleCardTests {
    private static let rules = JSONSchemaFormat.rules
    private static let checks = CardChecks(JSONSchemaFormat())

    @Test func areSortedAndWhole() {
        #expect(Self.checks.malformed == [])
    }

    @Test func allHaveExamples() {
        #expect(Self.rules.count == 117)
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
        #expect(Set(findings.map(\.rule)).count == 99)
    }

    private static let suites = ["confluent", "karapace", "apicurio", "sentry", "jsoncompat"]

    private static func findings() throws -> [Finding] {
        let format = JSONSchemaFormat()
        return try suites.flatMap { try OutsideSuites.lines("conformance/jsonschema-\($0)/cases.jsonl") }
            .flatMap { line in
                let test = try Document.json(line).root
                let models = ["before", "after"].compactMap { side in
                    test[side].flatMap { node in
                        let bytes = node.isString ? Array(node.text.utf8) : node.json.bytes
                        return try? format.parse(ContractSource(bytes), library: ReferenceLibrary())
                    }
                }
                guard models.count == 2 else { return [Finding]() }
                let options = ComparisonOptions(stepBudget: 20_000)
                return Direction.allCases.flatMap { direction in
                    format.findings(from: models[0], to: models[1], breaking: direction, options: options)
                }
            }
    }
}
