import Syntax

/// Containment questions between two documents, one way round, with everything learnt kept for the next.
final class ContainmentQuestions {
    private let universe: SchemaUniverse
    private let solver: GoalSolver
    private var proof: DirectProof
    private var answers: [[SchemaID]: Containment] = [:]

    /// Questions whether schemas of `sub` are contained in schemas of `sup`.
    ///
    /// - Parameters:
    ///   - sub: The document whose instances are asked about.
    ///   - sup: The document that should accept them.
    ///   - budget: How much work the questions may be.
    ///   - classes: The classes of both documents' schemas, where they are known elsewhere.
    init(
        sub: SchemaDocument,
        sup: SchemaDocument,
        budget: ContainmentBudget = ContainmentBudget(),
        classes: (() -> TermClasses)? = nil
    ) {
        proof = DirectProof(sub: sub, sup: sup)
        universe = SchemaUniverse(sub: sub, sup: sup, sorted: classes ?? { TermClasses(sub: sub, sup: sup) })
        solver = GoalSolver(universe: universe, budget: budget)
    }

    /// Whether every instance of a schema of the one document is an instance of a schema of the other.
    func containment(of sub: SchemaID, in sup: SchemaID) -> Containment {
        if let known = answers[[sub, sup]] { return known }
        if proof.holds(sub, sup) {
            answers[[sub, sup]] = .contained
            return .contained
        }
        let answer = ask([Literal(Term(sub, .sub)), Literal(Term(sup, .sup), isNegative: true)]) {
            [universe.literal(sub, .sub), universe.literal(sup, .sup).negated]
        }
        answers[[sub, sup]] = answer
        return answer
    }

    /// Whether every instance of a schema keeps some keywords of the second document.
    func containment(of sub: SchemaID, inKeywords keywords: [Keyword]) -> Containment {
        let asked = universe.literal(of: keywords).negated
        return ask([Literal(Term(sub, .sub)), asked]) { [universe.literal(sub, .sub), asked] }
    }

    /// - Parameters:
    ///   - literals: The schemas themselves, under which an instance is confirmed.
    ///   - goal: What is solved, in which they may be replaced by schemas that say the same.
    /// - Returns: The answer, refuted only by a confirmed instance.
    private func ask(_ literals: [Literal], goal: () -> [Literal]) -> Containment {
        solver.refill()
        switch solver.solve(goal()) {
        case .empty: return .contained
        case .unknown(let obstacle): return .undecided(obstacle)
        case .inhabited(let witness):
            switch universe.validity(of: witness, literals) {
            case .valid: return .notContained(witness: witness)
            case .invalid: return .undecided(.unconfirmed)
            case .unknown(let obstacle): return .undecided(obstacle)
            }
        }
    }
}
