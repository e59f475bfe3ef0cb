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

    /// The content type that a part of a form has where nothing says another; nil where its schema does not tell.
    ///
    /// - SeeAlso: OpenAPI 3.1.1, section 4.8.15.1.1.
    func partType(_ member: String, of schema: SchemaUse?) -> MediaRange? {
        guard let schema, let nodes = facts(id(of: [schema.node])).properties[member] else { return nil }
        return partType(nodes, depth: 0)
    }

    private func partType(_ nodes: [Node], depth: Int) -> MediaRange? {
        let facts = facts(id(of: nodes))
        guard let types = facts.types?.subtracting(["null"]), types.count == 1, let type = types.first,
            depth < Self.choiceDepth
        else { return nil }
        switch type {
        case "object": return MediaRange("application/json")
        case "array": return facts.items.isEmpty ? nil : partType(facts.items, depth: depth + 1)
        case "string" where facts.isBinary: return MediaRange("application/octet-stream")
        default: return MediaRange("text/plain")
        }
    }
}

extension SchemaFacts {
    /// Whether a text stands for octets, as 3.0 and 3.1 say it.
    fileprivate var isBinary: Bool {
        value("contentEncoding") != nil || ["binary", "base64", "byte"].contains(format)
    }
}
