import Syntax

extension Search {
    /// An object being built: its members, and why it may not be one.
    private struct Draft {
        var members: [PropertyName: JSON] = [:]
        var order: [PropertyName] = []
        var obstacle: Obstacle?

        mutating func add(_ name: PropertyName, _ value: JSON) {
            if members.updateValue(value, forKey: name) == nil { order.append(name) }
        }

        var object: JSON { .object(order.compactMap { name in members[name].map { .init(name.text, $0) } }) }
    }

    func buildObject(_ conjunct: Conjunct) -> Verdict {
        guard conjunct.maximumSize > 0 else {
            return conjunct.members.required.isEmpty && conjunct.members.needs.isEmpty
                ? solver.test(ValueSet([.object([])]), goal) : .empty
        }
        guard conjunct.members.required.count <= conjunct.maximumSize, !hasImpossibleMember(conjunct),
            !conjunct.members.needs.contains(where: { isImpossible($0, in: conjunct) })
        else { return .empty }
        // From here on members are chosen; that a choice leads nowhere says nothing about others.
        var conjunct = conjunct
        var draft = Draft(obstacle: conjunct.obstacle)
        guard serveNeeds(&conjunct, &draft), addRequired(conjunct, &draft),
            draft.members.count <= conjunct.maximumSize
        else { return .unknown(draft.obstacle ?? .combination("members that get in each other's way")) }
        if draft.members.count < conjunct.minimumSize, !fill(conjunct, &draft) {
            return conjunct.members.needs.isEmpty
                ? .empty : .unknown(draft.obstacle ?? .combination("minProperties with members that must differ"))
        }
        if let obstacle = draft.obstacle, draft.members.count < conjunct.minimumSize { return .unknown(obstacle) }
        return vary(draft.object, conjunct)
    }

    /// Finds a member for every need; false if one has none beside those found before.
    private func serveNeeds(_ conjunct: inout Conjunct, _ draft: inout Draft) -> Bool {
        for need in conjunct.members.needs {
            let declared = conjunct.members.declaredNames().union(draft.order)
            switch serve(need, declared, conjunct) {
            case .empty: return false
            case .unknown(let obstacle):
                draft.obstacle = obstacle
                return false
            case .inhabited(.object(let members)):
                for member in members {
                    let name = PropertyName(member.key)
                    draft.add(name, member.value)
                    conjunct.members.required.insert(name)
                    conjunct.members.extras[name, default: []] += literals(serving: need, name, conjunct.members)
                }
            case .inhabited: break
            }
        }
        return true
    }

    /// What a member that was chosen for a need is asked beyond its name.
    private func literals(serving need: MemberNeed, _ name: PropertyName, _ members: MemberFacts) -> [Literal] {
        [need.value] + members.matching.filter { $0.pattern == need.pattern }.map(\.literal)
    }

    private func serve(_ need: MemberNeed, _ declared: Set<PropertyName>, _ conjunct: Conjunct) -> Verdict {
        var obstacle: Obstacle?
        for name in declared.sorted() {
            switch member(name, serving: need, in: conjunct.members) {
            case .empty: break
            case .inhabited(let value): return .inhabited(.object([.init(name.text, value)]))
            case .unknown(let reason): obstacle = obstacle ?? reason
            }
        }
        switch newMember(need, avoiding: declared, in: conjunct.members) {
        case .empty: return obstacle.map { .unknown($0) } ?? .empty
        case .unknown(let reason): return .unknown(reason)
        case .inhabited(let member): return .inhabited(member)
        }
    }

    /// Adds what must be there; false if something cannot be found.
    private func addRequired(_ conjunct: Conjunct, _ draft: inout Draft) -> Bool {
        for name in conjunct.members.required.names.sorted() {
            let asked = literals(ofMember: name, in: conjunct.members)
            draft.obstacle = draft.obstacle ?? asked.obstacle
            switch solver.solve(asked.literals) {
            case .empty: return false
            case .unknown(let obstacle):
                draft.obstacle = obstacle
                return false
            case .inhabited(let value): draft.add(name, value)
            }
        }
        return true
    }

    /// Adds members until there are enough; false if there can never be.
    private func fill(_ conjunct: Conjunct, _ draft: inout Draft) -> Bool {
        var open = conjunct.members.required.count - draft.members.count
        let declared = conjunct.members.declaredNames()
        for name in declared.subtracting(conjunct.members.absent).sorted() where draft.members[name] == nil {
            guard draft.members.count < conjunct.minimumSize else { return true }
            switch solver.solve(literals(ofMember: name, in: conjunct.members).literals) {
            case .empty: break
            case .unknown(let obstacle):
                open += 1
                draft.obstacle = draft.obstacle ?? obstacle
            case .inhabited(let value): draft.add(name, value)
            }
        }
        while draft.members.count < conjunct.minimumSize {
            switch newMember(MemberNeed(), avoiding: declared.union(draft.order), in: conjunct.members) {
            case .empty: return draft.members.count + open >= conjunct.minimumSize
            case .unknown(let obstacle):
                draft.obstacle = draft.obstacle ?? obstacle
                return true
            case .inhabited(.object(let members)):
                for member in members { draft.add(PropertyName(member.key), member.value) }
            case .inhabited: return true
            }
            guard solver.spend() == nil, draft.members.count < 2_000 else {
                draft.obstacle = draft.obstacle ?? .combination("minProperties")
                return true
            }
        }
        return true
    }

    /// The object, or one more like it where it is excluded.
    private func vary(_ object: JSON, _ conjunct: Conjunct) -> Verdict {
        guard conjunct.excluded.contains(where: { $0.contains(object) }) else { return .inhabited(object) }
        guard case .object(let members) = object, members.count < conjunct.maximumSize, members.count < 64 else {
            return .unknown(.combination("values excluded from objects"))
        }
        var larger = conjunct
        larger.minimumSize = members.count + 1
        let verdict = buildObject(larger)
        return verdict.isEmpty ? varyMember(members, conjunct) : verdict
    }

    private func varyMember(_ members: [JSON.Member], _ conjunct: Conjunct) -> Verdict {
        for member in members {
            var other = conjunct
            let name = PropertyName(member.key)
            other.members.extras[name, default: []].append(solver.universe.excluding([member.value]))
            guard case .inhabited(let value) = solver.solve(literals(ofMember: name, in: other.members).literals) else {
                continue
            }
            let varied = members.map { $0.key.utf8.elementsEqual(member.key.utf8) ? .init($0.key, value) : $0 }
            if !conjunct.excluded.contains(where: { $0.contains(.object(varied)) }) {
                return .inhabited(.object(varied))
            }
        }
        return .unknown(.combination("values excluded from objects"))
    }
}
