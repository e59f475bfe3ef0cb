internal import Crypto

/// Writes a schema in one form, whatever the order, white space and comments of its text.
///
/// The form reads like the language, with names in full, elements in order of their numbers or names, and options as
/// the bytes that they are. A single file's path is no part of it.
struct CanonicalForm {
    private let schema: ProtobufSchema
    private let options: OptionWriter
    private var text: [UInt8] = []

    private init(_ schema: ProtobufSchema) {
        self.schema = schema
        options = OptionWriter(schema)
    }

    /// The form of a schema.
    static func bytes(of schema: ProtobufSchema) -> [UInt8] {
        var form = CanonicalForm(schema)
        let files = schema.ownFiles.sorted {
            schema.names.text(schema.files[$0].path) < schema.names.text(schema.files[$1].path)
        }
        for file in files {
            if files.count > 1 { form.line("file \(schema.names.text(schema.files[file].path))") }
            form.write(file)
        }
        return form.text
    }

    private mutating func line(_ line: String) {
        text += line.utf8
        text.append(UInt8(ascii: "\n"))
    }

    private func name(_ name: Int) -> String { schema.names.text(name) }

    /// Options as one hexadecimal number with a space before, or nothing.
    private func optionText(_ list: Int) -> String {
        guard list >= 0, !schema.options[list].isEmpty else { return "" }
        return " [" + Hex.encode(options.bytes(of: schema.options[list])) + "]"
    }

    private mutating func write(_ file: Int) {
        let element = schema.files[file]
        line("syntax \(element.syntax)")
        line("package \(name(element.package))\(optionText(element.options))")
        for text in element.imports.map({ "import \(schema.imports[$0].kind) \(name(schema.imports[$0].path))" })
            .sorted()
        {
            line(text)
        }
        for index in sorted(element.messages, { name(schema.messages[$0].fullName) })
        where !schema.messages[index].isMapEntry {
            writeMessage(index)
        }
        for index in sorted(element.enums, { name(schema.enums[$0].fullName) }) { writeEnum(index) }
        for index in sorted(element.extensions, { name(schema.fields[$0].fullName) }) {
            let field = schema.fields[index]
            line("extend \(name(schema.messages[field.extendee].fullName)) as \(name(field.fullName))")
            writeField(field)
        }
        for index in sorted(element.services, { name(schema.services[$0].fullName) }) { writeService(index) }
    }

    private func sorted(_ span: Span, _ key: (Int) -> String) -> [Int] {
        span.map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
    }

    private mutating func writeMessage(_ index: Int) {
        let message = schema.messages[index]
        line("message \(name(message.fullName))\(optionText(message.options))")
        for field in message.fields.sorted(by: { schema.fields[$0].number < schema.fields[$1].number }) {
            writeField(schema.fields[field])
        }
        for oneof in sorted(message.oneofs, { name(schema.oneofs[$0].name) }) where schema.oneofs[oneof].options >= 0 {
            line(" oneof \(name(schema.oneofs[oneof].name))\(optionText(schema.oneofs[oneof].options))")
        }
        writeRanges("extensions", message.extensionRanges)
        writeRanges("reserved", message.reservedRanges)
        writeNames(message.reservedNames)
    }

    private mutating func writeRanges(_ word: String, _ ranges: Span) {
        for range in ranges.map({ schema.ranges[$0] }).sorted(by: { $0.first < $1.first }) {
            line(" \(word) \(range.first) to \(range.last)\(optionText(range.options))")
        }
    }

    private mutating func writeNames(_ names: Span) {
        for name in names.map({ name(schema.reserved[$0].name) }).sorted() { line(" reserved \"\(name)\"") }
    }

    private mutating func writeField(_ field: FieldElement) {
        text += " \(field.number) ".utf8
        text += label(field).utf8
        writeType(field)
        put(" ", field.name)
        if field.oneof >= 0 { put(" in ", schema.oneofs[field.oneof].name) }
        if hasOwnJSONName(field) { put(" json ", field.jsonName) }
        if field.defaultValue >= 0 { text += " default \(defaultText(schema.defaults[field.defaultValue]))".utf8 }
        line(optionText(field.options))
    }

    /// Whether a field has another name in JSON than it would have anyway; a descriptor tells no more.
    private func hasOwnJSONName(_ field: FieldElement) -> Bool {
        guard field.jsonNameStart >= 0 else { return false }
        var usual: [UInt8] = []
        CamelCase.write(schema.names.part(field.name), beginsUpper: false, to: &usual)
        return schema.names.utf8(field.jsonName) != usual
    }

    /// Writes the type of a field with names in full, such as `map<string, a.Line>`.
    private mutating func writeType(_ field: FieldElement) {
        if field.isMap {
            let entry = schema.messages[field.type].fields
            text += "map<".utf8
            writeType(schema.fields[entry.lowerBound])
            text += ", ".utf8
            writeType(schema.fields[entry.lowerBound + 1])
            text += ">".utf8
            return
        }
        switch field.kind {
        case .message: put("", schema.messages[field.type].fullName)
        case .group: put("group ", schema.messages[field.type].fullName)
        case .enumeration: put("", schema.enums[field.type].fullName)
        default: text += field.kind.word.utf8
        }
    }

    private mutating func put(_ word: String, _ name: Int) {
        text += word.utf8
        schema.names.write(name, to: &text)
    }

    private func label(_ field: FieldElement) -> String {
        switch field.label {
        case .repeated: field.isMap ? "" : "repeated "
        case .required: "required "
        case .optional: "optional "
        case .none: ""
        }
    }

    private func defaultText(_ value: DefaultValue) -> String {
        guard case .bytes(let bytes) = value else { return value.shown }
        return Hex.encode(bytes)
    }

    private mutating func writeEnum(_ index: Int) {
        let element = schema.enums[index]
        line("enum \(name(element.fullName))\(optionText(element.options))")
        // The first value is the default, so it stays first.
        let first = element.values.lowerBound
        let rest = element.values.dropFirst().sorted {
            (schema.values[$0].number, name(schema.values[$0].name)) < (
                schema.values[$1].number, name(schema.values[$1].name)
            )
        }
        for index in [first] + rest {
            let value = schema.values[index]
            put(" \(value.number) ", value.name)
            line(optionText(value.options))
        }
        writeRanges("reserved", element.reservedRanges)
        writeNames(element.reservedNames)
    }

    private mutating func writeService(_ index: Int) {
        let service = schema.services[index]
        line("service \(name(service.fullName))\(optionText(service.options))")
        for index in sorted(service.methods, { name(schema.methods[$0].name) }) {
            let method = schema.methods[index]
            let input = (method.streamsInput ? "stream " : "") + name(schema.messages[method.input].fullName)
            let output = (method.streamsOutput ? "stream " : "") + name(schema.messages[method.output].fullName)
            line(" rpc \(name(method.name)) (\(input)) returns (\(output))\(optionText(method.options))")
        }
    }
}

extension ProtobufSchema {
    /// The type of a field with names in full, such as `map<string, a.Line>`.
    func typeText(_ field: FieldElement) -> String {
        if field.isMap {
            let entry = messages[field.type].fields
            return "map<\(typeText(fields[entry.lowerBound])), \(typeText(fields[entry.lowerBound + 1]))>"
        }
        switch field.kind {
        case .message: return names.text(messages[field.type].fullName)
        case .group: return "group " + names.text(messages[field.type].fullName)
        case .enumeration: return names.text(enums[field.type].fullName)
        default: return field.kind.word
        }
    }
}
