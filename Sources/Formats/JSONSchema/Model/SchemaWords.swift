import Syntax

/// The members of a schema that mean something, found in one pass over it.
final class SchemaWords {
    /// The schema.
    let node: Node
    /// By word, the index of the value; 0, where the root of a document stands, for none.
    private let places: InlineArray<64, UInt32>
    /// The words in the order of the text.
    private let found: InlineArray<64, UInt8>
    /// How many words there are.
    let count: Int

    /// The words of a schema; none where it is a boolean.
    init(of node: Node) {
        var places = InlineArray<64, UInt32>(repeating: 0)
        var found = InlineArray<64, UInt8>(repeating: 0)
        var count = 0
        let document = node.document
        let end = node.isObject ? node.endIndex : 0
        var key = node.index + 1
        while key < end {
            if let word = document.withText(at: key, { SchemaWord.table.number(of: $0) }), places[word] == 0 {
                places[word] = UInt32(truncatingIfNeeded: key + 1)
                found[count] = UInt8(truncatingIfNeeded: word)
                count += 1
            }
            key = document.end(of: key + 1)
        }
        self.node = node
        self.places = places
        self.found = found
        self.count = count
    }

    /// The value under a word, or nil if there is none.
    subscript(word: SchemaWord) -> Node? {
        let place = places[Int(word.rawValue)]
        return place == 0 ? nil : node.document[Int(place)]
    }

    /// Whether a word is there.
    func has(_ word: SchemaWord) -> Bool { places[Int(word.rawValue)] != 0 }

    /// Adds the schemas right inside the schema that are objects, the last in the text first.
    func appendSchemasInside(to schemas: inout [Node]) {
        for position in (0..<count).reversed() {
            guard let word = SchemaWord(rawValue: found[position]), let content = word.content, let value = self[word]
            else { continue }
            switch content {
            case .list where value.isArray, .map: Self.append(objectsIn: value, to: &schemas)
            case .single, .list: if value.isObject { schemas.append(value) }
            }
        }
    }

    private static func append(objectsIn container: Node, to schemas: inout [Node]) {
        let start = schemas.count
        for element in container.elements where element.isObject { schemas.append(element) }
        for member in container.members where member.value.isObject { schemas.append(member.value) }
        schemas[start...].reverse()
    }
}
