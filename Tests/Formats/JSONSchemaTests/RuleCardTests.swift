import Compatibility
import Contracts
import JSONSchema
import OutsideSuites
import Syntax
import Testing

@Suite("rule cards of JSONSchema")
struct RuleCardTests {
    private static let rules = JSONSchemaFormat.rules

    @Test func areSortedAndWhole() {
        let ids = Self.rules.map(\.id)
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        for card in Self.rules {
            for text in [card.summary, card.why] { #expect(text.hasSuffix(".") && !text.contains("  "), "\(card.id)") }
            #expect(!card.source.isEmpty && !card.axes.aspect.isEmpty, "\(card.id)")
        }
    }

    @Test func allHaveExamples() {
        #expect(Self.rules.count == 115)
        #expect(Self.rules.filter { $0.example == nil }.map(\.id) == [])
    }

    @Test func examplesShowTheirRule() throws {
        for card in Self.rules {
            guard let example = card.example else { continue }
            let found = try JSONSchemaFormat().findings(showing: example)
            let isShown = found.contains { $0.rule == card.id && $0.severity == card.severity }
            #expect(isShown, "\(card.id): \(found.map { "\($0.severity) \($0.rule)" })")
        }
    }

    @Test func examplesAreOfTwoVersions() throws {
        for card in Self.rules {
            guard let example = card.example else { continue }
            #expect(example.old != example.new, "\(card.id)")
            let same = RuleCard.Example(example.new, example.new, example.direction, options: example.options)
            #expect(try JSONSchemaFormat().findings(showing: same).isEmpty, "\(card.id)")
        }
    }

    @Test(.enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
    func everyFindingHasItsCard() throws {
        let cards = Dictionary(uniqueKeysWithValues: (Self.rules + RuleCard.common).map { ($0.id, $0) })
        var unknown: Set<String> = []
        var seen: Set<String> = []
        for finding in try Self.findings() {
            seen.insert(finding.rule)
            let card = cards[finding.rule]
            // Going the other way a change may weigh more than on its card.
            let isOtherWay = finding.direction.map { $0 != card?.example?.direction ?? .backward } ?? false
            guard let card, finding.severity <= card.severity || isOtherWay else {
                unknown.insert("\(finding.severity) \(finding.rule)")
                continue
            }
        }
        #expect(unknown == [])
        #expect(seen.count > 60)
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
