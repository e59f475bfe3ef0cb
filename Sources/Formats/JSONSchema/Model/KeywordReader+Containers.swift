internal import Contracts
import Syntax

extension KeywordReader {
    mutating func readArrays() throws(ContractFailure) {
        if let count = try size(.minItems), count > 0 { add(.minItems(count)) }
        if let count = try size(.maxItems) { add(.maxItems(count)) }
        if let unique = words[.uniqueItems] {
            guard let unique = unique.bool else { throw wrongType(.uniqueItems, unique, "true or false") }
            if unique { add(.uniqueItems) }
        }
        try readItems()
        try readContains()
        if dialect.hasVocabularies, let schema = try schema(.unevaluatedItems) {
            drafts.append(.one(schema) { .unevaluatedItems($0) })
        }
    }

    private mutating func readItems() throws(ContractFailure) {
        var count = 0
        if dialect.hasPrefixItems, let members = try schemas(.prefixItems) {
            count = members.count
            drafts.append(.list(members) { .prefix($0) })
        }
        if let items = words[.items], items.isArray, dialect.hasItemTuples, let members = try schemas(.items) {
            drafts.append(.list(members) { .prefix($0) })
            guard let rest = try schema(.additionalItems) else { return }
            drafts.append(.one(rest) { .rest(from: members.count, $0) })
        } else if let rest = try schema(.items) {
            drafts.append(.one(rest) { .rest(from: count, $0) })
        }
    }

    private mutating func readContains() throws(ContractFailure) {
        let bounded = dialect.hasVocabularies
        let minimum = bounded ? try size(.minContains) : nil
        let maximum = bounded ? try size(.maxContains) : nil
        guard dialect.hasBooleanSchemas, let schema = try schema(.contains) else { return }
        let evaluates = dialect.hasPrefixItems
        drafts.append(
            .one(schema) {
                .contains(Contains(schema: $0, minimum: minimum ?? 1, maximum: maximum, evaluates: evaluates))
            }
        )
    }

    mutating func readObjects() throws(ContractFailure) {
        if let count = try size(.minProperties), count > 0 { add(.minProperties(count)) }
        if let count = try size(.maxProperties) { add(.maxProperties(count)) }
        if let value = words[.required] {
            let names = try names(value, .required)
            if !names.isEmpty { add(.required(names)) }
        }
        try readProperties()
        if dialect.hasBooleanSchemas, let schema = try schema(.propertyNames) {
            drafts.append(.one(schema) { .propertyNames($0) })
        }
        try readDependencies()
        if dialect.hasVocabularies, let schema = try schema(.unevaluatedProperties) {
            drafts.append(.one(schema) { .unevaluatedProperties($0) })
        }
    }

    private mutating func readProperties() throws(ContractFailure) {
        let properties = try namedSchemas(.properties) ?? []
        if !properties.isEmpty { drafts.append(.named(properties) { .properties(PropertyTable($0)) }) }
        let patterns = dialect == .openAPI30 ? [] : try patternProperties()
        if !patterns.isEmpty {
            let names = patterns.map(\.0)
            drafts.append(
                .named(patterns.map { (PropertyName($0.0.text), $0.1) }) { entries in
                    .patternProperties(zip(names, entries).map { PatternProperty(pattern: $0, schema: $1.1) })
                }
            )
        }
        guard let schema = try schema(.additionalProperties) else { return }
        let cover = NameCover(Set(properties.map(\.0)), patterns: patterns.map(\.0))
        drafts.append(.one(schema) { .additionalProperties(cover, $0) })
    }

    private func patternProperties() throws(ContractFailure) -> [(SchemaPattern, Node)] {
        var entries: [(SchemaPattern, Node)] = []
        for member in try map(.patternProperties) ?? [] {
            try checkSchema(member.value, in: .patternProperties)
            entries.append((try pattern(member.key), member.value))
        }
        return entries
    }

    private mutating func readDependencies() throws(ContractFailure) {
        guard words.has(.dependencies) || words.has(.dependentRequired) || words.has(.dependentSchemas),
            dialect != .openAPI30
        else { return }
        var names: [DependentNames] = []
        var schemas: [(PropertyName, Node)] = []
        for word in dialect.hasVocabularies ? [SchemaWord.dependentRequired, .dependencies] : [.dependencies] {
            for member in try map(word) ?? [] {
                if member.value.isArray || word == .dependentRequired {
                    let required = try self.names(member.value, word)
                    names.append(DependentNames(name: PropertyName(member.name), required: required))
                } else {
                    try checkSchema(member.value, in: word)
                    schemas.append((PropertyName(member.name), member.value))
                }
            }
        }
        if !names.isEmpty { add(.dependentRequired(names)) }
        // Apart, since both may speak of the same name.
        for entries in [schemas, dialect.hasVocabularies ? try namedSchemas(.dependentSchemas) ?? [] : []]
        where !entries.isEmpty {
            drafts.append(.named(entries) { .dependentSchemas(PropertyTable($0)) })
        }
    }

    mutating func readLogic() throws(ContractFailure) {
        try readGroup(.allOf) { .allOf($0) }
        try readGroup(.anyOf) { .anyOf($0) }
        try readGroup(.oneOf) { .oneOf($0) }
        if let schema = try schema(.not) { drafts.append(.one(schema) { .not($0) }) }
        guard dialect.hasConditionals else { return }
        let (then, otherwise) = (try schema(.then), try schema(.else))
        guard let condition = try schema(.if), then != nil || otherwise != nil || dialect.hasVocabularies else {
            return
        }
        drafts.append(.conditional(condition, then: then, otherwise: otherwise))
    }

    private mutating func readGroup(
        _ word: SchemaWord,
        _ make: @escaping ([SchemaID]) -> Keyword
    ) throws(ContractFailure) {
        guard let members = try schemas(word), let value = words[word] else { return }
        guard !members.isEmpty else { throw wrongType(word, value, "an array with at least one schema") }
        drafts.append(.list(members, make))
    }
}
