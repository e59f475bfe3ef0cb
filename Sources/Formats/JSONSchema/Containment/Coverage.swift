/// What counts as evaluated in one case, and what makes it the case.
struct Coverage {
    var facts: [Fact] = []
    var names: Set<PropertyName> = []
    var patterns: [SchemaPattern] = []
    var allNames = false
    /// Elements before this index; `Int.max` for all.
    var prefix = 0
    /// Set where `contains` evaluates elements by their value.
    var obstacle: Obstacle?

    /// Whether nothing is evaluated and nothing asked.
    var isTrivial: Bool { names.isEmpty && patterns.isEmpty && !allNames && prefix == 0 && obstacle == nil }

    func joined(with other: Coverage) -> Coverage {
        Coverage(
            facts: facts + other.facts,
            names: names.union(other.names),
            patterns: patterns + other.patterns,
            allNames: allNames || other.allNames,
            prefix: max(prefix, other.prefix),
            obstacle: obstacle ?? other.obstacle
        )
    }

    func positive(members literal: Literal) -> [Fact] {
        allNames ? [] : [.additional(NameCover(names, patterns: patterns), literal)]
    }

    func negative(members literal: Literal) -> [Fact]? {
        allNames ? nil : [.someMember(MemberNeed(cover: NameCover(names, patterns: patterns), value: literal))]
    }

    func positive(items literal: Literal) -> [Fact] {
        guard prefix < .max else { return [] }
        return obstacle.map { [.obstacle($0)] } ?? [.rest(prefix, literal)]
    }

    func negative(items literal: Literal) -> [Fact]? {
        guard prefix < .max else { return nil }
        return [.someElement(prefix..<Int.max, literal)] + (obstacle.map { [.obstacle($0)] } ?? [])
    }
}

/// Works out the cases of what a schema's own keywords evaluate.
///
/// - SeeAlso: JSON Schema 2020-12, sections 11.2 and 11.3.
struct CoverageCases {
    let universe: SchemaUniverse
    let type: TypeSet
    /// More cases than this are not worked out.
    static let limit = 128

    /// The cases of a schema that is valid but for its `unevaluated…` keywords; nil where there are too many to tell.
    func cases(of term: Term) -> [Coverage]? {
        var cases = [Coverage()]
        for keyword in universe.schema(term).keywords where !keyword.needsEvaluation {
            guard let further = own(keyword, of: term) else { return nil }
            guard further.count * cases.count <= Self.limit else { return nil }
            cases = cases.flatMap { one in further.map { one.joined(with: $0) } }
        }
        return cases
    }

    /// The cases of a schema inside, its `unevaluated…` keywords among them.
    private func inner(_ id: SchemaID, of outer: Term) -> [Coverage]? {
        let term = Term(id, outer.inside)
        guard var cases = cases(of: term) else { return nil }
        for keyword in universe.schema(term).keywords where keyword.needsEvaluation {
            for index in cases.indices {
                if case .unevaluatedItems = keyword { cases[index].prefix = .max } else { cases[index].allNames = true }
            }
        }
        return cases
    }

    private func own(_ keyword: Keyword, of term: Term) -> [Coverage]? {
        switch keyword {
        case .undecidable: return nil
        case .reference(let target): return holding(target, of: term)
        case .allOf(let members): return product(members.map { holding($0, of: term) })
        case .anyOf(let members): return product(members.map { optional($0, of: term) })
        case .oneOf(let members): return oneOf(members, of: term)
        case .conditional(let condition, let then, let otherwise):
            guard
                let yes = product(
                    [holding(condition, of: term)] + [then].compactMap { $0 }.map { holding($0, of: term) }
                ),
                let no = product([otherwise].compactMap { $0 }.map { holding($0, of: term) })
            else { return nil }
            let fails = Coverage(facts: [fact(condition, term, isNegative: true)])
            return yes + no.map { fails.joined(with: $0) }
        case .dependentSchemas(let table):
            return product(
                table.entries.map { entry in
                    holding(entry.schema, of: term).map { held in
                        [Coverage(facts: [.absent(entry.name)])]
                            + held.map { Coverage(facts: [.present(entry.name)]).joined(with: $0) }
                    }
                }
            )
        default: return [type == .object ? members(keyword) : items(keyword)]
        }
    }

    private func fact(_ id: SchemaID, _ term: Term, isNegative: Bool = false) -> Fact {
        let literal = universe.literal(id, term.inside)
        return .literal(isNegative ? literal.negated : literal)
    }

    private func holding(_ id: SchemaID, of term: Term) -> [Coverage]? {
        let holds = Coverage(facts: [fact(id, term)])
        return inner(id, of: term)?.map { holds.joined(with: $0) }
    }

    /// A schema that may hold or not; both only where it evaluates anything.
    private func optional(_ id: SchemaID, of term: Term) -> [Coverage]? {
        guard let held = holding(id, of: term) else { return nil }
        guard !held.allSatisfy(\.isTrivial) else { return [Coverage()] }
        return held + [Coverage(facts: [fact(id, term, isNegative: true)])]
    }

    private func oneOf(_ members: [SchemaID], of term: Term) -> [Coverage]? {
        var cases: [Coverage] = []
        for chosen in members {
            guard let held = holding(chosen, of: term) else { return nil }
            cases += held
        }
        return cases
    }

    private func product(_ groups: [[Coverage]?]) -> [Coverage]? {
        var cases = [Coverage()]
        for group in groups {
            guard let group, group.count * cases.count <= Self.limit else { return nil }
            cases = cases.flatMap { one in group.map { one.joined(with: $0) } }
        }
        return cases
    }

    private func members(_ keyword: Keyword) -> Coverage {
        switch keyword {
        case .properties(let table): Coverage(names: Set(table.names))
        case .patternProperties(let entries): Coverage(patterns: entries.map(\.pattern))
        case .additionalProperties: Coverage(allNames: true)
        default: Coverage()
        }
    }

    private func items(_ keyword: Keyword) -> Coverage {
        switch keyword {
        case .prefix(let schemas): Coverage(prefix: schemas.count)
        case .rest: Coverage(prefix: .max)
        case .contains(let contains) where contains.evaluates:
            Coverage(obstacle: .combination("contains with unevaluatedItems"))
        default: Coverage()
        }
    }
}
