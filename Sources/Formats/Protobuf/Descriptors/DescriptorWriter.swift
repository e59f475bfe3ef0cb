internal import Crypto

extension ProtobufSchema {
    /// The `FileDescriptorProto` of a file in base64, as clients of other registries register it.
    ///
    /// - Parameter path: A file of the schema itself; the only one, or the first that no other imports, for nil.
    /// - Returns: nil where there is no such file.
    package func descriptor(of path: String? = nil) -> String? {
        guard let file = path.map(file(of:)) ?? roots.first else { return nil }
        return Base64.standard.encode(DescriptorWriter(self).bytes(of: file))
    }
}

/// Writes files as the messages that describe them.
///
/// - SeeAlso: `google/protobuf/descriptor.proto`.
struct DescriptorWriter {
    private let schema: ProtobufSchema
    private let options: OptionWriter

    init(_ schema: ProtobufSchema) {
        self.schema = schema
        options = OptionWriter(schema)
    }

    private func utf8(_ name: Int) -> [UInt8] { schema.names.utf8(name) }

    private func absolute(_ name: Int) -> [UInt8] { [UInt8(ascii: ".")] + utf8(name) }

    /// A file.
    func bytes(of file: Int) -> [UInt8] {
        let element = schema.files[file]
        var writer = WireWriter()
        writer.field(1, utf8(element.path))
        if element.package != 0 { writer.field(2, utf8(element.package)) }
        let imports = element.imports.map { schema.imports[$0] }
        let dependencies = imports.filter { $0.kind != .option }
        for item in dependencies { writer.field(3, utf8(item.path)) }
        for index in element.messages where schema.messages[index].parent < 0 {
            writer.field(4, bytes(ofMessage: index))
        }
        for index in element.enums where schema.enums[index].parent < 0 { writer.field(5, bytes(ofEnum: index)) }
        for index in element.services { writer.field(6, bytes(ofService: index)) }
        for index in element.extensions where schema.fields[index].parent < 0 {
            writer.field(7, bytes(ofField: schema.fields[index], nil))
        }
        write(element.options, 8, &writer)
        for (place, item) in dependencies.enumerated() where item.kind == .isPublic { writer.field(10, place) }
        for (place, item) in dependencies.enumerated() where item.kind == .weak { writer.field(11, place) }
        switch element.syntax {
        case .proto2: break
        case .proto3: writer.field(12, Array("proto3".utf8))
        case .edition2023:
            writer.field(12, Array("editions".utf8))
            writer.field(14, 1000)
        }
        for item in imports where item.kind == .option { writer.field(15, utf8(item.path)) }
        return writer.bytes
    }

    private func write(_ list: Int, _ number: Int, _ writer: inout WireWriter) {
        guard list >= 0, !schema.options[list].isEmpty else { return }
        writer.field(number, options.bytes(of: schema.options[list]))
    }

    private func bytes(ofMessage index: Int) -> [UInt8] {
        let message = schema.messages[index]
        let file = schema.files[message.file]
        var writer = WireWriter()
        writer.field(1, utf8(message.name))
        let added = message.fields.filter { isOptionalOfProto3(schema.fields[$0]) }
        for field in message.fields {
            let place = added.firstIndex(of: field).map { message.oneofs.count + $0 }
            writer.field(2, bytes(ofField: schema.fields[field], place))
        }
        for inner in index + 1..<message.last where schema.messages[inner].parent == index {
            writer.field(3, bytes(ofMessage: inner))
        }
        for inner in file.enums where schema.enums[inner].parent == index { writer.field(4, bytes(ofEnum: inner)) }
        for range in message.extensionRanges.map({ schema.ranges[$0] }) {
            var inner = WireWriter()
            inner.field(1, range.first)
            inner.field(2, range.last + 1)
            write(range.options, 3, &inner)
            writer.field(5, inner.bytes)
        }
        for field in file.extensions where schema.fields[field].parent == index {
            writer.field(6, bytes(ofField: schema.fields[field], nil))
        }
        if message.isMapEntry { writer.field(7, [0x38, 0x01]) }
        write(message.options, 7, &writer)
        for oneof in message.oneofs.map({ schema.oneofs[$0] }) {
            var inner = WireWriter()
            inner.field(1, utf8(oneof.name))
            write(oneof.options, 2, &inner)
            writer.field(8, inner.bytes)
        }
        for field in added {
            var inner = WireWriter()
            inner.field(1, [UInt8(ascii: "_")] + utf8(schema.fields[field].name))
            writer.field(8, inner.bytes)
        }
        writeReserved(message.reservedRanges, message.reservedNames, past: 1, 9, &writer)
        return writer.bytes
    }

