import Syntax

extension Search {
    /// Whether an element that must be there cannot be.
    func hasImpossibleElement(_ conjunct: Conjunct) -> Bool {
        guard conjunct.minimumSize > 0 else { return false }
        let elements = conjunct.elements
        return (0..<min(conjunct.minimumSize, elements.homogeneousFrom + 1)).contains { index in
            solver.solve(elements.literals(at: index)).isEmpty
        }
    }

    /// Something that must be among the elements; requirements of one group need elements of their own.
    private struct Requirement {
        let indexes: Range<Int>
        let literal: Literal
        let group: Int
    }

    private static let largestWitness = 1_000
    private static let largestGroup = 12

    func buildArray(_ conjunct: Conjunct) -> Verdict {
        guard conjunct.maximumSize > 0 else {
            return conjunct.elements.needs.isEmpty ? solver.test(ValueSet([.array([])]), goal) : .empty
        }
        let elements = conjunct.elements
        var longest = conjunct.maximumSize
        for index in 0...elements.homogeneousFrom where index < longest {
            if solver.solve(elements.literals(at: index)).isEmpty { longest = index }
        }
        guard conjunct.minimumSize <= longest else { return .empty }
        var conjunct = conjunct
        conjunct.maximumSize = longest
        guard countsAreWithin(conjunct) else { return .empty }
        if elements.hasDuplicates { return buildDuplicates(conjunct) }
        return place(requirements(elements), conjunct, Placement(obstacle: conjunct.obstacle))
    }

    /// Whether the elements that must be there can be as few of a kind as is allowed.
    private func countsAreWithin(_ conjunct: Conjunct) -> Bool {
        for (count, literal) in conjunct.elements.atMost where count < conjunct.minimumSize {
            let free = (0..<min(conjunct.minimumSize, conjunct.elements.homogeneousFrom + 1)).filter { index in
                !solver.solve(conjunct.elements.literals(at: index) + [literal.negated]).isEmpty
            }
            let isRestFree = free.last == conjunct.elements.homogeneousFrom
            if !isRestFree, conjunct.minimumSize - free.count > count { return false }
        }
        return conjunct.elements.atLeast.allSatisfy { $0.count <= conjunct.maximumSize }
    }

    private func requirements(_ elements: ElementFacts) -> [Requirement] {
        let single = elements.needs.enumerated().map {
            Requirement(indexes: $1.indexes, literal: $1.literal, group: -1 - $0)
        }
        let counted = elements.atLeast.enumerated().flatMap { group, entry in
            (0..<min(entry.count, Self.largestGroup)).map { _ in
                Requirement(indexes: 0..<Int.max, literal: entry.literal, group: group)
            }
        }
        return single + counted
    }

    /// Which requirements are met where.
    private struct Placement {
        var literals: [Int: [Literal]] = [:]
        var groups: [Int: Set<Int>] = [:]
        var obstacle: Obstacle?
    }

    /// Tries every place for the next requirement; indexes that are asked the same are tried once.
    private func place(_ requirements: [Requirement], _ conjunct: Conjunct, _ placement: Placement) -> Verdict {
        guard let next = requirements.first else { return complete(conjunct, placement) }
        let rest = Array(requirements.dropFirst())
        let homogeneous = conjunct.elements.homogeneousFrom
        let firstFree = (placement.literals.keys.filter { $0 >= homogeneous }.max() ?? homogeneous - 1) + 1
        let end = min(next.indexes.upperBound, conjunct.maximumSize, max(firstFree, next.indexes.lowerBound) + 1)
        var obstacle: Obstacle?
        for index in next.indexes.lowerBound..<max(end, next.indexes.lowerBound)
        where placement.groups[next.group]?.contains(index) != true {
            if let spent = solver.spend() { return .unknown(spent) }
            var placed = placement
            placed.literals[index, default: []].append(next.literal)
            placed.groups[next.group, default: []].insert(index)
            let asked = conjunct.elements.literals(at: index) + (placed.literals[index] ?? [])
            guard !solver.solve(asked).isEmpty else { continue }
            switch place(rest, conjunct, placed) {
            case .empty: break
            case .inhabited(let witness): return .inhabited(witness)
            case .unknown(let reason): obstacle = obstacle ?? reason
            }
        }
        return obstacle.map { .unknown($0) } ?? .empty
    }

