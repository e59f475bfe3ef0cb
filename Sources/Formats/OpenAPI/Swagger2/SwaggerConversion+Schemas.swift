internal import Syntax

extension SwaggerConversion {
    /// Writes a map of schemas by name.
    mutating func writeSchemas(_ map: Node) {
        guard map.isObject else { return tree.copy(map) }
        tree.beginObject(at: map)
        for member in map.members {
            tree.key(member.key)
            writeSchema(member.value)
        }
        tree.end()
    }

    mutating func writeSchema(_ schema: Node) {
        guard schema.isObject else { return tree.copy(schema) }
        tree.beginObject(at: schema)
        for member in schema.members { writeKeyword(member) }
        tree.end()
    }

    /// Writes what a parameter or header itself says of its value, as a schema.
    mutating func writeValueSchema(of node: Node, including further: Set<String> = []) {
        tree.beginObject(at: node)
        for member in node.members where Self.valueKeywords.contains(member.name) || further.contains(member.name) {
            writeKeyword(member)
        }
        tree.end()
    }

    /// Writes a part of a further file, of which only references tell what it is: all in it that may be a schema's is.
    mutating func writeFragment(_ node: Node) {
        switch node.kind {
        case .object:
            tree.beginObject(at: node)
            for member in node.members {
                if Self.data.contains(member.name) || !member.value.isObject && !member.value.isArray {
                    writeKeyword(member)
                } else {
                    tree.key(member.key)
                    writeFragment(member.value)
                }
            }
            tree.end()
        case .array:
            tree.beginArray(at: node)
            for element in node.elements { writeFragment(element) }
            tree.end()
        default: tree.copy(node)
        }
    }

    private mutating func writeKeyword(_ member: Node.Member) {
        let value = member.value
        switch member.name {
        case "$ref":
            tree.key(member.key)
            if value.isString { tree.string(Self.reference(value.text), at: value) } else { tree.copy(value) }
        case "discriminator" where value.isString:
            tree.key(member.key)
            tree.beginObject(at: value)
            tree.key("propertyName", at: value)
            tree.copy(value)
            tree.end()
        case "type" where value.string == "file":
            for (key, text) in [("type", "string"), ("format", "binary")] {
                tree.key(key, at: value)
                tree.string(text, at: value)
            }
        case "x-nullable":
            tree.key("nullable", at: member.key)
            tree.copy(value)
        default:
            tree.key(member.key)
            writeValue(of: member.name, value)
        }
    }

    private mutating func writeValue(of keyword: String, _ value: Node) {
        switch keyword {
        case "properties", "patternProperties": writeSchemas(value)
        case "additionalProperties", "not": writeSchema(value)
        case "items" where !value.isArray: writeSchema(value)
        case "allOf", "anyOf", "oneOf", "items":
            guard value.isArray else { return tree.copy(value) }
            tree.beginArray(at: value)
            for element in value.elements { writeSchema(element) }
            tree.end()
        default: tree.copy(value)
        }
    }

    /// Where the target of a reference is now.
    private static func reference(_ text: String) -> String {
        let before = "#/definitions/"
        return text.hasPrefix(before) ? "#/components/schemas/" + text.dropFirst(before.count) : text
    }

    private static let data: Set<String> = ["default", "enum", "example", "examples"]

    private static let valueKeywords: Set<String> = [
        "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
        "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf",
        "x-nullable", "x-extensible-enum",
    ]
}
