import Syntax

/// Building objects.
extension Search {
    /// What is asked of the member with a name, and what was left out.
    func literals(ofMember name: PropertyName, in members: MemberFacts) -> (literals: [Literal], obstacle: Obstacle?) {
        var literals = members.extras[name] ?? []
        var obstacle: Obstacle?
        for (table, origin) in members.tables {
            if let schema = table[name] { literals.append(solver.universe.literal(schema, origin)) }
        }
        for (cover, literal) in members.additional {
            switch cover.covers(name) {
            case true?: break
            case false?: literals.append(literal)
            case nil: obstacle = cover.obstacle
            }
        }
        for literal in members.names {
            switch solver.universe.validity(of: .string(name.text), [literal]) {
            case .valid: break
            case .invalid: literals.append(Literal.truth.negated)
            case .unknown(let reason): obstacle = reason
            }
        }
        for (pattern, literal) in members.matching {
            switch pattern.validity(of: name.text) {
            case .valid: literals.append(literal)
            case .invalid: break
            case .unknown(let reason): obstacle = reason
            }
        }
        return (literals, obstacle)
    }

    /// Whether some required member cannot be.
    func hasImpossibleMember(_ conjunct: Conjunct) -> Bool {
        conjunct.members.required.names.contains { name in
            solver.solve(literals(ofMember: name, in: conjunct.members).literals).isEmpty
        }
    }

    /// Whether no name at all serves a need.
    func isImpossible(_ need: MemberNeed, in conjunct: Conjunct) -> Bool {
        let declared = conjunct.members.declaredNames(with: need)
        guard newMember(need, avoiding: declared, in: conjunct.members).isEmpty else { return false }
        return declared.sorted().allSatisfy { member($0, serving: need, in: conjunct.members).isEmpty }
    }

    /// A member under a given name that serves a need.
    func member(_ name: PropertyName, serving need: MemberNeed, in members: MemberFacts) -> Verdict {
        guard need.cover.covers(name) != true, !members.absent.contains(name) else { return .empty }
        guard need.pattern?.matches(name.text) != false else { return .empty }
        if let asked = need.name, solver.universe.validity(of: .string(name.text), [asked]) == .invalid {
            return .empty
        }
        var literals = literals(ofMember: name, in: members).literals + [need.value]
        if let pattern = need.pattern, pattern.matches(name.text) == nil {
            literals += members.matching.filter { $0.pattern == pattern }.map(\.literal)
        }
        return solver.solve(literals)
    }
}

extension MemberFacts {
    /// Every name that anything mentions.
    func declaredNames(with need: MemberNeed? = nil) -> Set<PropertyName> {
        var names = absent.union(required.names).union(extras.keys)
        for (table, _) in tables { names.formUnion(table.names) }
        for (cover, _) in additional { names.formUnion(cover.names) }
        for need in needs + [need].compactMap({ $0 }) { names.formUnion(need.cover.names) }
        return names
    }
}