    /// Fills the places that nothing asks for, and gives every element a value.
    private func complete(_ conjunct: Conjunct, _ placement: Placement) -> Verdict {
        let needed = (placement.literals.keys.max() ?? -1) + 1
        let counted = conjunct.elements.atLeast.map(\.count).max() ?? 0
        let length = max(conjunct.minimumSize, needed, counted > Self.largestGroup ? counted : 0)
        guard length <= Self.largestWitness else { return .unknown(placement.obstacle ?? .combination("minItems")) }
        guard length <= conjunct.maximumSize else { return .unknown(.combination("contains with maxItems")) }
        var values: [JSON] = []
        var isSame = true
        var first: [Literal]?
        for index in 0..<length {
            let asked = literals(at: index, conjunct, placement, values.count)
            first = first ?? asked
            isSame = isSame && first == asked
            let distinct = conjunct.elements.isUnique && !values.isEmpty ? [solver.universe.excluding(values)] : []
            if let obstacle = solver.spend() { return .unknown(obstacle) }
            switch solver.solve(asked + distinct) {
            case .inhabited(let value): values.append(value)
            case .empty:
                // If all are asked the same, then there are not enough different values for any such array.
                let isProved = isSame && conjunct.elements.atMost.isEmpty && placement.literals.isEmpty
                return isProved && index < conjunct.minimumSize
                    ? .empty : .unknown(.combination("uniqueItems or maxContains"))
            case .unknown(let obstacle): return .unknown(obstacle)
            }
        }
        return vary(values, conjunct, placement)
    }

    private func literals(at index: Int, _ conjunct: Conjunct, _ placement: Placement, _ before: Int) -> [Literal] {
        var literals = conjunct.elements.literals(at: index) + (placement.literals[index] ?? [])
        for (count, literal) in conjunct.elements.atMost {
            let met = placement.literals.filter { $0.value.contains(literal) }.count
            let isOneOfThem = placement.literals[index]?.contains(literal) == true
            guard !isOneOfThem, solver.solve(literals + [literal.negated]).isEmpty == false || met + before >= count
            else {
                continue
            }
            literals.append(literal.negated)
        }
        return literals
    }

    private func vary(_ values: [JSON], _ conjunct: Conjunct, _ placement: Placement) -> Verdict {
        let isExcluded = conjunct.excluded.contains { $0.contains(.array(values)) }
        guard isExcluded else { return .inhabited(.array(values)) }
        for index in values.indices {
            let asked = literals(at: index, conjunct, placement, index) + [solver.universe.excluding(values)]
            guard case .inhabited(let value) = solver.solve(asked) else { continue }
            var varied = values
            varied[index] = value
            if !conjunct.excluded.contains(where: { $0.contains(.array(varied)) }) { return .inhabited(.array(varied)) }
        }
        guard values.count < conjunct.maximumSize, values.count < 64 else {
            return .unknown(.combination("values excluded from arrays"))
        }
        var longer = conjunct
        longer.minimumSize = values.count + 1
        let verdict = buildArray(longer)
        return verdict.isEmpty ? .unknown(.combination("values excluded from arrays")) : verdict
    }

    /// An array in which some value stands twice.
    private func buildDuplicates(_ conjunct: Conjunct) -> Verdict {
        guard conjunct.maximumSize >= 2 else { return .empty }
        let end = min(conjunct.elements.homogeneousFrom + 2, conjunct.maximumSize)
        var obstacle: Obstacle?
        var isEmpty = true
        for second in 1..<end {
            for first in 0..<second {
                if let spent = solver.spend() { return .unknown(spent) }
                let shared = conjunct.elements.literals(at: first) + conjunct.elements.literals(at: second)
                switch solver.solve(shared) {
                case .empty: continue
                case .unknown(let reason): obstacle = obstacle ?? reason
                case .inhabited(let value):
                    var fixed = conjunct
                    fixed.elements.hasDuplicates = false
                    fixed.minimumSize = max(conjunct.minimumSize, second + 1)
                    var placement = Placement(obstacle: conjunct.obstacle)
                    let equal = solver.universe.excluding([value]).negated
                    placement.literals = [first: [equal], second: [equal]]
                    let verdict = place(requirements(conjunct.elements), fixed, placement)
                    if case .inhabited = verdict { return verdict }
                }
                isEmpty = false
            }
        }
        return isEmpty ? .empty : .unknown(obstacle ?? .combination("not uniqueItems"))
    }
}
