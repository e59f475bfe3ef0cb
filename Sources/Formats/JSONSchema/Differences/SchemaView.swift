import Syntax

/// What a schema asks of one place, references and `allOf` taken together.
struct SchemaView {
    /// One keyword and the schema that it stands in.
    struct Entry {
        let keyword: Keyword
        let schema: SchemaID
    }

    let entries: [Entry]
    /// The schemas that hold together.
    let schemas: Set<SchemaID>
    private let requiredNames: Set<PropertyName>

    init(_ document: SchemaDocument, _ id: SchemaID) {
        var entries: [Entry] = []
        var seen: Set<SchemaID> = []
        var open = [id]
        while let next = open.popLast(), entries.count < 10_000 {
            guard seen.insert(next).inserted else { continue }
            for keyword in document[next].keywords {
                switch keyword {
                case .reference(let target): open.append(target)
                case .allOf(let members): open += members.reversed()
                default: entries.append(Entry(keyword: keyword, schema: next))
                }
            }
        }
        self.entries = entries
        schemas = seen
        requiredNames = entries.reduce(into: []) { names, entry in
            if case .required(let required) = entry.keyword { names.formUnion(required) }
        }
    }

    private func all<Value>(_ select: (Keyword) -> Value?) -> [Value] { entries.compactMap { select($0.keyword) } }

    /// The types that are allowed, or nil where nothing is said.
    var types: TypeSet? {
        let sets = all { if case .type(let types) = $0 { types } else { nil } }
        return sets.isEmpty ? nil : sets.reduce(.all) { $0.intersection($1) }
    }

    var values: ValueSet? {
        all { if case .values(let set) = $0 { set } else { nil } }.min { $0.values.count < $1.values.count }
    }

    var patterns: Set<SchemaPattern> { Set(all { if case .pattern(let pattern) = $0 { pattern } else { nil } }) }

    var multipleOf: ExactNumber? { all { if case .multipleOf(let divisor) = $0 { divisor } else { nil } }.max() }

    /// The tightest bound of a kind, as a number.
    func bound(_ aspect: Aspect) -> ExactNumber? {
        let bounds = all { aspect.bound(in: $0) }
        return aspect.isCeiling ? bounds.min() : bounds.max()
    }

    /// The schema of a declared member.
    func property(_ name: PropertyName) -> SchemaID? {
        for entry in entries {
            if case .properties(let table) = entry.keyword, let schema = table[name] { return schema }
        }
        return nil
    }

    /// The names of all declared members.
    var declaredNames: Set<PropertyName> {
        entries.reduce(into: []) { names, entry in
            if case .properties(let table) = entry.keyword { names.formUnion(table.names) }
        }
    }

    /// The schema of members whose names match a pattern.
    func patternProperty(_ pattern: SchemaPattern) -> SchemaID? {
        for entry in entries {
            guard case .patternProperties(let known) = entry.keyword else { continue }
            if let found = known.first(where: { $0.pattern == pattern }) { return found.schema }
        }
        return nil
    }

    func requires(_ name: PropertyName) -> Bool { requiredNames.contains(name) }

    /// What members that are not declared must be; nil where they may be anything.
    var additional: SchemaID? {
        for entry in entries {
            switch entry.keyword {
            case .additionalProperties(_, let schema), .unevaluatedProperties(let schema): return schema
            default: break
            }
        }
        return nil
    }

    var hasPatternProperties: Bool {
        entries.contains { if case .patternProperties = $0.keyword { true } else { false } }
    }

    /// What elements from an index on must be; nil where they may be anything.
    func element(_ index: Int) -> SchemaID? {
        for entry in entries {
            switch entry.keyword {
            case .prefix(let members) where index < members.count: return members[index]
            case .rest(let start, let schema) where start <= index: return schema
            default: break
            }
        }
        return nil
    }

    /// The members of `oneOf` and `anyOf`.
    var alternatives: [SchemaID] {
        for entry in entries {
            switch entry.keyword {
            case .anyOf(let members), .oneOf(let members): return members
            default: break
            }
        }
        return []
    }

    func has(_ select: (Keyword) -> Bool) -> Bool { entries.contains { select($0.keyword) } }
}
