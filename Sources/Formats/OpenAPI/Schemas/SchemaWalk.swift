/// The pairs that one pair leads to, near ones first, each once for each variance.
struct SchemaWalk {
    /// A pair that is reached, with the way to it.
    struct Visit {
        let index: Int
        let variance: Variance
        /// Whether it lies at another place than the pair that the walk begins at.
        let isNested: Bool
        /// The visit that led here, and which of its parts this is.
        fileprivate let from: (visit: Int, part: Int)?
    }

    private let graph: SchemaGraph
    private(set) var visits: [Visit] = []

    init(through graph: SchemaGraph, from root: Int) {
        self.graph = graph
        graph.beginWalk()
        enter(Visit(index: root, variance: .same, isNested: false, from: nil))
        var cursor = 0
        while cursor < visits.count {
            enterParts(of: cursor)
            cursor += 1
        }
    }

    private mutating func enterParts(of number: Int) {
        let visit = visits[number]
        let parts = graph.entries[visit.index].parts
        for part in parts.indices {
            let variance = parts[part].variance.within(visit.variance)
            let isNested = visit.isNested || parts[part].step != nil
            enter(Visit(index: parts[part].index, variance: variance, isNested: isNested, from: (number, part)))
        }
    }

    private mutating func enter(_ visit: Visit) {
        if graph.isNewToWalk(visit.index, visit.variance) { visits.append(visit) }
    }

    /// The steps from the root to a pair, those that stay at the same place left out.
    func path(to visit: Visit) -> [String] {
        var steps: [String] = []
        var here = visit
        while let (number, part) = here.from {
            here = visits[number]
            if let step = graph.entries[here.index].parts[part].step { steps.append(step) }
        }
        return steps.reversed()
    }
}
