import Syntax

/// Members under names that nobody mentions.
extension Search {
    /// A name being looked for, by what is known of it.
    private struct NewName {
        /// What the name satisfies.
        var asked: [Literal]
        /// Whether it matches each pattern that has been settled.
        var matches: [SchemaPattern: Bool]
        /// Patterns that some keyword asks about, and that are still to be settled.
        var open: [SchemaPattern]
    }

    /// A member under a new name that serves a need; the witness is an object of it alone.
    ///
    /// What the value is asked depends on the patterns that the name matches, so each way of matching is tried for which
    /// there are names.
    func newMember(_ need: MemberNeed, avoiding declared: Set<PropertyName>, in members: MemberFacts) -> Verdict {
        var name = NewName(asked: members.names + [need.name].compactMap { $0 }, matches: [:], open: [])
        if let pattern = need.pattern { settle(pattern, true, &name) }
        for pattern in need.cover.patterns { settle(pattern, false, &name) }
        let others = members.additional.flatMap(\.cover.patterns) + members.matching.map(\.pattern)
        for pattern in others where name.matches[pattern] == nil && !name.open.contains(pattern) {
            // What a pattern that is not executed matches is left open, and what is asked by it left out.
            if pattern.matches("") != nil { name.open.append(pattern) }
        }
        if name.asked.isEmpty, name.open.isEmpty { return plainMember(need, name, declared, members) }
        if !declared.isEmpty {
            name.asked.append(solver.universe.excluding(declared.sorted().map { .string($0.text) }))
        }
        return member(need, name, in: members)
    }

    private func settle(_ pattern: SchemaPattern, _ matches: Bool, _ name: inout NewName) {
        name.matches[pattern] = matches
        let literal = solver.universe.literal(of: pattern)
        name.asked.append(matches ? literal : literal.negated)
    }

    private func plainMember(
        _ need: MemberNeed,
        _ name: NewName,
        _ declared: Set<PropertyName>,
        _ members: MemberFacts
    ) -> Verdict {
        let value = solver.solve(literals(ofMember: name, serving: need, in: members))
        guard case .inhabited(let witness) = value else { return value }
        return .inhabited(.object([.init(Self.newName(avoiding: declared).text, witness)]))
    }

    private func member(_ need: MemberNeed, _ name: NewName, in members: MemberFacts) -> Verdict {
        if let obstacle = solver.spend() { return .unknown(obstacle) }
        let text = solver.solveString(name.asked)
        if text.isEmpty { return .empty }
        guard let pattern = name.open.last else { return member(need, name, called: text, in: members) }
        var obstacle: Obstacle?
        for matches in [false, true] {
            var settled = name
            settled.open.removeLast()
            settle(pattern, matches, &settled)
            switch member(need, settled, in: members) {
            case .empty: break
            case .inhabited(let witness): return .inhabited(witness)
            case .unknown(let reason): obstacle = obstacle ?? reason
            }
        }
        return obstacle.map { .unknown($0) } ?? .empty
    }

    private func member(
        _ need: MemberNeed,
        _ name: NewName,
        called text: Verdict,
        in members: MemberFacts
    ) -> Verdict {
        let value = solver.solve(literals(ofMember: name, serving: need, in: members))
        guard case .inhabited(let witness) = value else { return value }
        switch text {
        case .inhabited(.string(let name)): return .inhabited(.object([.init(name, witness)]))
        case .inhabited: return .unknown(.unconfirmed)
        case .empty, .unknown: return text
        }
    }

    /// What the value of a new member is asked for certain.
    private func literals(ofMember name: NewName, serving need: MemberNeed, in members: MemberFacts) -> [Literal] {
        let additional = members.additional.filter { cover, _ in
            cover.patterns.allSatisfy { name.matches[$0] == false }
        }
        let matching = members.matching.filter { name.matches[$0.pattern] == true }
        return [need.value] + additional.map(\.literal) + matching.map(\.literal)
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
