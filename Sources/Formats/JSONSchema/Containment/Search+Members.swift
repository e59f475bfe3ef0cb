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
        for (cover, literal) in members.additional where !cover.names.contains(name) {
            if let pattern = cover.patterns.first {
                obstacle = .pattern(pattern)
            } else {
                literals.append(literal)
            }
        }
        for literal in members.names {
            switch solver.universe.validity(of: .string(name.text), literal) {
            case .valid: break
            case .invalid: literals.append(Literal.truth.negated)
            case .unknown(let reason): obstacle = reason
            }
        }
        if let pattern = members.matching.first?.pattern { obstacle = .pattern(pattern) }
        return (literals, obstacle)
    }

    /// What is asked of a member under a new name that is known to match, or not to match, some patterns.
    func literals(ofNewMember need: MemberNeed, in members: MemberFacts) -> [Literal] {
        let misses = Set(need.cover.patterns)
        var literals = [need.value]
        for (cover, literal) in members.additional {
            if let pattern = need.pattern, cover.patterns.contains(pattern) { continue }
            // Where it is not known whether a pattern matches, the literal is left out.
            if misses.isSuperset(of: cover.patterns) { literals.append(literal) }
        }
        for (pattern, literal) in members.matching where pattern == need.pattern { literals.append(literal) }
        return literals
    }

    /// Whether some required member cannot be.
    func hasImpossibleMember(_ conjunct: Conjunct) -> Bool {
        conjunct.members.required.sorted().contains { name in
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
        guard !need.cover.names.contains(name), !members.absent.contains(name) else { return .empty }
        if let asked = need.name, solver.universe.validity(of: .string(name.text), asked) == .invalid { return .empty }
        var literals = literals(ofMember: name, in: members).literals + [need.value]
        if let pattern = need.pattern {
            literals += members.matching.filter { $0.pattern == pattern }.map(\.literal)
        }
        return solver.solve(literals)
    }

    /// A member under a name that nobody mentions; the witness is an object of it alone.
    func newMember(_ need: MemberNeed, avoiding declared: Set<PropertyName>, in members: MemberFacts) -> Verdict {
        let value = solver.solve(literals(ofNewMember: need, in: members))
        guard case .inhabited(let witness) = value else { return value }
        let asked = members.names + [need.name].compactMap { $0 }
        guard !asked.isEmpty else {
            let name = Self.newName(avoiding: declared)
            return .inhabited(.object([.init(name.text, witness)]))
        }
        switch solver.solveString(asked + [solver.universe.excluding(declared.sorted().map { .string($0.text) })]) {
        case .inhabited(.string(let name)): return .inhabited(.object([.init(name, witness)]))
        case .empty: return .empty
        case .unknown(let obstacle): return .unknown(obstacle)
        case .inhabited: return .unknown(.unconfirmed)
        }
    }

    private static func newName(avoiding declared: Set<PropertyName>) -> PropertyName {
        var number = 0
        while true {
            let name = PropertyName(number == 0 ? "x" : "x\(number)")
            if !declared.contains(name) { return name }
            number += 1
        }
    }
}

extension MemberFacts {
    /// Every name that anything mentions.
    func declaredNames(with need: MemberNeed? = nil) -> Set<PropertyName> {
        var names = required.union(absent).union(extras.keys)
        for (table, _) in tables { names.formUnion(table.names) }
        for (cover, _) in additional { names.formUnion(cover.names) }
        for need in needs + [need].compactMap({ $0 }) { names.formUnion(need.cover.names) }
        return names
    }
}
