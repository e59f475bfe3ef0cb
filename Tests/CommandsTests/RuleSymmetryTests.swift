import Commands
import Compatibility
import Contracts
import Governance
import Testing

/// Asks of every rule whether there is one for the same change on the other side, and one for the change undone.
@Suite("symmetry of rules")
struct RuleSymmetryTests {
    static let formats = BuiltIns.formats.all.map { type(of: $0) }

    @Test func everyRuleHasItsMirrorsOrAReason() {
        for format in Self.formats {
            let rules = format.rules
            let waived = RuleSymmetryWaiver.all.filter { $0.format == format.id.name }
            for mirror in RuleSymmetryWaiver.Mirror.allCases {
                let alone = Set(rules.filter { Self.isAlone($0, mirror, rules) }.map(\.id))
                let known = waived.filter { $0.mirror == mirror }.flatMap(\.ids)
                #expect(alone.subtracting(known).sorted() == [], "\(format.id.name): no mirror across \(mirror)")
                #expect(Set(known).subtracting(alone).sorted() == [], "\(format.id.name): stale waiver for \(mirror)")
                #expect(Set(known).count == known.count, "\(format.id.name): waived twice for \(mirror)")
            }
        }
        #expect(RuleSymmetryWaiver.all.allSatisfy { !$0.reason.isEmpty })
    }

    private static func isAlone(_ card: RuleCard, _ mirror: RuleSymmetryWaiver.Mirror, _ rules: [RuleCard]) -> Bool {
        let mirrored = mirror == .sides ? card.axes.acrossSides : card.axes.undone
        return mirrored.map { axes in !rules.contains { $0.axes.covers(axes) } } ?? false
    }

    @Test func idsAreUniqueWithinAFormat() {
        for format in Self.formats {
            let ids = (format.rules + RuleCard.common).map(\.id)
            #expect(Set(ids).count == ids.count, "\(format.id.name)")
        }
    }
}
