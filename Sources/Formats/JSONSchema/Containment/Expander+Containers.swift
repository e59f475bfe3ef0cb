import Syntax

extension Expander {
    func arrayFacts(_ keyword: Keyword, of term: Term, into expansion: inout Expansion) -> [Fact] {
        let origin = term.inside
        switch keyword {
        case .minItems(let count): return [Self.atLeast(count, true)]
        case .maxItems(let count): return [Self.atMost(count, true)]
        case .uniqueItems: return [.unique(true)]
        case .prefix(let members): return [.prefix(members.map { universe.literal($0, origin) })]
        case .rest(let start, let schema): return [.rest(start, universe.literal(schema, origin))]
        case .contains(let contains):
            let literal = universe.literal(contains.schema, origin)
            let floor: [Fact] = contains.minimum > 0 ? [.atLeast(contains.minimum, literal)] : []
            return floor + (contains.maximum.map { [.atMost($0, literal)] } ?? [])
        case .unevaluatedItems(let schema):
            addCases(of: term, into: &expansion) { $0.positive(items: universe.literal(schema, origin)) }
            return []
        default: return []
        }
    }

    func objectFacts(_ keyword: Keyword, of term: Term, into expansion: inout Expansion) -> [Fact] {
        let origin = term.inside
        switch keyword {
        case .minProperties(let count): return [Self.atLeast(count, true)]
        case .maxProperties(let count): return [Self.atMost(count, true)]
        case .required(let names): return names.map { .present($0) }
        case .properties(let table): return [.table(table, origin)]
        case .patternProperties(let entries):
            return entries.map { .matching($0.pattern, universe.literal($0.schema, origin)) }
        case .additionalProperties(let cover, let schema):
            return [.additional(cover, universe.literal(schema, origin))]
        case .propertyNames(let schema): return [.names(universe.literal(schema, origin))]
        case .dependentRequired(let entries):
            expansion.clauses += entries.map { [[.absent($0.name)], $0.required.map { .present($0) }] }
            return []
        case .dependentSchemas(let table):
            expansion.clauses += table.entries.map { [[.absent($0.name)], [literal($0.schema, term)]] }
            return []
        case .unevaluatedProperties(let schema):
            addCases(of: term, into: &expansion) { $0.positive(members: universe.literal(schema, origin)) }
            return []
        default: return []
        }
    }

    private func addCases(of term: Term, into expansion: inout Expansion, _ facts: (Coverage) -> [Fact]) {
        guard let cases = CoverageCases(universe: universe, type: type).cases(of: term) else {
            expansion.facts.append(.obstacle(.evaluation))
            return
        }
        expansion.clauses.append(cases.map { $0.facts + facts($0) })
    }
}

/// What it takes to violate one keyword.
extension Expander {
    /// The ways in which an instance of the type can violate a keyword; none if it cannot.
    func negative(_ keyword: Keyword, of term: Term) -> [[Fact]] {
        switch keyword {
        case .never: return [[]]
        case .type(let types): return negativeType(types)
        case .values(let set): return [[.excluded(set)]]
        case .undecidable(let obstacle): return [[.obstacle(obstacle)]]
        case .reference(let schema): return [[literal(schema, term, isNegative: true)]]
        case .allOf(let members): return members.map { [literal($0, term, isNegative: true)] }
        case .anyOf(let members): return [members.map { literal($0, term, isNegative: true) }]
        case .oneOf(let members): return negativeOneOf(members, term)
        case .not(let schema): return [[literal(schema, term)]]
        case .conditional(let condition, let then, let otherwise):
            return [then].compactMap { $0 }.map { [literal(condition, term), literal($0, term, isNegative: true)] }
                + [otherwise].compactMap { $0 }.map {
                    [literal(condition, term, isNegative: true), literal($0, term, isNegative: true)]
                }
        default: return negativePart(keyword, of: term)
        }
    }

