/// Goes through a graph from one pair on, near ones first, each pair once for each variance.
struct SchemaWalk {
    /// A pair that is reached, with the way to it.
    struct Visit {
        let index: Int
        let variance: Variance
        fileprivate let step: String?
        fileprivate let from: Int?
    }

    private let graph: SchemaGraph
    private var visits: [Visit] = []
    private var cursor = 0
    private var seen: Set<Seen> = []

    private struct Seen: Hashable {
        let index: Int
        let variance: Variance
    }

    init(through graph: SchemaGraph, from root: Int) {
        self.graph = graph
        enter(Visit(index: root, variance: .same, step: nil, from: nil))
    }

    /// The next pair, or nil when all have been reached.
    mutating func next() -> Visit? {
        guard cursor < visits.count else { return nil }
        let visit = visits[cursor]
        for part in graph.entries[visit.index].parts {
            let variance = part.variance.within(visit.variance)
            enter(Visit(index: part.index, variance: variance, step: part.step, from: cursor))
        }
        cursor += 1
        return visit
    }

    private mutating func enter(_ visit: Visit) {
        if seen.insert(Seen(index: visit.index, variance: visit.variance)).inserted { visits.append(visit) }
    }

    /// The steps from the root to a pair, those that stay at the same place left out.
    func path(to visit: Visit) -> [String] {
        var steps: [String] = []
        var current: Visit? = visit
        while let here = current {
            if let step = here.step { steps.append(step) }
            current = here.from.map { visits[$0] }
        }
        return steps.reversed()
    }
}
