/// The members of `properties` and the like: names with their schemas, looked up in constant time.
package struct PropertyTable: Sendable {
    /// The names in the order of the text.
    package let names: [PropertyName]
    private let schemas: [PropertyName: SchemaID]

    /// A table; names are unique.
    package init(_ entries: [(PropertyName, SchemaID)] = []) {
        names = entries.map(\.0)
        schemas = Dictionary(entries) { first, _ in first }
    }

    /// The schema under a name, or nil.
    package subscript(name: PropertyName) -> SchemaID? { schemas[name] }

    /// Whether nothing is in it.
    package var isEmpty: Bool { names.isEmpty }

    /// Names and schemas in the order of the text.
    package var entries: [(name: PropertyName, schema: SchemaID)] {
        names.compactMap { name in schemas[name].map { (name, $0) } }
    }
}

/// The names that other keywords take care of, so that `additionalProperties` does not.
package struct NameCover: Sendable {
    /// Names given outright.
    package let names: Set<PropertyName>
    /// Patterns of names.
    package let patterns: [SchemaPattern]

    /// A cover.
    package init(_ names: Set<PropertyName> = [], patterns: [SchemaPattern] = []) {
        self.names = names
        self.patterns = patterns
    }

    /// Whether a name is covered; nil where a pattern that is not executed decides.
    func covers(_ name: PropertyName) -> Bool? {
        if names.contains(name) { return true }
        var isKnown = true
        for pattern in patterns {
            guard let matches = pattern.matches(name.text) else {
                isKnown = false
                continue
            }
            if matches { return true }
        }
        return isKnown ? false : nil
    }

    /// Why it is not known whether a name is covered.
    var obstacle: Obstacle { (patterns.first { $0.matches("") == nil } ?? patterns.first)?.obstacle ?? .unconfirmed }
}
