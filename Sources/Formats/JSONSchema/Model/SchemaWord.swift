import Syntax

/// A word that means something in a schema of any dialect.
enum SchemaWord: UInt8, CaseIterable {
    case additionalItems, additionalProperties, allOf, anchor, anyOf, const, contains, contentSchema, definitions, defs
    case dependencies, dependentRequired, dependentSchemas, dynamicAnchor, dynamicRef, `else`, `enum`, exclusiveMaximum
    case exclusiveMinimum, format, id, `if`, items, legacyID, maxContains, maxItems, maxLength, maxProperties, maximum
    case minContains, minItems, minLength, minProperties, minimum, multipleOf, not, nullable, oneOf, pattern
    case patternProperties, prefixItems, properties, propertyNames, readOnly, recursiveAnchor, recursiveRef, ref
    case required, schema, then, type, unevaluatedItems, unevaluatedProperties, uniqueItems, writeOnly

    /// The word as schemas have it.
    var text: String {
        switch self {
        case .anchor: "$anchor"
        case .defs: "$defs"
        case .dynamicAnchor: "$dynamicAnchor"
        case .dynamicRef: "$dynamicRef"
        case .id: "$id"
        case .legacyID: "id"
        case .recursiveAnchor: "$recursiveAnchor"
        case .recursiveRef: "$recursiveRef"
        case .ref: "$ref"
        case .schema: "$schema"
        default: "\(self)"
        }
    }

    /// All words, each under its raw value.
    static let table = NameTable(allCases.map(\.text))

    /// Where schemas stand in the value.
    enum Content {
        /// The value is a schema.
        case single
        /// Its elements are, or it is.
        case list
        /// Its members' values are.
        case map
    }

    /// Where schemas stand in the value, whether or not the dialect knows the word; nil where there are none.
    var content: Content? {
        switch self {
        case .additionalItems, .additionalProperties, .contains, .contentSchema, .else, .if, .not, .propertyNames,
            .then, .unevaluatedItems, .unevaluatedProperties:
            .single
        case .allOf, .anyOf, .items, .oneOf, .prefixItems: .list
        case .defs, .definitions, .dependencies, .dependentSchemas, .patternProperties, .properties: .map
        default: nil
        }
    }
}
