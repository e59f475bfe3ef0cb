internal import Contracts
internal import Syntax

/// Reads what a schema carries, field by field.
///
/// Recursion is cut where a field would repeat a record that it is inside of.
struct SchemaShape {
    /// Fields beyond which a shape is not read on.
    private static let mostFields = 20_000
    /// Records that an address leads through at most.
    private static let mostRecords = 64

    private let schema: AvroSchema
    private var fields: [Shape.Field] = []
    private var seen: Set<Shape.Field> = []

    init(_ schema: AvroSchema) { self.schema = schema }

    /// The shape of a whole schema.
    static func shape(of schema: AvroSchema) -> Shape {
        var reader = SchemaShape(schema)
        reader.read(schema.root, address: "", inside: [])
        return Shape(fields: reader.fields)
    }

    private mutating func read(_ id: TypeID, address: String, inside: [TypeID]) {
        let target = schema.target(of: id)
        let type = schema[target]
        switch type.kind {
        case .union: for branch in schema.branches[type.range] { read(branch, address: address, inside: inside) }
        case .array, .map: readElement(TypeID(type.first), address: "\(address)/*", inside: inside)
        case .record: readFields(of: target, type, address: address, inside: inside)
        default: return
        }
    }

    private mutating func readElement(_ id: TypeID, address: String, inside: [TypeID]) {
        add(id, at: address, isRequired: false, described: [])
        read(id, address: address, inside: inside)
    }

    private mutating func readFields(of id: TypeID, _ type: AvroType, address: String, inside: [TypeID]) {
        guard !inside.contains(id), inside.count < Self.mostRecords else { return }
        for index in type.range {
            guard fields.count < Self.mostFields else { return }
            let field = schema.fields[index]
            let next = "\(address)/\(schema.names.text(field.name))"
            let isRequired = !field.hasDefault && !allowsNull(field.type)
            add(field.type, at: next, isRequired: isRequired, described: [schema.fieldNodes[index]])
            read(field.type, address: next, inside: inside + [id])
        }
    }

    private mutating func add(_ id: TypeID, at address: String, isRequired: Bool, described nodes: [Node]) {
        let places = nodes + [schema.nodes[id.index], schema.nodes[schema.target(of: id).index]]
        let field = Shape.Field(
            address: address,
            type: typeText(id),
            isRequired: isRequired,
            values: symbols(of: id),
            terms: terms(of: id, described: nodes),
            sensitivity: annotation(["x-class", "x-sensitivity"], places),
            entity: annotation(["x-entity"], places)
        )
        if seen.insert(field).inserted { fields.append(field) }
    }

    /// The default that stands in where nothing was written, and how long values of fixed length are.
    private func terms(of id: TypeID, described nodes: [Node]) -> [String] {
        let defaults = nodes.compactMap { node in
            node["default"].map { CanonicalJSON.bytes(of: $0.json, numbers: .exact) }
        }
        let named = branches(of: id).compactMap { branch -> String? in
            let type = schema[schema.target(of: branch)]
            return type.kind == .fixed ? "\(type.count) bytes" : nil
        }
        return defaults.map { "default \(String(decoding: $0, as: UTF8.self))" } + named
    }

    private func branches(of id: TypeID) -> [TypeID] {
        let type = schema[schema.target(of: id)]
        return type.kind == .union ? Array(schema.branches[type.range]) : [id]
    }

    private func allowsNull(_ id: TypeID) -> Bool {
        branches(of: id).contains { schema[schema.target(of: $0)].kind == .null }
    }

    /// Such as `null|string` or `bytes decimal(18,4)`.
    private func typeText(_ id: TypeID) -> String {
        let texts = branches(of: id).map { branch in
            let type = schema[schema.target(of: branch)]
            return type.logical.map { "\(type.kind.word) \($0)" } ?? type.kind.word
        }
        return texts.joined(separator: "|")
    }

    private func symbols(of id: TypeID) -> [String] {
        branches(of: id).flatMap { branch in
            let type = schema[schema.target(of: branch)]
            guard type.kind == .enumeration else { return [String]() }
            return schema.symbols[type.range].map { JSON.string(schema.names.text($0)).text }
        }
    }

    private func annotation(_ names: [String], _ nodes: [Node]) -> String? {
        for node in nodes {
            for name in names {
                if let text = node[name]?.string { return text }
            }
        }
        return nil
    }
}
