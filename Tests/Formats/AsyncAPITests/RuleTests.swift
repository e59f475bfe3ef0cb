import AsyncAPI
import Testing

@Suite("rules of AsyncAPI")
struct RuleTests {
    @Test(arguments: AsyncAPIRule.allCases)
    func hasACard(_ rule: AsyncAPIRule) {
        let card = rule.card
        #expect(card.id == rule.rawValue)
        #expect(card.summary.hasSuffix(".") && card.why.hasSuffix("."))
        #expect(!card.example.isEmpty && card.source.hasPrefix("AsyncAPI 3.0.0 specification, "))
    }

    @Test("a change and the one back weigh the same", arguments: AsyncAPIRule.allCases)
    func isSymmetric(_ rule: AsyncAPIRule) {
        #expect(rule.opposite.opposite == rule)
        #expect(rule.opposite.severity == rule.severity)
    }
}
