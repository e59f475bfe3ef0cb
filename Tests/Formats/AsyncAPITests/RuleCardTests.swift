import AsyncAPI
import Avro
import CardChecks
import Compatibility
import Contracts
import JSONSchema
import OutsideSuites
import Protobuf
import Syntax
import Testing

@Suite("rule cards of AsyncAPI")
struct RuleCardTests {
    private static let rules = AsyncAPIFormat.rules
    private static let checks = CardChecks(AsyncAPIFormat())

    @Test func areSortedAndWhole() {
        #expect(Self.checks.malformed == [])
        #expect(Self.rules.allSatisfy { $0.source.hasPrefix("AsyncAPI 3.0.0 specification, ") })
    }

    @Test func allHaveExamples() {
        #expect(Self.rules.count == 41)
        #expect(Self.rules.filter { $0.example == nil }.map(\.id) == [])
    }

    @Test func examplesShowTheirRule() throws {
        #expect(try Self.checks.unshown() == [])
    }

    @Test func examplesAreOfTwoVersions() throws {
        #expect(try Self.checks.noisy() == [])
    }

    @Test("a change and the one back weigh the same")
    func isSymmetric() {
        for card in Self.rules {
            guard let undone = card.axes.undone else { continue }
            let back = Self.rules.filter { $0.axes == undone }
            #expect(back.map(\.severity) == [card.severity], "\(card.id)")
        }
    }

    /// What is found within a payload has the card of the format of its schema.
    @Test(.enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
    func everyFindingHasItsCard() throws {
        let own = Dictionary(uniqueKeysWithValues: (Self.rules + RuleCard.common).map { ($0.id, $0) })
        let ofPayloads = Set((AvroFormat.rules + JSONSchemaFormat.rules + ProtobufFormat.rules).map(\.id))
        #expect(ofPayloads.isDisjoint(with: own.keys))
        var unknown: Set<String> = []
        var seen: Set<String> = []
        for finding in try Self.findings() {
            seen.insert(finding.rule)
            let isKnown = own[finding.rule].map { $0.severity == finding.severity }
            guard isKnown ?? ofPayloads.contains(finding.rule) else {
                unknown.insert("\(finding.severity) \(finding.rule)")
                continue
            }
        }
        #expect(unknown == [])
        #expect(seen.intersection(own.keys).count == 8)
        #expect(seen.intersection(ofPayloads).count == 13)
    }

    private static func findings() throws -> [Finding] {
        try OutsideSuites.lines("conformance/asyncapi-compat/cases.jsonl").flatMap { line in
            let test = try Document.json(line).root
            let models = try ["before", "after"].map { try Sketch.model(test[$0]?.json.text ?? "") }
            return [CompatibilityPolicy.lenient, .strict].flatMap { policy in
                Direction.allCases.flatMap { direction in
                    Sketch.format.findings(
                        from: models[0],
                        to: models[1],
                        breaking: direction,
                        options: ComparisonOptions(policy: policy)
                    )
                }
            }
        }
    }
}
