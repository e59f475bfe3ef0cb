internal import Syntax

extension SchemaReader {
    /// How deep alternatives within alternatives are looked into.
    private static let choiceDepth = 8

    /// Whether values may be arrays or objects, so that it matters how their parts are written; true where nothing is
    /// said.
    func mayHaveParts(_ schema: SchemaUse?) -> Bool { schema.map { mayHaveParts([$0.node]) } ?? true }

    /// The same for a member of an object.
    func mayHaveParts(_ member: String, of schema: SchemaUse?) -> Bool {
        guard let schema, let nodes = facts(id(of: [schema.node])).properties[member] else { return true }
        return mayHaveParts(nodes)
    }

    private func mayHaveParts(_ nodes: [Node], depth: Int = 0) -> Bool {
        let facts = facts(id(of: nodes))
        if let types = facts.types, types.isDisjoint(with: ["array", "object"]) { return false }
        if let values = facts.values { return values.values.contains { $0.isArray || $0.isObject } }
        guard depth < Self.choiceDepth else { return true }
        return facts.choices.allSatisfy { choice in
            choice.branches.contains { mayHaveParts([$0], depth: depth + 1) }
        }
    }
}
