internal import Syntax

/// What a schema object leads to: the target of its reference, and the schemas directly inside of it.
///
/// - SeeAlso: JSON Schema 2020-12, section 10.
struct SchemaLinks {
    private(set) var references: [Node] = []
    private(set) var inner: [Node] = []

    init(of schema: Node) {
        for member in schema.members {
            switch Self.kinds[member.key.bytes] {
            case .reference: if member.value.isString { references.append(member.value) }
            case .schema: inner.append(member.value)
            case .list: inner += member.value.elements
            case .map: inner += member.value.members.lazy.map(\.value)
            case nil: continue
            }
        }
    }

    private enum Kind {
        case reference, schema, list, map
    }

    private static let kinds: [ArraySlice<UInt8>: Kind] = {
        let names: [(Kind, [String])] = [
            (.reference, ["$ref", "$dynamicRef"]),
            (.map, ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"]),
            (.list, ["allOf", "anyOf", "oneOf", "prefixItems"]),
            (
                .schema,
                [
                    "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames",
                    "unevaluatedItems", "unevaluatedProperties", "contentSchema",
                ]
            ),
        ]
        var kinds: [ArraySlice<UInt8>: Kind] = [:]
        for (kind, list) in names {
            for name in list { kinds[Array(name.utf8)[...]] = kind }
        }
        return kinds
    }()
}
