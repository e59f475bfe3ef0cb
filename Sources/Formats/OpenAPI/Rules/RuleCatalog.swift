internal import Compatibility

/// Every rule of the format: those with names of their own, and those whose names are made of a place and a change.
enum RuleCatalog {
    /// Their cards.
    static let cards: [RuleCard] = {
        let own = OwnRule.all.map(\.card)
        let known = Set(own.map(\.id))
        return own + PlacedRule.all.map(\.card).filter { !known.contains($0.id) }
    }()
}
