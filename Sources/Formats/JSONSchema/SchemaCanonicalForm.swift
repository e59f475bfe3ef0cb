import Syntax

/// A schema's value with the order taken out of lists that are sets.
enum SchemaCanonicalForm {
    /// Arrays under these keywords are sets.
    private static let sets: Set<String> = ["enum", "required", "type"]
    /// Objects under these keywords have names of the user's choice, under which no keyword is meant.
    private static let maps: Set<String> = [
        "$defs", "definitions", "dependentSchemas", "patternProperties", "properties",
    ]
    /// Values under these keywords are instances.
    private static let instances: Set<String> = ["const", "default", "examples"]

    /// The schemas of a set of files by their paths.
    static func bytes(of files: [SchemaFile], in model: SchemaDocument) -> [UInt8] {
        let members = files.compactMap { file in
            model[file.schema].node.map { JSON.Member(file.path, value(of: $0)) }
        }
        return CanonicalJSON.bytes(of: JSON.object([JSON.Member("files", .object(members))]), numbers: .exact)
    }

    static func value(of schema: Node) -> JSON {
        switch schema.kind {
        case .array: .array(schema.elements.map(value))
        case .object: .object(schema.members.map { JSON.Member($0.name, value(of: $0.value, under: $0.name)) })
        default: schema.json
        }
    }

    private static func value(of node: Node, under keyword: String) -> JSON {
        if instances.contains(keyword) { return node.json }
        if node.isArray, sets.contains(keyword) { return sorted(node) }
        guard node.isObject, maps.contains(keyword) || keyword.hasPrefix("depend") else { return value(of: node) }
        return .object(
            node.members.map { member in
                let isSet = keyword.hasPrefix("depend") && member.value.isArray
                return JSON.Member(member.name, isSet ? sorted(member.value) : value(of: member.value))
            }
        )
    }

    private static func sorted(_ list: Node) -> JSON {
        .array(
            list.elements.map(\.json.withSortedMembers).sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        )
    }
}