    private func writeReserved(
        _ ranges: Span,
        _ names: Span,
        past: Int,
        _ number: Int,
        _ writer: inout WireWriter
    ) {
        for range in ranges.map({ schema.ranges[$0] }) {
            var inner = WireWriter()
            inner.field(1, range.first)
            inner.field(2, range.last + past)
            writer.field(number, inner.bytes)
        }
        for name in names { writer.field(number + 1, utf8(schema.reserved[name].name)) }
    }

    private func isOptionalOfProto3(_ field: FieldElement) -> Bool {
        field.label == .optional && schema.files[field.file].syntax == .proto3 && !field.isExtension
            && !(field.parent >= 0 && schema.messages[field.parent].isMapEntry)
    }

    private func bytes(ofField field: FieldElement, _ added: Int?) -> [UInt8] {
        var writer = WireWriter()
        writer.field(1, utf8(field.name))
        if field.isExtension { writer.field(2, absolute(schema.messages[field.extendee].fullName)) }
        writer.field(3, field.number)
        writer.field(4, field.isRepeated ? 3 : field.label == .required ? 2 : 1)
        writer.field(5, field.kind.rawValue)
        if field.kind == .enumeration { writer.field(6, absolute(schema.enums[field.type].fullName)) }
        if field.kind.isMessage { writer.field(6, absolute(schema.messages[field.type].fullName)) }
        if field.defaultValue >= 0 { writer.field(7, defaultText(field)) }
        write(field.options, 8, &writer)
        if field.oneof >= 0 { writer.field(9, field.oneof - schema.messages[field.parent].oneofs.lowerBound) }
        if let added { writer.field(9, added) }
        if !field.isExtension, field.jsonName != 0 || field.jsonNameStart >= 0 {
            writer.field(10, utf8(field.jsonName))
        }
        if added != nil || (field.isExtension && field.label == .optional && schema.files[field.file].syntax == .proto3)
        {
            writer.field(17, 1)
        }
        return writer.bytes
    }

    private func defaultText(_ field: FieldElement) -> [UInt8] {
        switch schema.defaults[field.defaultValue] {
        case .bytes(let bytes): return field.kind == .string ? bytes : ProtoText.escaped(bytes)
        case .signed(let number) where field.kind == .enumeration:
            let values = schema.enums[field.type].values
            let name = values.first { schema.values[$0].number == Int(number) }.map { schema.values[$0].name }
            return name.map(utf8) ?? []
        case .real(let number): return Array(ProtoText.number(number).utf8)
        case let other: return Array(other.shown.utf8)
        }
    }

    private func bytes(ofEnum index: Int) -> [UInt8] {
        let element = schema.enums[index]
        var writer = WireWriter()
        writer.field(1, utf8(element.name))
        for value in element.values.map({ schema.values[$0] }) {
            var inner = WireWriter()
            inner.field(1, utf8(value.name))
            inner.field(2, value.number)
            write(value.options, 3, &inner)
            writer.field(2, inner.bytes)
        }
        write(element.options, 3, &writer)
        writeReserved(element.reservedRanges, element.reservedNames, past: 0, 4, &writer)
        return writer.bytes
    }

    private func bytes(ofService index: Int) -> [UInt8] {
        let service = schema.services[index]
        var writer = WireWriter()
        writer.field(1, utf8(service.name))
        for method in service.methods.map({ schema.methods[$0] }) {
            var inner = WireWriter()
            inner.field(1, utf8(method.name))
            inner.field(2, absolute(schema.messages[method.input].fullName))
            inner.field(3, absolute(schema.messages[method.output].fullName))
            write(method.options, 4, &inner)
            if method.streamsInput { inner.field(5, 1) }
            if method.streamsOutput { inner.field(6, 1) }
            writer.field(2, inner.bytes)
        }
        write(service.options, 3, &writer)
        return writer.bytes
    }
}
