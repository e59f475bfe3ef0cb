import Syntax

/// Containment questions between two documents, one way round, with everything learnt kept for the next.
final class ContainmentQuestions {
    private let universe: SchemaUniverse
    private let solver: GoalSolver
    private var answers: [[SchemaID]: Containment] = [:]

    init(sub: SchemaDocument, sup: SchemaDocument, budget: ContainmentBudget) {
        universe = SchemaUniverse(sub: sub, sup: sup)
        solver = GoalSolver(universe: universe, budget: budget)
    }

    /// Whether every instance of a schema of the one document is an instance of a schema of the other.
    func containment(of sub: SchemaID, in sup: SchemaID) -> Containment {
        if let known = answers[[sub, sup]] { return known }
        solver.refill()
        let goal = [universe.literal(sub, .sub), universe.literal(sup, .sup).negated]
        // Confirmed under the schemas themselves, not under those that were found to say the same.
        let asked = [Literal(Term(sub, .sub)), Literal(Term(sup, .sup), isNegative: true)]
        let answer = confirmed(solver.solve(goal), asked)
        answers[[sub, sup]] = answer
        return answer
    }

    private func confirmed(_ verdict: Verdict, _ goal: [Literal]) -> Containment {
        switch verdict {
        case .empty: return .contained
        case .unknown(let obstacle): return .undecided(obstacle)
        case .inhabited(let witness):
            let validity = goal.reduce(Validity.valid) { $0 && universe.validity(of: witness, $1) }
            switch validity {
            case .valid: return .notContained(witness: witness)
            case .invalid: return .undecided(.unconfirmed)
            case .unknown(let obstacle): return .undecided(obstacle)
            }
        }
    }
}
