import Compatibility
import Contracts
import OpenAPI
import OutsideSuites
import Syntax
import Testing

@Suite("rule cards of OpenAPI")
struct RuleCardTests {
    private static let rules = OpenAPIFormat.rules

    @Test func areSortedAndWhole() {
        let ids = Self.rules.map(\.id)
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        for card in Self.rules {
            for text in [card.summary, card.why] { #expect(text.hasSuffix(".") && !text.contains("  "), "\(card.id)") }
            #expect(!card.source.isEmpty && !card.axes.aspect.isEmpty, "\(card.id)")
        }
    }

    /// How many cards show an example: all that are made of a place and a change but those of members that become
    /// required and of what only a proof finds, and of those with names of their own at least one of each family.
    @Test func manyHaveExamples() {
        let count = Self.rules.count { $0.example != nil }
        #expect(Self.rules.count == 1223)
        #expect(count == 1146)
        let families = Set(Self.rules.map(Self.family))
        let shown = Set(Self.rules.filter { $0.example != nil }.map(Self.family))
        #expect(families.subtracting(shown).sorted() == [])
    }

    private static func family(_ card: RuleCard) -> String {
        card.id.split(separator: "-").prefix(2).joined(separator: "-")
    }

    @Test func examplesShowTheirRule() throws {
        for card in Self.rules {
            guard let example = card.example else { continue }
            let found = try OpenAPIFormat().findings(showing: example)
            let isShown = found.contains { $0.rule == card.id && $0.severity == card.severity }
            #expect(isShown, "\(card.id): \(found.map { "\($0.severity) \($0.rule)" })")
        }
    }

    @Test func examplesAreOfTwoVersions() throws {
        for card in Self.rules {
            guard let example = card.example else { continue }
            #expect(example.old != example.new, "\(card.id)")
            let same = RuleCard.Example(example.new, example.new, example.direction, options: example.options)
            #expect(try OpenAPIFormat().findings(showing: same).isEmpty, "\(card.id)")
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
        #expect(seen.count > 400)
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
