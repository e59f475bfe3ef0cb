/// Turns the bytes of options back into the texts that set them.
struct OptionDecoder {
    private let schema: ProtobufSchema
    /// Extensions by the message that they extend and their number.
    private let extensions: [Linker.ExtensionKey: Int]
    /// Messages in messages beyond which an option is left out.
    private static let mostMessages = 32

    init(_ schema: ProtobufSchema) {
        self.schema = schema
        var extensions: [Linker.ExtensionKey: Int] = [:]
        for (index, field) in schema.fields.enumerated() where field.extendee >= 0 {
            extensions[Linker.ExtensionKey(message: field.extendee, number: field.number)] = index
        }
        self.extensions = extensions
    }

    /// Texts such as `deprecated = true`; what a message of options does not know is left out.
    func options(_ bytes: ArraySlice<UInt8>, _ root: Int) -> [String] {
        guard root >= 0, let fields = WireReader.fields(of: bytes) else { return [] }
        var texts: [String] = []
        for entry in fields {
            // `map_entry` is said by `map<…>`.
            guard let index = field(entry.number, of: root),
                !(root == schema.wellKnown.messageOptions && entry.number == 7)
            else { continue }
            let field = schema.fields[index]
            let name = schema.names.text(field.isExtension ? field.fullName : field.name)
            for value in values(entry.value, field, depth: 0) {
                texts.append("\(field.isExtension ? "(.\(name))" : name) = \(value)")
            }
        }
        return texts
    }

    private func field(_ number: Int, of message: Int) -> Int? {
        schema.messages[message].fields.first { schema.fields[$0].number == number }
            ?? extensions[Linker.ExtensionKey(message: message, number: number)]
    }

    private func values(_ value: WireValue, _ field: FieldElement, depth: Int) -> [String] {
        switch (field.kind, value) {
        case (.message, .bytes(let bytes)):
            return WireReader.fields(of: bytes).flatMap { aggregate($0, field.type, depth) }.map { [$0] } ?? []
        case (.group, .group(let fields)), (.message, .group(let fields)):
            return aggregate(fields, field.type, depth).map { [$0] } ?? []
        case (.string, .bytes(let bytes)), (.bytes, .bytes(let bytes)): return [ProtoText.quoted(bytes)]
        case (_, .bytes(let bytes)): return packed(bytes, field)
        case (_, .varint(let number)): return scalar(number, field).map { [$0] } ?? []
        case (_, .fixed32(let number)):
            if field.kind == .float { return [ProtoText.number(Double(Float(bitPattern: number)))] }
            return [field.kind == .sfixed32 ? "\(Int32(bitPattern: number))" : "\(number)"]
        case (_, .fixed64(let number)):
            if field.kind == .double { return [ProtoText.number(Double(bitPattern: number))] }
            return [field.kind == .sfixed64 ? "\(Int64(bitPattern: number))" : "\(number)"]
        default: return []
        }
    }

    /// Values that stand in one run of bytes.
    private func packed(_ bytes: ArraySlice<UInt8>, _ field: FieldElement) -> [String] {
        let type: UInt8
        switch field.kind {
        case .fixed32, .sfixed32, .float: type = 5
        case .fixed64, .sfixed64, .double: type = 1
        default: type = 0
        }
        let width = type == 5 ? 4 : type == 1 ? 8 : 0
        var parts: [[UInt8]] = []
        var part: [UInt8] = []
        for byte in bytes {
            part.append(byte)
            guard width > 0 ? part.count == width : byte < 0x80 else { continue }
            parts.append(part)
            part = []
        }
        return parts.flatMap { part in
            WireReader.fields(of: ([8 | type] + part)[...])?.first.map { values($0.value, field, depth: 0) } ?? []
        }
    }

    private func scalar(_ number: UInt64, _ field: FieldElement) -> String? {
        switch field.kind {
        case .bool: return number == 0 ? "false" : "true"
        case .enumeration:
            let signed = Int(Int64(bitPattern: number))
            let known = schema.enums[field.type].values.first { schema.values[$0].number == signed }
            return known.map { schema.names.text(schema.values[$0].name) }
        case .uint32, .uint64: return "\(number)"
        case .sint32, .sint64: return "\(Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))"
        default: return "\(Int64(bitPattern: number))"
        }
    }

    private func aggregate(_ fields: [WireField], _ message: Int, _ depth: Int) -> String? {
        guard depth < Self.mostMessages, message >= 0 else { return nil }
        var texts: [String] = []
        for entry in fields {
            guard let index = field(entry.number, of: message) else { continue }
            let field = schema.fields[index]
            let isGroup = field.kind == .group
            let name =
                field.isExtension
                ? "[\(schema.names.text(field.fullName))]"
                : schema.names.text(isGroup ? schema.messages[field.type].name : field.name)
            for value in values(entry.value, field, depth: depth + 1) { texts.append("\(name): \(value)") }
        }
        return "{ \(texts.joined(separator: " ")) }"
    }
}
