internal import Contracts
internal import Syntax

/// Reads what a schema carries, field by field, from the messages that no other message is made of.
///
/// Recursion is cut where a field would repeat a message that it is inside of.
struct SchemaShape {
    /// Fields beyond which a shape is not read on.
    private static let mostFields = 20_000
    /// Messages that an address leads through at most.
    private static let mostMessages = 32

    private let schema: ProtobufSchema
    private var fields: [Shape.Field] = []

    /// The shape of a whole schema.
    static func shape(of schema: ProtobufSchema) -> Shape {
        var reader = SchemaShape(schema)
        let roots = reader.roots()
        for index in roots {
            let name = schema.names.text(schema.messages[index].fullName)
            reader.read(index, address: roots.count == 1 ? "" : name, inside: [])
        }
        return Shape(fields: reader.fields)
    }

    private init(_ schema: ProtobufSchema) { self.schema = schema }

    private func roots() -> [Int] {
        let own = schema.ownFiles.flatMap { schema.files[$0].messages }.filter { !schema.messages[$0].isMapEntry }
        var used: Set<Int> = []
        for index in schema.messages.indices where !schema.builtIn[schema.messages[index].file] {
            for field in schema.messages[index].fields where schema.fields[field].kind.isMessage {
                if schema.fields[field].type != index { used.insert(schema.fields[field].type) }
            }
        }
        let roots = own.filter { !used.contains($0) }
        return roots.isEmpty ? own : roots
    }

    private mutating func read(_ message: Int, address: String, inside: [Int]) {
        guard !inside.contains(message), inside.count < Self.mostMessages else { return }
        for index in schema.messages[message].fields {
            guard fields.count < Self.mostFields else { return }
            let field = schema.fields[index]
            let here = "\(address)/\(schema.names.text(field.name))"
            add(field, at: here)
            guard field.kind.isMessage else { continue }
            if field.isMap {
                let value = schema.fields[schema.messages[field.type].fields.lowerBound + 1]
                guard value.kind.isMessage else { continue }
                read(value.type, address: here + "/*", inside: inside + [message])
            } else {
                read(field.type, address: field.isRepeated ? here + "/*" : here, inside: inside + [message])
            }
        }
    }

    private mutating func add(_ field: FieldElement, at address: String) {
        var values: [String] = []
        if field.kind == .enumeration {
            values = schema.enums[field.type].values.map { JSON.string(schema.names.text(schema.values[$0].name)).text }
        }
        fields.append(
            Shape.Field(
                address: address,
                type: (field.isRepeated && !field.isMap ? "repeated " : "") + schema.typeText(field),
                isRequired: schema.isRequired(field),
                values: values,
                terms: terms(of: field),
                sensitivity: annotation(["sensitivity", "class"], field),
                entity: annotation(["entity"], field)
            )
        )
    }

    /// What tells the field and its values apart on the wire and in JSON, and the value that is taken for none.
    private func terms(of field: FieldElement) -> [String] {
        var terms = ["= \(field.number)", "json \(schema.names.text(field.jsonName))"]
        if field.oneof >= 0 { terms.append("in a oneof") }
        if field.defaultValue >= 0 { terms.append("default \(schema.defaults[field.defaultValue])") }
        guard field.kind == .enumeration else { return terms }
        return terms
            + schema.enums[field.type].values.map { index in
                "\(schema.names.text(schema.values[index].name)) = \(schema.values[index].number)"
            }
    }

    /// The text of a custom option of a field by its short name.
    private func annotation(_ names: [String], _ field: FieldElement) -> String? {
        guard field.options >= 0 else { return nil }
        for entry in schema.options[field.options] where schema.fields[entry.field].isExtension {
            guard names.contains(schema.names.text(schema.fields[entry.field].name)) else { continue }
            if case .bytes(let bytes) = entry.value { return String(decoding: bytes, as: UTF8.self) }
        }
        return nil
    }
}
