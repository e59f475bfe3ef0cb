import Syntax

/// The search for an instance of one type that satisfies a goal.
struct Search {
    let solver: GoalSolver
    let goal: [Literal]
    let type: TypeSet

    /// Takes a conjunct apart, makes its choices, and builds an instance.
    ///
    /// - Returns: Empty only if no way of choosing leaves anything.
    func run(_ start: Conjunct) -> Verdict {
        guard solver.depth < GoalSolver.choiceDepth else { return .unknown(.depth) }
        solver.depth += 1
        defer { solver.depth -= 1 }
        var conjunct = start
        while true {
            if let verdict = takeApart(&conjunct) { return verdict }
            // Where there is one choice only, it may decide before this is worth asking.
            guard conjunct.clauses.count > 1 else { break }
            if let verdict = refute(conjunct) { return verdict }
            conjunct.members.isFresh = false
            switch settle(&conjunct) {
            case .dead: return .empty
            case .exhausted(let obstacle): return .unknown(obstacle)
            case .unchanged: return branch(conjunct)
            case .changed: continue
            }
        }
        return conjunct.clauses.isEmpty ? build(conjunct) : branch(conjunct)
    }

    /// Expands literals until none is left; a verdict if that decides it.
    private func takeApart(_ conjunct: inout Conjunct) -> Verdict? {
        let expander = Expander(universe: solver.universe, type: type)
        while let literal = conjunct.pending.popLast() {
            guard !conjunct.seen.contains(literal.negated) else { return .empty }
            guard conjunct.seen.insert(literal).inserted else { continue }
            if let obstacle = solver.spend() { return .unknown(obstacle) }
            let expansion = expander.expand(literal)
            guard conjunct.absorb(expansion.facts) else { return .empty }
            conjunct.clauses += expansion.clauses
        }
        // Whatever satisfies this conjunct satisfies the goal, so the goal is all that the values are tried on.
        return conjunct.values.map { solver.test($0, goal) }
    }

    private func branch(_ conjunct: Conjunct) -> Verdict {
        var rest = conjunct
        let clause = rest.clauses.remove(at: next(of: conjunct.clauses))
        var obstacle: Obstacle?
        for alternative in clause {
            if let spent = solver.spend() { return .unknown(spent) }
            if status(of: alternative, in: conjunct) == .dead { continue }
            if rest.clauses.isEmpty, rest.members.isFresh {
                if let verdict = refute(conjunct) { return verdict }
                rest.members.isFresh = false
            }
            var choice = rest
            guard choice.absorb(alternative) else { continue }
            switch run(choice) {
            case .empty: break
            case .inhabited(let witness): return .inhabited(witness)
            case .unknown(let reason): obstacle = obstacle ?? reason
            }
        }
        return obstacle.map { .unknown($0) } ?? .empty
    }

    /// The choice to make next: the smallest; where there are many, first those of the schema whose instances are asked
    /// about, since each of its alternatives settles most of the other's.
    private func next(of clauses: [[[Fact]]]) -> Int {
        let own = clauses.count > Self.manyChoices ? clauses.indices.filter { isOwn(clauses[$0]) } : []
        return (own.isEmpty ? Array(clauses.indices) : own).min { clauses[$0].count < clauses[$1].count } ?? 0
    }

    private static let manyChoices = 16

    private func isOwn(_ clause: [[Fact]]) -> Bool {
        clause.allSatisfy { alternative in
            guard case .literal(let literal)? = alternative.first else { return false }
            return !literal.isNegative && literal.term.origin == .sub
        }
    }

    private enum Settlement {
        case dead
        case unchanged
        case changed
        case exhausted(Obstacle)
    }

    /// Drops alternatives that are dead and clauses that hold anyway, and takes the only alternative where one is left.
    private func settle(_ conjunct: inout Conjunct) -> Settlement {
        var kept: [[[Fact]]] = []
        var taken: [Fact] = []
        for clause in conjunct.clauses {
            if let obstacle = solver.spend(clause.count) { return .exhausted(obstacle) }
            guard let live = liveAlternatives(of: clause, in: conjunct) else { continue }
            guard !live.isEmpty else { return .dead }
            if live.count == 1 { taken += live[0] } else { kept.append(live) }
        }
        let isChanged = kept.count < conjunct.clauses.count && !taken.isEmpty
        conjunct.clauses = kept
        guard conjunct.absorb(taken) else { return .dead }
        return isChanged || kept.count < 2 ? .changed : .unchanged
    }

    /// The alternatives that are not dead, or nil if one holds anyway.
    private func liveAlternatives(of clause: [[Fact]], in conjunct: Conjunct) -> [[Fact]]? {
        var live: [[Fact]] = []
        for alternative in clause {
            switch status(of: alternative, in: conjunct) {
            case .dead: break
            case .entailed: return nil
            case .open: live.append(alternative)
            }
        }
        return live
    }

    /// Refutes cheaply, before choices are made.
    private func refute(_ conjunct: Conjunct) -> Verdict? {
        switch type {
        case .object where conjunct.members.isFresh: return hasImpossibleMember(conjunct) ? .empty : nil
        case .array: return hasImpossibleElement(conjunct) ? .empty : nil
        default: return nil
        }
    }
}

/// How an alternative stands to what is known already.
extension Search {
    enum Status {
        case dead
        case entailed
        case open
    }

    func status(of alternative: [Fact], in conjunct: Conjunct) -> Status {
        var isEntailed = true
        for fact in alternative {
            switch status(of: fact, beside: alternative, in: conjunct) {
            case .dead: return .dead
            case .open: isEntailed = false
            case .entailed: break
            }
        }
        return isEntailed ? .entailed : .open
    }

    private func status(of fact: Fact, beside alternative: [Fact], in conjunct: Conjunct) -> Status {
        switch fact {
        case .never: return .dead
        case .literal(let literal):
            if literal == Literal.truth || conjunct.seen.contains(literal) { return .entailed }
            return literal == Literal.truth.negated || conjunct.seen.contains(literal.negated) ? .dead : .open
        case .present(let name):
            return conjunct.members.required.contains(name)
                ? .entailed : conjunct.members.absent.contains(name) ? .dead : .open
        case .absent(let name):
            return conjunct.members.absent.contains(name)
                ? .entailed : conjunct.members.required.contains(name) ? .dead : .open
        case .size(let low, let high):
            if max(low, conjunct.minimumSize) > min(high, conjunct.maximumSize) { return .dead }
            return low <= conjunct.minimumSize && high >= conjunct.maximumSize ? .entailed : .open
        case .property(let name, let literal):
            let isPresent = alternative.contains { if case .present(name) = $0 { true } else { false } }
            return isPresent ? status(ofMember: name, literal, in: conjunct) : .open
        case .someMember(let need): return isImpossible(need, in: conjunct) ? .dead : .open
        default: return .open
        }
    }

    private func status(ofMember name: PropertyName, _ literal: Literal, in conjunct: Conjunct) -> Status {
        let asked = literals(ofMember: name, in: conjunct.members).literals
        if solver.solve(asked + [literal]).isEmpty { return .dead }
        guard conjunct.clauses.count > 1, conjunct.members.required.contains(name) else { return .open }
        return solver.solve(asked + [literal.negated]).isEmpty ? .entailed : .open
    }
}
