/// Writes options as the bytes of the messages that they are.
struct OptionWriter {
    private let schema: ProtobufSchema

    init(_ schema: ProtobufSchema) { self.schema = schema }

    /// The bytes of a list of options, by number.
    func bytes(of entries: [OptionEntry]) -> [UInt8] {
        var writer = WireWriter()
        for (_, entry) in sorted(entries) { write(entry, &writer) }
        return writer.bytes
    }

    private func sorted(_ entries: [OptionEntry]) -> [(offset: Int, element: OptionEntry)] {
        entries.enumerated().sorted {
            let (one, other) = (schema.fields[$0.element.field].number, schema.fields[$1.element.field].number)
            return (one, $0.offset) < (other, $1.offset)
        }
    }

    private func write(_ entry: OptionEntry, _ writer: inout WireWriter) {
        let field = schema.fields[entry.field]
        switch entry.value {
        case .bool(let flag): writer.field(field.number, flag ? 1 : 0)
        case .signed(let value): writeInteger(UInt64(bitPattern: value), field, &writer)
        case .unsigned(let value): writeInteger(value, field, &writer)
        case .real(let value):
            let isFloat = field.kind == .float
            writer.tag(field.number, isFloat ? 5 : 1)
            writer.fixed(
                isFloat ? UInt64(Float(value).bitPattern) : value.bitPattern,
                count: isFloat ? 4 : 8
            )
        case .bytes(let value): writer.field(field.number, value)
        case .message(let entries):
            let inner = bytes(of: entries)
            guard schema.wireKind(field) == .group else { return writer.field(field.number, inner) }
            writer.tag(field.number, 3)
            writer.raw(inner)
            writer.tag(field.number, 4)
        }
    }

    private func writeInteger(_ value: UInt64, _ field: FieldElement, _ writer: inout WireWriter) {
        switch field.kind {
        case .fixed32, .sfixed32:
            writer.tag(field.number, 5)
            writer.fixed(value, count: 4)
        case .fixed64, .sfixed64:
            writer.tag(field.number, 1)
            writer.fixed(value, count: 8)
        case .sint32, .sint64:
            let signed = Int64(bitPattern: value)
            writer.tag(field.number, 0)
            writer.varint(UInt64(bitPattern: signed << 1 ^ signed >> 63))
        default:
            writer.tag(field.number, 0)
            writer.varint(value)
        }
    }
}
