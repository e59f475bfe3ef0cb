/// The operations of two versions side by side: by method and path, parameters' names left out where the path is not
/// there as it was written.
struct MatchedOperations {
    private(set) var kept: [Pair<Operation>]
    private(set) var removed: [Operation]
    private(set) var added: [Operation]

    init(_ versions: Pair<[Operation]>) {
        let byText = Matching(versions) { $0.name }
        let byShape = Matching(Pair(byText.removed, byText.added)) { "\($0.method.name) \($0.path.shape)" }
        kept = byText.kept + byShape.kept
        removed = byShape.removed
        added = byShape.added
    }

    /// Of those that both have, only some.
    func filter(_ isIncluded: (Pair<Operation>) -> Bool) -> MatchedOperations {
        var filtered = self
        filtered.kept = kept.filter(isIncluded)
        return filtered
    }
}
