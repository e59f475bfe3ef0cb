import Syntax

/// Fills the tables of a ``SchemaPlan``.
struct SchemaPlanner {
    private(set) var names = NameTable()
    private(set) var nameSets: [UInt64] = []
    private(set) var schemasByName: [Int32] = []
    private(set) var lists: [[SchemaID]] = []
    private(set) var values: [SchemaPlan.Values] = []
    private(set) var numbers: [ExactNumber] = []
    private(set) var patterns: [SchemaPattern] = []
    private(set) var contains: [Contains] = []
    private(set) var obstacles: [Obstacle] = []

    /// A planner that knows all names of the keywords, so that sets of them have one size.
    init(_ keywords: [Keyword]) {
        for keyword in keywords {
            for name in keyword.names { names.insert(name.text) }
        }
    }

    mutating func steps(for keywords: [Keyword]) -> [SchemaPlan.Step] {
        var steps: [SchemaPlan.Step] = []
        for keyword in keywords where !keyword.needsEvaluation { steps += self.steps(for: keyword) }
        for keyword in keywords where keyword.needsEvaluation { steps += self.steps(for: keyword) }
        return steps
    }

    private mutating func steps(for keyword: Keyword) -> [SchemaPlan.Step] {
        switch keyword {
        case .dependentRequired(let entries):
            entries.map { .dependentRequired(name: names.insert($0.name.text), nameSet($0.required)) }
        case .dependentSchemas(let table):
            table.entries.map { .dependentSchema(name: names.insert($0.name.text), $0.schema) }
        default: [step(for: keyword)]
        }
    }

    private mutating func step(for keyword: Keyword) -> SchemaPlan.Step {
        switch keyword {
        case .never: .never
        case .type(let types): .type(types)
        case .values(let set): .values(Self.place(SchemaPlan.Values(set), in: &values))
        case .undecidable(let obstacle): .undecidable(Self.place(obstacle, in: &obstacles))
        case .minimum(let bound, let isExclusive): .minimum(Self.place(bound, in: &numbers), isExclusive: isExclusive)
        case .maximum(let bound, let isExclusive): .maximum(Self.place(bound, in: &numbers), isExclusive: isExclusive)
        case .multipleOf(let divisor): .multipleOf(Self.place(divisor, in: &numbers))
        case .minLength(let length): .minLength(length)
        case .maxLength(let length): .maxLength(length)
        case .pattern(let pattern): .pattern(Self.place(pattern, in: &patterns))
        case .format(let format): .format(format)
        case .minItems, .maxItems, .uniqueItems, .prefix, .rest, .contains, .unevaluatedItems: arrayStep(keyword)
        case .allOf, .anyOf, .oneOf, .not, .conditional, .reference: logicStep(keyword)
        default: objectStep(keyword)
        }
    }

    private mutating func arrayStep(_ keyword: Keyword) -> SchemaPlan.Step {
        switch keyword {
        case .minItems(let count): .minItems(count)
        case .maxItems(let count): .maxItems(count)
        case .prefix(let members): .prefix(Self.place(members, in: &lists))
        case .rest(let start, let schema): .rest(from: start, schema)
        case .contains(let contains): .contains(Self.place(contains, in: &self.contains))
        case .unevaluatedItems(let schema): .unevaluatedItems(schema)
        default: .uniqueItems
        }
    }

    private mutating func logicStep(_ keyword: Keyword) -> SchemaPlan.Step {
        switch keyword {
        case .anyOf(let members): .anyOf(Self.place(members, in: &lists))
        case .oneOf(let members): .oneOf(Self.place(members, in: &lists))
        case .not(let schema): .not(schema)
        case .reference(let target): .reference(target)
        case .conditional(let condition, let then, let otherwise):
            .conditional(if: condition, then: then, else: otherwise)
        default: .allOf(Self.place(keyword.inPlace, in: &lists))
        }
    }

    private mutating func objectStep(_ keyword: Keyword) -> SchemaPlan.Step {
        switch keyword {
        case .minProperties(let count): .minProperties(count)
        case .maxProperties(let count): .maxProperties(count)
        case .required(let required): .required(nameSet(required))
        case .properties(let table): .properties(schemas(by: table))
        case .patternProperties(let entries):
            .patternProperties(
                places(of: entries.map(\.pattern)),
                schemas: Self.place(entries.map(\.schema), in: &lists)
            )
        case .additionalProperties(let cover, let schema):
            .additionalProperties(names: nameSet(cover.names), patterns: places(of: cover.patterns), schema)
        case .propertyNames(let schema): .propertyNames(schema)
        case .unevaluatedProperties(let schema): .unevaluatedProperties(schema)
        default: .never
        }
    }

    private static func place<Entry>(_ entry: Entry, in table: inout [Entry]) -> Int {
        table.append(entry)
        return table.count - 1
    }

    private mutating func places(of patterns: [SchemaPattern]) -> Range<Int> {
        let start = self.patterns.count
        self.patterns += patterns
        return start..<self.patterns.count
    }

    private mutating func nameSet(_ members: some Sequence<PropertyName>) -> Int {
        let start = nameSets.count
        nameSets += Array(repeating: 0, count: names.count / UInt64.bitWidth + 1)
        for name in members {
            let number = names.insert(name.text)
            nameSets[start + number / UInt64.bitWidth] |= 1 << UInt64(number % UInt64.bitWidth)
        }
        return start
    }

    private mutating func schemas(by table: PropertyTable) -> Int {
        let start = schemasByName.count
        schemasByName += Array(repeating: -1, count: names.count)
        for entry in table.entries { schemasByName[start + names.insert(entry.name.text)] = entry.schema.index }
        return start
    }
}

extension Keyword {
    /// Whether it looks at what its neighbours have evaluated.
    var needsEvaluation: Bool {
        switch self {
        case .unevaluatedItems, .unevaluatedProperties: true
        default: false
        }
    }

    /// The names of members that it looks for.
    fileprivate var names: [PropertyName] {
        switch self {
        case .required(let names): names
        case .properties(let table), .dependentSchemas(let table): table.names
        case .additionalProperties(let cover, _): Array(cover.names)
        case .dependentRequired(let entries): entries.flatMap { [$0.name] + $0.required }
        default: []
        }
    }
}
