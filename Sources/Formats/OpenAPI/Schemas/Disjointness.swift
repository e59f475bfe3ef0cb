internal import Syntax

/// Proves that no value satisfies two schemas: by type, by listed values, or by a member that both require.
struct Disjointness {
    let reader: SchemaReader

    /// Whether it is proved; false says nothing.
    func holds(_ left: Node, _ right: Node) -> Bool {
        let (one, other) = (reader.facts(reader.id(of: [left])), reader.facts(reader.id(of: [right])))
        if excludes(one, other) { return true }
        return one.required.keys.contains { name in
            guard other.required[name] != nil, let mine = one.properties[name], let theirs = other.properties[name]
            else { return false }
            return excludes(reader.facts(reader.id(of: mine)), reader.facts(reader.id(of: theirs)))
        }
    }

    private func excludes(_ left: SchemaFacts, _ right: SchemaFacts) -> Bool {
        if let one = left.values, let other = right.values { return !one.keys.contains { other[$0] != nil } }
        guard let one = left.types, let other = right.types else { return false }
        guard one.isDisjoint(with: other) else { return false }
        let both = one.union(other)
        return !(both.contains("number") && both.contains("integer"))
    }
}
