internal import Syntax

extension Node {
    /// The schemas directly inside of a schema object.
    ///
    /// - SeeAlso: JSON Schema 2020-12, section 10.
    var subschemas: [Node] {
        var found: [Node] = []
        for member in members {
            switch member.name {
            case "properties", "patternProperties", "dependentSchemas", "$defs", "definitions":
                found += member.value.members.map(\.value)
            case "allOf", "anyOf", "oneOf", "prefixItems":
                found += member.value.elements
            case "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames",
                "unevaluatedItems", "unevaluatedProperties", "contentSchema":
                found.append(member.value)
            default: continue
            }
        }
        return found
    }
}
