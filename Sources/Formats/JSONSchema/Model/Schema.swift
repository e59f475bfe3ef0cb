package import Syntax

/// One compiled schema.
package struct Schema: Sendable {
    /// Where it stands, or nil where a comparison made it up.
    package let node: Node?
    /// What it asks; empty for `true` and `{}`.
    package let keywords: [Keyword]
    /// The value is never sent by clients.
    package let isReadOnly: Bool
    /// The value is never sent by servers.
    package let isWriteOnly: Bool
    /// The schema that this one is nothing but a reference to, or nil.
    let alias: SchemaID?
    /// Whether other schemas must hold of the same instance, all of them.
    let hasConjunctions: Bool
    /// Whether any other schema applies to the same instance.
    let appliesInPlace: Bool

    /// A schema.
    package init(node: Node?, keywords: [Keyword], isReadOnly: Bool = false, isWriteOnly: Bool = false) {
        self.node = node
        self.keywords = keywords
        self.isReadOnly = isReadOnly
        self.isWriteOnly = isWriteOnly
        alias = if keywords.count == 1, case .reference(let target) = keywords[0] { target } else { nil }
        (hasConjunctions, appliesInPlace) = Self.references(of: keywords)
    }

    private static func references(of keywords: [Keyword]) -> (conjunctions: Bool, inPlace: Bool) {
        var found = (conjunctions: false, inPlace: false)
        for keyword in keywords where keyword.appliesInPlace {
            found.inPlace = true
            if keyword.isConjunction { found.conjunctions = true }
        }
        return found
    }

    /// The same schema with other keywords.
    func with(_ keywords: [Keyword]) -> Schema {
        Schema(node: node, keywords: keywords, isReadOnly: isReadOnly, isWriteOnly: isWriteOnly)
    }

    /// The same schema with one keyword replaced.
    func replacing(_ position: Int, by keyword: Keyword) -> Schema {
        var keywords = keywords
        keywords[position] = keyword
        return with(keywords)
    }

    /// The first non-nil answer about a keyword, in the order of the keywords.
    func first<Answer>(_ select: (Keyword) -> Answer?) -> Answer? {
        for keyword in keywords {
            if let answer = select(keyword) { return answer }
        }
        return nil
    }
}

extension Keyword {
    /// Whether it asks of the same instance what other schemas ask, all of them.
    var isConjunction: Bool {
        switch self {
        case .reference, .allOf: true
        default: false
        }
    }

    /// Whether any other schema applies to the same instance.
    var appliesInPlace: Bool {
        switch self {
        case .reference, .allOf, .anyOf, .oneOf, .not, .conditional, .dependentSchemas: true
        default: false
        }
    }

    /// Schemas that apply to the same instance.
    var inPlace: [SchemaID] {
        switch self {
        case .allOf(let members), .anyOf(let members), .oneOf(let members): members
        case .not(let schema), .reference(let schema): [schema]
        case .conditional(let condition, let then, let otherwise): [condition] + [then, otherwise].compactMap { $0 }
        case .dependentSchemas(let table): table.entries.map(\.schema)
        default: []
        }
    }

    /// Schemas that apply to parts of the instance.
    var nested: [SchemaID] {
        switch self {
        case .prefix(let members): members
        case .rest(_, let schema), .unevaluatedItems(let schema): [schema]
        case .contains(let contains): [contains.schema]
        case .properties(let table): table.entries.map(\.schema)
        case .patternProperties(let entries): entries.map(\.schema)
        case .additionalProperties(_, let schema), .propertyNames(let schema): [schema]
        case .unevaluatedProperties(let schema): [schema]
        default: []
        }
    }
}

extension Keyword {
    /// The same keyword with the schemas for parts of the instance replaced.
    func mappingNested(_ replace: (SchemaID) -> SchemaID) -> Keyword {
        switch self {
        case .prefix(let members): .prefix(members.map(replace))
        case .rest(let start, let schema): .rest(from: start, replace(schema))
        case .properties(let table): .properties(PropertyTable(table.entries.map { ($0.name, replace($0.schema)) }))
        case .additionalProperties(let cover, let schema): .additionalProperties(cover, replace(schema))
        case .patternProperties(let entries):
            .patternProperties(entries.map { PatternProperty(pattern: $0.pattern, schema: replace($0.schema)) })
        default: self
        }
    }
}
