import Syntax

/// Where schemas stand inside a schema, by keyword.
enum SchemaPlaces {
    private static let single: Set<String> = [
        "additionalItems", "additionalProperties", "contains", "contentSchema", "else", "if", "items", "not",
        "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
    ]
    private static let lists: Set<String> = ["allOf", "anyOf", "items", "oneOf", "prefixItems"]
    private static let maps: Set<String> = [
        "$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties",
    ]

    /// The schemas right inside a schema, whether or not its dialect knows the keyword.
    static func inside(_ schema: Node) -> [Node] {
        var found: [Node] = []
        for member in schema.members {
            let (name, value) = (member.name, member.value)
            if value.isArray, lists.contains(name) {
                found += value.elements
            } else if value.isObject, maps.contains(name) {
                found += value.members.map(\.value)
            } else if single.contains(name) {
                found.append(value)
            }
        }
        return found.filter(\.isObject)
    }
}
