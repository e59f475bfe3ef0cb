import CardChecks
import Compatibility
import Contracts
import OpenAPI
import OutsideSuites
import Syntax
import Testing

@Suite("rule cards of OpenAPI")
struct RuleCardTests {
    private static let rules = OpenAPIFormat.rules
    private static let checks = CardChecks(OpenAPIFormat())

    @Test func areSortedAndWhole() {
        #expect(Self.checks.malformed == [])
    }

    @Test func allHaveExamples() {
        #expect(Self.rules.count == 1235)
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
        #expect(Set(findings.map(\.rule)).count == 512)
    }

    private static func findings() throws -> [Finding] {
        try ["oasdiff", "probes", "diff", "jsoncompat"].flatMap { name in
            try OutsideSuites.lines("conformance/openapi-\(name)/cases.jsonl").flatMap { line in
                let test = try Document.json(line).root
                let models = ["before", "after"].compactMap { test[$0].flatMap(model) }
                guard models.count == 2 else { return [Finding]() }
                return Direction.allCases.flatMap { direction in
                    OpenAPIFormat().findings(
                        from: models[0],
                        to: models[1],
                        breaking: direction,
                        options: ComparisonOptions()
                    )
                }
            }
        }
    }

    private static func model(_ node: Node) -> APIDescription? {
        let bytes = node.isString ? Array(node.bytes) : node.json.bytes
        return try? OpenAPIFormat().parse(ContractSource(bytes), library: ReferenceLibrary())
    }
}
