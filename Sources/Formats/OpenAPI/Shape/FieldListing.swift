internal import Contracts
internal import Syntax

/// Lists the fields of one value; a schema inside of itself is not entered again.
struct FieldListing {
    private(set) var fields: [Shape.Field] = []
    private let reader: SchemaReader
    private let most: Int
    private var open: Set<SchemaReader.ID> = []

    init(_ reader: SchemaReader, atMost most: Int) {
        self.reader = reader
        self.most = most
    }

    /// Adds a value and what is inside of it.
    ///
    /// - Parameters:
    ///   - schemas: The schemas that hold together.
    ///   - place: The operation and the part of it that carries the whole.
    ///   - path: Where the value is within the whole, such as `/lines/*`; empty for the whole.
    ///   - isRequired: Whether it must be there.
    ///   - entity: The attribute that the value stands for where its own schema does not say.
    mutating func add(_ schemas: [Node], at place: String, _ path: String = "", isRequired: Bool, entity: String?) {
        guard fields.count < most else { return }
        let id = reader.id(of: schemas)
        let facts = reader.facts(id)
        let own = Self.text("x-entity", schemas, facts)
        let field = Shape.Field(
            address: path.isEmpty ? place : "\(place) \(path)",
            type: facts.shapeType,
            isRequired: isRequired,
            values: facts.values?.keys.sorted() ?? [],
            terms: facts.terms(reader),
            sensitivity: Self.text("x-class", schemas, facts),
            entity: own?.contains(".") == true ? own : entity
        )
        fields.append(field)
        guard open.insert(id).inserted else { return }
        defer { open.remove(id) }
        addInside(facts, at: place, path, entity: own ?? entity)
    }

    private mutating func addInside(_ facts: SchemaFacts, at place: String, _ path: String, entity: String?) {
        for name in facts.properties.keys.sorted() {
            add(
                facts.properties[name] ?? [],
                at: place,
                "\(path)/\(name)",
                isRequired: facts.required[name] != nil,
                entity: entity.map { "\($0).\(name)" }
            )
        }
        if !facts.items.isEmpty { add(facts.items, at: place, "\(path)/*", isRequired: false, entity: entity) }
        let additional = facts.additional.filter(\.isObject)
        if !additional.isEmpty { add(additional, at: place, "\(path)/*", isRequired: false, entity: entity) }
        for branch in facts.choices.flatMap(\.branches) {
            let inner = reader.facts(reader.id(of: [branch]))
            guard open.insert(reader.id(of: [branch])).inserted else { continue }
            addInside(inner, at: place, path, entity: Self.text("x-entity", [branch], inner) ?? entity)
            open.remove(reader.id(of: [branch]))
        }
    }

    /// An extension's text: beside the reference first, then behind it.
    private static func text(_ keyword: String, _ schemas: [Node], _ facts: SchemaFacts) -> String? {
        for schema in schemas {
            if let text = schema[keyword]?.string { return text }
        }
        return facts.value(keyword)?.string
    }
}

extension SchemaFacts {
    /// The type in the format's words: `string/date-time`, `array`, `integer or string`.
    fileprivate var shapeType: String {
        let kinds = types?.subtracting(["null"]).sorted() ?? []
        let known = kinds.isEmpty ? (properties.isEmpty ? "any" : "object") : kinds.joined(separator: " or ")
        return format.map { "\(known)/\($0)" } ?? known
    }
}
