package import Compatibility
package import Contracts

/// What the rule cards of a format promise: each check lists what breaks it, nothing where all is right.
package struct CardChecks<Format: ContractFormat> {
    private let format: Format
    private var rules: [RuleCard] { Format.rules }

    /// Checks of a format's cards.
    package init(_ format: Format) { self.format = format }

    /// Cards that are out of order or there twice, and those that do not say all.
    package var malformed: [String] {
        let ids = rules.map(\.id)
        return zip(ids, ids.dropFirst()).filter { $0 >= $1 }.map(\.1) + rules.filter { !Self.isWhole($0) }.map(\.id)
    }

    private static func isWhole(_ card: RuleCard) -> Bool {
        let sentences = [card.summary, card.why]
        return sentences.allSatisfy { $0.hasSuffix(".") && !$0.contains("  ") } && !card.source.isEmpty
            && !card.axes.aspect.isEmpty
    }

    /// Cards whose example does not show the rule with its severity, and what it shows.
    ///
    /// - Throws: ``ContractFailure`` where an example cannot be read.
    package func unshown() throws(ContractFailure) -> [String] {
        var faults: [String] = []
        for card in rules {
            guard let example = card.example else { continue }
            let found = try format.findings(showing: example)
            if found.contains(where: { $0.rule == card.id && $0.severity == card.severity }) { continue }
            faults.append("\(card.id): \(found.map { "\($0.severity) \($0.rule)" })")
        }
        return faults
    }

    /// Cards whose example has one version only, or finds something between its new version and itself.
    ///
    /// - Throws: ``ContractFailure`` where an example cannot be read.
    package func noisy() throws(ContractFailure) -> [String] {
        var faults: [String] = []
        for card in rules {
            guard let example = card.example else { continue }
            let same = RuleCard.Example(example.new, example.new, example.direction, options: example.options)
            let found = try format.findings(showing: same)
            if example.old == example.new || !found.isEmpty { faults.append(card.id) }
        }
        return faults
    }

    /// Findings whose rule has no card, or a card that weighs less in the direction of its example.
    package func uncarded(_ findings: [Finding]) -> [String] {
        let cards = Dictionary(uniqueKeysWithValues: (rules + RuleCard.common).map { ($0.id, $0) })
        let faults = findings.filter { finding in
            guard let card = cards[finding.rule] else { return true }
            // Going the other way a change may weigh more than on its card.
            let isOtherWay = finding.direction.map { $0 != card.example?.direction ?? .backward } ?? false
            return finding.severity > card.severity && !isOtherWay
        }
        return Set(faults.map { "\($0.severity) \($0.rule)" }).sorted()
    }
}
