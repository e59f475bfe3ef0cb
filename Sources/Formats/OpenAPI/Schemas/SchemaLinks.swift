internal import Syntax

/// What a schema object leads to: the target of its reference, and the schemas directly inside of it.
///
/// - SeeAlso: JSON Schema 2020-12, section 10.
struct SchemaLinks {
    private(set) var references: [Node] = []
    private(set) var inner: [Node] = []
    /// Values that cannot be and can be passed over, and why.
    private(set) var oddities: [(node: Node, message: String)] = []
    /// The first keyword whose value cannot be, and what was expected there.
    private(set) var fault: (node: Node, expected: String)?

    init(of schema: Node) {
        for member in schema.members {
            guard let kind = Self.kinds[member.key.bytes] else { continue }
            let value = member.value
            switch kind {
            case .reference: if value.isString { references.append(value) }
            case .schema where value.isArray:
                oddities.append((value, "expected a schema, found a list of them"))
                inner += value.elements
            case .schema: inner.append(value)
            case .list:
                if !value.isArray { note(value, "a list of schemas") }
                inner += value.elements
            case .map:
                if !value.isObject { note(value, "an object of schemas") }
                inner += value.members.lazy.map(\.value)
            case .value(let form):
                if !form.holds(value) { note(value, form.words) }
                if case .type = form { noteTypes(value) }
            }
        }
        for value in inner where !value.isObject && value.bool == nil { note(value, "a schema") }
    }

    private mutating func noteTypes(_ value: Node) {
        for type in KeywordForm.unknownTypes(in: value) {
            oddities.append((type, "'\(type.text)' is no type, expected one of \(KeywordForm.knownTypes)"))
        }
    }

    private mutating func note(_ node: Node, _ expected: String) {
        if fault == nil { fault = (node, expected) }
    }

    private enum Kind {
        case reference, schema, list, map
        case value(KeywordForm)
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
        for (form, list) in KeywordForm.keywords {
            for name in list { kinds[Array(name.utf8)[...]] = .value(form) }
        }
        return kinds
    }()
}
