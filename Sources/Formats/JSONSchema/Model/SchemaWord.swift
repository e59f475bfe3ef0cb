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

/// The members of a schema that mean something, found in one pass over it.
struct SchemaWords {
    /// The schema.
    let node: Node
    /// By word, the index of the value; 0, where the root of a document stands, for none.
    private var places = InlineArray<64, UInt32>(repeating: 0)
    /// The words in the order of the text.
    private var found = InlineArray<64, UInt8>(repeating: 0)
    private var count = 0

    /// The words of a schema; none where it is a boolean.
    init(of node: Node) {
        self.node = node
        guard node.isObject else { return }
        let document = node.document
        let table = SchemaWord.table
        let end = node.endIndex
        var key = node.index + 1
        while key < end {
            if let word = document.withText(at: key, { table.number(of: $0) }), places[word] == 0 {
                places[word] = UInt32(truncatingIfNeeded: key + 1)
                found[count] = UInt8(truncatingIfNeeded: word)
                count += 1
            }
            key = document.end(of: key + 1)
        }
    }

    /// The value under a word, or nil if there is none.
    subscript(word: SchemaWord) -> Node? {
        let place = places[Int(word.rawValue)]
        return place == 0 ? nil : node.document[Int(place)]
    }

    /// The schemas right inside the schema that are objects, in the order of the text.
    var schemasInside: [Node] {
        var schemas: [Node] = []
        for position in 0..<count {
            guard let word = SchemaWord(rawValue: found[position]), let content = word.content, let value = self[word]
            else { continue }
            switch content {
            case .list where value.isArray: schemas += value.elements.lazy.filter(\.isObject)
            case .map: schemas += value.members.lazy.map(\.value).filter(\.isObject)
            case .single, .list: if value.isObject { schemas.append(value) }
            }
        }
        return schemas
    }
}
