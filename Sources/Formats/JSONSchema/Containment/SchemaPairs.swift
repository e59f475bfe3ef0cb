/// Pairs of a writer's and a reader's schema; most of the reader's schemas are in one pair only.
struct SchemaPairs {
    struct Pair: Hashable {
        let sub: SchemaID
        let sup: SchemaID
    }

    /// By the reader's schema, the first writer's schema that it is paired with; -1 for none.
    private var partners: [Int32]
    /// Pairs of schemas that have another partner already.
    private var others: Set<Pair> = []
    /// The pairs in the order in which they came.
    private(set) var members: [Pair] = []

    /// No pairs yet; the reader has so many schemas.
    init(count: Int) { partners = Array(repeating: -1, count: count) }

    func contains(_ pair: Pair) -> Bool {
        let partner = partners[Int(pair.sup.index)]
        return partner == pair.sub.index || partner >= 0 && others.contains(pair)
    }

    /// Adds a pair.
    ///
    /// - Returns: Whether it is new.
    @discardableResult
    mutating func insert(_ pair: Pair) -> Bool {
        let partner = partners[Int(pair.sup.index)]
        guard partner != pair.sub.index else { return false }
        if partner < 0 {
            partners[Int(pair.sup.index)] = pair.sub.index
        } else if !others.insert(pair).inserted {
            return false
        }
        members.append(pair)
        return true
    }

    mutating func removeAll() {
        for pair in members { partners[Int(pair.sup.index)] = -1 }
        others.removeAll(keepingCapacity: true)
        members.removeAll(keepingCapacity: true)
    }
}
