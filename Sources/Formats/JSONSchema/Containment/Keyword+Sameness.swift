import Syntax

/// Whether two keywords say the same, but for the schemas inside.
extension Keyword {
    /// Hashes what ``pairs(with:)`` compares, and how often schemas follow.
    func hashText(into hasher: inout Hasher) {
        switch self {
        case .never: hasher.combine(0)
        case .type(let types): hasher.combine([1, Int(types.rawValue)])
        case .values(let set): hasher.combine(set)
        case .undecidable(let obstacle): hasher.combine(obstacle)
        case .minimum(let bound, let isExclusive), .maximum(let bound, let isExclusive):
            hasher.combine(bound)
            hasher.combine(isExclusive)
        case .multipleOf(let divisor): hasher.combine(divisor)
        case .minLength(let size), .maxLength(let size), .minItems(let size), .maxItems(let size),
            .minProperties(let size), .maxProperties(let size):
            hasher.combine(size)
        case .pattern(let pattern): hasher.combine(pattern)
        case .format(let format): hasher.combine(format)
        case .required(let names): hasher.combine(Self.sum(names))
        case .dependentRequired(let entries): hasher.combine(Self.sum(entries.map(\.name)))
        case .additionalProperties(let cover, _): hasher.combine(Self.sum(cover.names))
        case .prefix(let members), .allOf(let members), .anyOf(let members), .oneOf(let members):
            hasher.combine(members.count)
        default: hasher.combine(2)
        }
    }

    /// A hash of names that does not depend on their order.
    private static func sum(_ names: some Sequence<PropertyName>) -> Int {
        names.reduce(0) { $0 &+ $1.hashValue }
    }

    /// The schemas inside both, side by side; nil if they do not say the same otherwise.
    func pairs(with other: Keyword) -> [(SchemaID, SchemaID)]? {
        switch (self, other) {
        case (.never, .never), (.uniqueItems, .uniqueItems): []
        case (.type(let one), .type(let two)): Self.nothing(one == two)
        case (.values(let one), .values(let two)): Self.nothing(one == two)
        case (.undecidable(let one), .undecidable(let two)): Self.nothing(one == two)
        case (.pattern(let one), .pattern(let two)): Self.nothing(one == two)
        case (.format(let one), .format(let two)): Self.nothing(one == two)
        case (.minimum(let one, let isOne), .minimum(let two, let isTwo)),
            (.maximum(let one, let isOne), .maximum(let two, let isTwo)):
            Self.nothing(one == two && isOne == isTwo)
        case (.multipleOf(let one), .multipleOf(let two)): Self.nothing(one == two)
        case (.minLength(let one), .minLength(let two)), (.maxLength(let one), .maxLength(let two)),
            (.minItems(let one), .minItems(let two)), (.maxItems(let one), .maxItems(let two)),
            (.minProperties(let one), .minProperties(let two)), (.maxProperties(let one), .maxProperties(let two)):
            Self.nothing(one == two)
        case (.required(let one), .required(let two)): Self.nothing(one == two || Set(one) == Set(two))
        case (.dependentRequired(let one), .dependentRequired(let two)):
            Self.nothing(DependentNames.sets(one) == DependentNames.sets(two))
        default: schemaPairs(with: other)
        }
    }

    private static func nothing(_ isSame: Bool) -> [(SchemaID, SchemaID)]? { isSame ? [] : nil }

    private func schemaPairs(with other: Keyword) -> [(SchemaID, SchemaID)]? {
        switch (self, other) {
        case (.allOf(let one), .allOf(let two)), (.anyOf(let one), .anyOf(let two)), (.oneOf(let one), .oneOf(let two)),
            (.prefix(let one), .prefix(let two)):
            one.count == two.count ? Array(zip(one, two)) : nil
        case (.reference(let one), .reference(let two)), (.not(let one), .not(let two)),
            (.propertyNames(let one), .propertyNames(let two)),
            (.unevaluatedItems(let one), .unevaluatedItems(let two)),
            (.unevaluatedProperties(let one), .unevaluatedProperties(let two)):
            [(one, two)]
        case (.rest(let start, let one), .rest(let other, let two)): start == other ? [(one, two)] : nil
        case (.contains(let one), .contains(let two)):
            one.minimum == two.minimum && one.maximum == two.maximum && one.evaluates == two.evaluates
                ? [(one.schema, two.schema)] : nil
        case (.additionalProperties(let cover, let one), .additionalProperties(let other, let two)):
            cover.names == other.names && Set(cover.patterns) == Set(other.patterns) ? [(one, two)] : nil
        case (.properties(let one), .properties(let two)), (.dependentSchemas(let one), .dependentSchemas(let two)):
            one.pairs(with: two)
        case (.patternProperties(let one), .patternProperties(let two)):
            PropertyTable(one.map { (PropertyName($0.pattern.text), $0.schema) })
                .pairs(with: PropertyTable(two.map { (PropertyName($0.pattern.text), $0.schema) }))
        case (.conditional(let one, let then, let otherwise), .conditional(let two, let thenToo, let otherwiseToo)):
            (then == nil) == (thenToo == nil) && (otherwise == nil) == (otherwiseToo == nil)
                ? Array(
                    zip(
                        [one] + [then, otherwise].compactMap { $0 },
                        [two] + [thenToo, otherwiseToo].compactMap { $0 }
                    )
                ) : nil
        default: nil
        }
    }
}

extension PropertyTable {
    /// The schemas of both tables by name; nil if they do not have the same names.
    fileprivate func pairs(with other: PropertyTable) -> [(SchemaID, SchemaID)]? {
        guard entries.count == other.entries.count else { return nil }
        var pairs: [(SchemaID, SchemaID)] = []
        pairs.reserveCapacity(entries.count)
        for (place, (name, schema)) in entries.enumerated() {
            guard let another = other.schema(under: name, near: place) else { return nil }
            pairs.append((schema, another))
        }
        return pairs
    }
}

extension DependentNames {
    fileprivate static func sets(_ entries: [DependentNames]) -> [PropertyName: Set<PropertyName>] {
        Dictionary(entries.map { ($0.name, Set($0.required)) }) { first, _ in first }
    }
}
