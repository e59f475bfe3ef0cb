internal import Syntax

/// The members of `properties` and the like: names with their schemas, looked up in constant time.
package struct PropertyTable: Sendable {
    /// Names and schemas in the order of the text.
    package let entries: [(name: PropertyName, schema: SchemaID)]
    /// The names under their places in `entries`.
    private let table: NameTable

    /// A table; names are unique.
    package init(_ entries: [(PropertyName, SchemaID)] = []) {
        var table = NameTable(capacity: entries.count)
        var known: [(name: PropertyName, schema: SchemaID)] = []
        known.reserveCapacity(entries.count)
        for (name, schema) in entries where table.insert(name.text) == known.count { known.append((name, schema)) }
        self.entries = known
        self.table = table
    }

    /// The names in the order of the text.
    package var names: [PropertyName] { entries.map(\.name) }

    /// The schema under a name, or nil.
    package subscript(name: PropertyName) -> SchemaID? {
        var text = name.text
        return text.withUTF8 { table.number(of: $0) }.map { entries[$0].schema }
    }

    /// The schema under a name that another table of nearly the same names has at a place.
    func schema(under name: PropertyName, near place: Int) -> SchemaID? {
        if place < entries.count, entries[place].name == name { return entries[place].schema }
        return self[name]
    }

    /// Whether nothing is in it.
    package var isEmpty: Bool { entries.isEmpty }
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
