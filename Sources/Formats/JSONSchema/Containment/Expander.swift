import Syntax

/// Takes a literal apart into what it asks of instances of one type.
struct Expander {
    let universe: SchemaUniverse
    /// One of the six types; numbers are one type.
    let type: TypeSet
    /// A `oneOf` with more members is read as `anyOf`: that allows more, so it can only hide an answer, not make one.
    static let largestOneOf = 48

    func expand(_ literal: Literal) -> Expansion {
        let term = literal.term
        let keywords = universe.schema(term).keywords
        var expansion = Expansion()
        if literal.isNegative {
            expansion.clauses.append(keywords.flatMap { negative($0, of: term) })
        } else {
            for keyword in keywords { positive(keyword, of: term, into: &expansion) }
        }
        return expansion
    }

    func literal(_ id: SchemaID, _ term: Term, isNegative: Bool = false) -> Fact {
        let literal = universe.literal(id, term.inside)
        return .literal(isNegative ? literal.negated : literal)
    }

    private func positive(_ keyword: Keyword, of term: Term, into expansion: inout Expansion) {
        switch keyword {
        case .never: expansion.facts.append(.never)
        case .type(let types): expansion.facts += typeFacts(types)
        case .values(let set): expansion.facts.append(.values(set))
        case .undecidable(let obstacle): expansion.facts.append(.obstacle(obstacle))
        case .reference(let target): expansion.facts.append(literal(target, term))
        case .allOf(let members): expansion.facts += members.map { literal($0, term) }
        case .anyOf(let members): expansion.clauses.append(members.map { [literal($0, term)] })
        case .oneOf(let members): expansion.clauses.append(oneOf(members, term))
        case .not(let schema): expansion.facts.append(literal(schema, term, isNegative: true))
        case .conditional(let condition, let then, let otherwise):
            let yes = [literal(condition, term)] + [then].compactMap { $0 }.map { literal($0, term) }
            let no = [literal(condition, term, isNegative: true)]
            expansion.clauses.append([yes, no + [otherwise].compactMap { $0 }.map { literal($0, term) }])
        default: positivePart(keyword, of: term, into: &expansion)
        }
    }

    private func positivePart(_ keyword: Keyword, of term: Term, into expansion: inout Expansion) {
        switch type {
        case .number: expansion.facts += numberFacts(keyword, true)
        case .string: expansion.facts += stringFacts(keyword, true)
        case .array: expansion.facts += arrayFacts(keyword, of: term, into: &expansion)
        case .object: expansion.facts += objectFacts(keyword, of: term, into: &expansion)
        default: break
        }
    }

    private func oneOf(_ members: [SchemaID], _ term: Term) -> [[Fact]] {
        guard members.count <= Self.largestOneOf else { return members.map { [literal($0, term)] } }
        return members.indices.map { chosen in
            members.indices.map { literal(members[$0], term, isNegative: $0 != chosen) }
        }
    }

    private func typeFacts(_ types: TypeSet) -> [Fact] {
        guard type == .number else { return types.contains(type) ? [] : [.never] }
        switch types.intersection(.number) {
        case .number: return []
        case .integer: return [.multiple(ExactNumber(1), true)]
        case .fraction: return [.multiple(ExactNumber(1), false)]
        default: return [.never]
        }
    }

    func numberFacts(_ keyword: Keyword, _ holds: Bool) -> [Fact] {
        switch keyword {
        case .minimum(let bound, let isExclusive):
            [holds ? .lower(bound, isExclusive: isExclusive) : .upper(bound, isExclusive: !isExclusive)]
        case .maximum(let bound, let isExclusive):
            [holds ? .upper(bound, isExclusive: isExclusive) : .lower(bound, isExclusive: !isExclusive)]
        case .multipleOf(let divisor): [.multiple(divisor, holds)]
        default: []
        }
    }

    func stringFacts(_ keyword: Keyword, _ holds: Bool) -> [Fact] {
        switch keyword {
        case .minLength(let length): [Self.atLeast(length, holds)]
        case .maxLength(let length): [Self.atMost(length, holds)]
        case .pattern(let pattern): [.pattern(pattern, holds)]
        case .format(let format): [.format(format, holds)]
        default: []
        }
    }

    static func atLeast(_ size: Int, _ holds: Bool) -> Fact { holds ? .size(size, .max) : .size(0, size - 1) }
    static func atMost(_ size: Int, _ holds: Bool) -> Fact {
        guard !holds else { return .size(0, size) }
        return size == .max ? .never : .size(size + 1, .max)
    }
}
