/// Finds schemas that come back to themselves without descending into the instance, such as `{"$ref": "#"}` at the root.
///
/// What they mean is not defined, so each of them becomes undecidable and everything else stays as it is.
enum EndlessReferences {
    static func marked(_ schemas: [Schema]) -> [Schema] {
        guard schemas.contains(where: \.appliesInPlace) else { return schemas }
        let endless = onCycles(schemas)
        guard !endless.isEmpty else { return schemas }
        return schemas.enumerated().map { index, schema in
            guard endless.contains(index) else { return schema }
            return Schema(node: schema.node, keywords: [.undecidable(.endlessReference)])
        }
    }

    /// Tarjan's algorithm without recursion, over the edges that stay at the same instance.
    private static func onCycles(_ schemas: [Schema]) -> Set<Int> {
        var search = Search(count: schemas.count)
        for start in schemas.indices where schemas[start].appliesInPlace && search.order[start] == 0 {
            search.enter(start, edges: edges(of: start, in: schemas))
            while let step = search.next() {
                if search.order[step] == 0 { search.enter(step, edges: edges(of: step, in: schemas)) }
            }
        }
        return search.cyclic
    }

    /// The schemas that go on at the same instance.
    private static func edges(of index: Int, in schemas: [Schema]) -> [Int] {
        schemas[index].keywords.flatMap(\.inPlace).map { Int($0.index) }.filter { schemas[$0].appliesInPlace }
    }

    private struct Search {
        var order: [Int]
        var low: [Int]
        var onStack: [Bool]
        var stack: [Int] = []
        var path: [(node: Int, edges: [Int], next: Int)] = []
        var cyclic: Set<Int> = []
        var counter = 0

        init(count: Int) {
            order = Array(repeating: 0, count: count)
            low = order
            onStack = Array(repeating: false, count: count)
        }

        mutating func enter(_ node: Int, edges: [Int]) {
            counter += 1
            order[node] = counter
            low[node] = counter
            onStack[node] = true
            stack.append(node)
            path.append((node, edges, 0))
        }

        /// The next node to look at; nil when the path is used up.
        mutating func next() -> Int? {
            while let top = path.last {
                guard top.next < top.edges.count else {
                    leave(top)
                    continue
                }
                path[path.count - 1].next += 1
                let target = top.edges[top.next]
                if target == top.node { cyclic.insert(target) }
                if order[target] == 0 { return target }
                if onStack[target] { low[top.node] = min(low[top.node], order[target]) }
            }
            return nil
        }

        private mutating func leave(_ top: (node: Int, edges: [Int], next: Int)) {
            path.removeLast()
            if let parent = path.last?.node { low[parent] = min(low[parent], low[top.node]) }
            guard low[top.node] == order[top.node] else { return }
            var component: [Int] = []
            while let member = stack.popLast() {
                onStack[member] = false
                component.append(member)
                if member == top.node { break }
            }
            if component.count > 1 { cyclic.formUnion(component) }
        }
    }
}