    private func negativeType(_ types: TypeSet) -> [[Fact]] {
        guard type == .number else { return types.contains(type) ? [] : [[]] }
        switch types.intersection(.number) {
        case .number: return []
        case .integer: return [[.multiple(ExactNumber(1), false)]]
        case .fraction: return [[.multiple(ExactNumber(1), true)]]
        default: return [[]]
        }
    }

    private func negativeOneOf(_ members: [SchemaID], _ term: Term) -> [[Fact]] {
        let none = members.map { literal($0, term, isNegative: true) }
        guard members.count <= Self.largestOneOf else { return [none] + members.map { [literal($0, term)] } }
        let pairs = members.indices.flatMap { one in
            members[(one + 1)...].map { [literal(members[one], term), literal($0, term)] }
        }
        return [none] + pairs
    }

    private func negativePart(_ keyword: Keyword, of term: Term) -> [[Fact]] {
        switch type {
        case .number: numberFacts(keyword, false).map { [$0] }
        case .string: stringFacts(keyword, false).map { [$0] }
        case .array: negativeArray(keyword, of: term)
        case .object: negativeObject(keyword, of: term)
        default: []
        }
    }

    private func negated(_ schema: SchemaID, _ term: Term) -> Literal {
        universe.literal(schema, term.inside).negated
    }

    private func negativeArray(_ keyword: Keyword, of term: Term) -> [[Fact]] {
        switch keyword {
        case .minItems(let count): return [[Self.atLeast(count, false)]]
        case .maxItems(let count): return [[Self.atMost(count, false)]]
        case .uniqueItems: return [[.unique(false)]]
        case .prefix(let members):
            return members.enumerated().map { [.someElement($0..<($0 + 1), negated($1, term))] }
        case .rest(let start, let schema): return [[.someElement(start..<Int.max, negated(schema, term))]]
        case .contains(let contains):
            let literal = universe.literal(contains.schema, term.inside)
            let few: [[Fact]] = contains.minimum > 0 ? [[.atMost(contains.minimum - 1, literal)]] : []
            return few + (contains.maximum.map { [[.atLeast($0 == .max ? $0 : $0 + 1, literal)]] } ?? [])
        case .unevaluatedItems(let schema):
            return cases(of: term) { $0.negative(items: negated(schema, term)) }
        default: return []
        }
    }

    private func negativeObject(_ keyword: Keyword, of term: Term) -> [[Fact]] {
        switch keyword {
        case .minProperties(let count): return [[Self.atLeast(count, false)]]
        case .maxProperties(let count): return [[Self.atMost(count, false)]]
        case .required(let names): return names.map { [.absent($0)] }
        case .properties(let table):
            return table.entries.map { [.present($0.name), .property($0.name, negated($0.schema, term))] }
        case .patternProperties(let entries):
            return entries.map { [.someMember(MemberNeed(pattern: $0.pattern, value: negated($0.schema, term)))] }
        case .additionalProperties(let cover, let schema):
            return [[.someMember(MemberNeed(cover: cover, value: negated(schema, term)))]]
        case .propertyNames(let schema): return [[.someMember(MemberNeed(name: negated(schema, term)))]]
        case .dependentRequired(let entries):
            return entries.flatMap { entry in entry.required.map { [.present(entry.name), .absent($0)] } }
        case .dependentSchemas(let table):
            return table.entries.map { [.present($0.name), literal($0.schema, term, isNegative: true)] }
        case .unevaluatedProperties(let schema):
            return cases(of: term) { $0.negative(members: negated(schema, term)) }
        default: return []
        }
    }

    private func cases(of term: Term, _ facts: (Coverage) -> [Fact]?) -> [[Fact]] {
        guard let cases = CoverageCases(universe: universe, type: type).cases(of: term) else {
            return [[.obstacle(.evaluation)]]
        }
        return cases.compactMap { coverage in facts(coverage).map { coverage.facts + $0 } }
    }
}
