import Syntax

/// Looks for an instance that satisfies a conjunction of literals, or proves that there is none.
///
/// A goal is taken apart type by type into simple facts and choices; each way of choosing is shown empty, or an instance
/// is built from it. Every goal is solved once. A goal that is asked for while it is being solved counts as empty: an
/// instance would contain a smaller one of the same goal, and the smallest contains none. An answer that leans on this
/// is kept only if the goal leant on turns out empty itself.
final class GoalSolver {
    let universe: SchemaUniverse
    let budget: ContainmentBudget
    private(set) var stepsLeft = 0
    private var totalLeft: Int
    /// Nested goals and choices that are being worked on.
    var depth = 0
    private var known: [[Literal]: Verdict] = [:]
    private var open: [[Literal]: Int] = [:]
    private var goalDepth = 0
    /// Shallowest open goal that what is being solved leans on.
    private var leansOn = Int.max
    private var provisional: [[Literal]: Int] = [:]
    private var provisionalOrder: [[Literal]] = []
    /// Choices nest at most this deep, beside the depth of goals.
    static let choiceDepth = 400

    init(universe: SchemaUniverse, budget: ContainmentBudget) {
        self.universe = universe
        self.budget = budget
        totalLeft = budget.totalSteps
    }

    /// Starts a question with a whole budget, or with what is left of all.
    func refill() {
        totalLeft += stepsLeft
        stepsLeft = min(budget.steps, totalLeft)
        totalLeft -= stepsLeft
    }

    /// Takes a step; nil if there was one left, else the obstacle.
    func spend(_ steps: Int = 1) -> Obstacle? {
        guard stepsLeft >= steps else {
            stepsLeft = 0
            return .budget(steps: budget.steps)
        }
        stepsLeft -= steps
        return nil
    }

    /// Whether anything satisfies all literals.
    func solve(_ literals: [Literal]) -> Verdict {
        guard let goal = Self.normal(literals) else { return .empty }
        guard !goal.isEmpty else { return .inhabited(.null) }
        if let verdict = known[goal] { return verdict }
        if let shallow = open[goal] ?? provisional[goal] {
            leansOn = min(leansOn, shallow)
            return .empty
        }
        if let obstacle = spend() { return .unknown(obstacle) }
        guard goalDepth < budget.depth else { return .unknown(.depth) }
        return solveAnew(goal)
    }

    /// Sorted, each once, without `true`; nil if it contradicts itself.
    private static func normal(_ literals: [Literal]) -> [Literal]? {
        var goal: [Literal] = []
        for literal in literals.sorted() where literal != .truth {
            guard literal != goal.last else { continue }
            guard literal != Literal.truth.negated, literal.negated != goal.last else { return nil }
            goal.append(literal)
        }
        return goal
    }

    private func solveAnew(_ goal: [Literal]) -> Verdict {
        let outer = leansOn
        let marker = provisionalOrder.count
        leansOn = .max
        open[goal] = goalDepth
        goalDepth += 1
        let verdict = evaluate(goal)
        goalDepth -= 1
        open[goal] = nil
        keep(verdict, of: goal, since: marker)
        leansOn = min(outer, leansOn)
        return verdict
    }

    private func keep(_ verdict: Verdict, of goal: [Literal], since marker: Int) {
        guard case .empty = verdict else {
            // What leant on this goal's being empty, or on one further out together with it, is no longer known.
            for leaning in provisionalOrder[marker...] { provisional[leaning] = nil }
            provisionalOrder.removeSubrange(marker...)
            if case .unknown(.budget) = verdict { return }
            known[goal] = verdict
            return
        }
        guard leansOn >= goalDepth else {
            provisional[goal] = leansOn
            provisionalOrder.append(goal)
            return
        }
        leansOn = .max
        for leaning in provisionalOrder[marker...] {
            known[leaning] = .empty
            provisional[leaning] = nil
        }
        provisionalOrder.removeSubrange(marker...)
        known[goal] = .empty
    }

    private func evaluate(_ goal: [Literal]) -> Verdict {
        if let values = finiteValues(of: goal) { return test(values, goal) }
        let possible = possibleTypes(of: goal)
        var obstacle: Obstacle?
        for type in Self.types where !possible.isDisjoint(with: type) {
            switch solve(goal, type) {
            case .empty: break
            case .inhabited(let witness): return .inhabited(witness)
            case .unknown(let reason): obstacle = obstacle ?? reason
            }
        }
        return obstacle.map { .unknown($0) } ?? .empty
    }

    private static let types: [TypeSet] = [.null, .boolean, .number, .string, .array, .object]

    private func solve(_ goal: [Literal], _ type: TypeSet) -> Verdict {
        switch type {
        case .null: return test(ValueSet([.null]), goal)
        case .boolean: return test(ValueSet([.bool(true), .bool(false)]), goal)
        default:
            return Search(solver: self, goal: goal, type: type).run(Conjunct(goal))
        }
    }

    private func possibleTypes(of goal: [Literal]) -> TypeSet {
        var types = TypeSet.all
        for literal in goal where !literal.isNegative {
            for case .type(let allowed) in universe.schema(literal.term).keywords { types.formIntersection(allowed) }
        }
        return types
    }

    /// Whether any text satisfies all literals.
    func solveString(_ literals: [Literal]) -> Verdict { solve(literals + [universe.text]) }

    /// The smallest `enum` that a goal asks for outright.
    private func finiteValues(of goal: [Literal]) -> ValueSet? {
        var best: ValueSet?
        for literal in goal where !literal.isNegative {
            for case .values(let set) in universe.schema(literal.term).keywords
            where set.values.count < best?.values.count ?? .max { best = set }
        }
        return best
    }

    /// Tries every value there is.
    func test(_ values: ValueSet, _ goal: [Literal]) -> Verdict {
        var obstacle: Obstacle?
        for value in values.values {
            if let spent = spend() { return .unknown(spent) }
            switch universe.validity(of: value, goal) {
            case .valid: return .inhabited(value)
            case .unknown(let reason): obstacle = obstacle ?? reason
            case .invalid: break
            }
        }
        return obstacle.map { .unknown($0) } ?? .empty
    }
}
