import AsyncAPI
import Avro
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

    @Test func areSortedAndWhole() {
        let ids = Self.rules.map(\.id)
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        for card in Self.rules {
            for text in [card.summary, card.why] { #expect(text.hasSuffix(".") && !text.contains("  "), "\(card.id)") }
            #expect(card.source.hasPrefix("AsyncAPI 3.0.0 specification, "), "\(card.id)")
            #expect(!card.axes.aspect.isEmpty, "\(card.id)")
        }
    }

    @Test func allHaveExamples() {
        #expect(Self.rules.count == 39)
        #expect(Self.rules.filter { $0.example == nil }.map(\.id) == [])
    }

    @Test func examplesShowTheirRule() throws {
        for card in Self.rules {
            guard let example = card.example else { continue }
            let found = try AsyncAPIFormat().findings(showing: example)
            let isShown = found.contains { $0.rule == card.id && $0.severity == card.severity }
            #expect(isShown, "\(card.id): \(found.map { "\($0.severity) \($0.rule)" })")
        }
    }

    @Test func examplesAreOfTwoVersions() throws {
        for card in Self.rules {
            guard let example = card.example else { continue }
            #expect(example.old != example.new, "\(card.id)")
            let same = RuleCard.Example(example.new, example.new, example.direction, options: example.options)
            #expect(try AsyncAPIFormat().findings(showing: same).isEmpty, "\(card.id)")
        }
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
        #expect(seen.intersection(own.keys).count > 5)
        #expect(seen.intersection(ofPayloads).count > 5)
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
