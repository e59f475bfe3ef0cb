internal import Contracts
internal import Syntax

/// Turns a descriptor back into the text that it describes, which is then read as any text is.
///
/// Options are decoded by what a schema says of them; without one, those that are extensions are left out.
struct DescriptorReader {
    private let schema: ProtobufSchema
    private let decoder: OptionDecoder
    private var text = ""
    private var syntax = Syntax.proto2
    private let path: String

    /// The path that a descriptor gives its file, and its text.
    ///
    /// - Throws: ``ContractFailure`` where the bytes are no descriptor.
    static func file(_ bytes: [UInt8], by schema: ProtobufSchema) throws(ContractFailure) -> ProtobufFile {
        guard let fields = WireReader.fields(of: bytes[...]) else { throw failure("they are no message", "") }
        guard let path = fields.text(1), !path.isEmpty else { throw failure("the file has no name", "") }
        var reader = DescriptorReader(schema: schema, decoder: OptionDecoder(schema), path: path)
        try reader.read(fields)
        return ProtobufFile(path, Array(reader.text.utf8))
    }

    private init(schema: ProtobufSchema, decoder: OptionDecoder, path: String) {
        self.schema = schema
        self.decoder = decoder
        self.path = path
    }

    private static func failure(_ message: String, _ path: String) -> ContractFailure {
        ContractFailure(
            ProtobufFault.descriptor.rawValue,
            at: Place(pointer: "", position: SourcePosition(line: 1, column: 1), file: path.isEmpty ? nil : path),
            "the bytes are no FileDescriptorProto: \(message)"
        )
    }

    private func message(_ bytes: ArraySlice<UInt8>) throws(ContractFailure) -> [WireField] {
        guard let fields = WireReader.fields(of: bytes) else { throw Self.failure("a part is no message", path) }
        return fields
    }

    private mutating func read(_ fields: [WireField]) throws(ContractFailure) {
        switch fields.text(12) ?? "proto2" {
        case "proto2": text = "syntax = \"proto2\";\n"
        case "proto3":
            syntax = .proto3
            text = "syntax = \"proto3\";\n"
        default:
            syntax = .edition2023
            guard fields.number(14) == 1000 else { throw Self.failure("its edition is not known", path) }
            text = "edition = \"2023\";\n"
        }
        if fields.text(2)?.isEmpty == false { text += "package \(fields.word(2));\n" }
        let publics = fields.numbers(10)
        let weaks = fields.numbers(11)
        for (place, dependency) in fields.texts(3).enumerated() {
            let word = publics.contains(place) ? "public " : weaks.contains(place) ? "weak " : ""
            text += "import \(word)\(ProtoText.quoted(dependency.utf8));\n"
        }
        for dependency in fields.texts(15) { text += "import option \(ProtoText.quoted(dependency.utf8));\n" }
        writeOptions(fields.bytes(8).last, schema.wellKnown.fileOptions)
        try readTopLevel(fields)
        for bytes in fields.bytes(5) { try readEnum(try message(bytes)) }
        for bytes in fields.bytes(6) { try readService(try message(bytes)) }
    }

    /// Messages and extensions; those messages that extensions are groups of are written with them.
    private mutating func readTopLevel(_ fields: [WireField]) throws(ContractFailure) {
        let extensions = try fields.bytes(7).map { bytes throws(ContractFailure) in try message(bytes) }
        let groups = Set(
            extensions.filter { $0.number(5) == 10 }.map {
                $0.word(6).split(separator: ".").last.map(String.init) ?? ""
            }
        )
        var nested: [String: [WireField]] = [:]
        for bytes in fields.bytes(4) {
            let element = try message(bytes)
            nested[element.word(1)] = element
            if !groups.contains(element.word(1)) { try readMessage(element, depth: 1) }
        }
        for element in extensions { try readExtension(element, nested) }
    }

    private mutating func writeOptions(_ bytes: ArraySlice<UInt8>?, _ root: Int) {
        guard let bytes else { return }
        for option in decoder.options(bytes, root) { text += "option \(option);\n" }
    }

    // MARK: Messages

    private mutating func readMessage(_ fields: [WireField], depth: Int) throws(ContractFailure) {
        text += "message \(fields.word(1)) "
        try readBody(fields, depth: depth)
    }

    private mutating func readBody(_ fields: [WireField], depth: Int) throws(ContractFailure) {
        guard depth <= ProtobufLimits.contract.nesting else { throw Self.failure("messages lie too deep", path) }
        text += "{\n"
        writeOptions(fields.bytes(7).last, schema.wellKnown.messageOptions)
        var nested: [String: [WireField]] = [:]
        for bytes in fields.bytes(3) {
            let inner = try message(bytes)
            nested[inner.word(1)] = inner
        }
        var absorbed: Set<String> = []
        try readFields(fields, nested, &absorbed, depth)
        for bytes in fields.bytes(6) { absorbed.formUnion(try readExtension(try message(bytes), nested)) }
        for bytes in fields.bytes(3) {
            let inner = try message(bytes)
            if !absorbed.contains(inner.word(1)) { try readMessage(inner, depth: depth + 1) }
        }
        for bytes in fields.bytes(4) { try readEnum(try message(bytes)) }
        for bytes in fields.bytes(5) {
            let range = try message(bytes)
            let options = range.bytes(3).last.map { decoder.options($0, schema.wellKnown.rangeOptions) } ?? []
            let list = options.isEmpty ? "" : " [\(options.joined(separator: ", "))]"
            text += "extensions \(range.number(1) ?? 0) to \((range.number(2) ?? 0) - 1)\(list);\n"
        }
        try writeReserved(fields, 9, past: 1)
        text += "}\n"
    }

    private mutating func readFields(
        _ fields: [WireField],
        _ nested: [String: [WireField]],
        _ absorbed: inout Set<String>,
        _ depth: Int
    ) throws(ContractFailure) {
        let oneofs = try fields.bytes(8).map { bytes throws(ContractFailure) in try message(bytes) }
        var members: [[[WireField]]] = Array(repeating: [], count: oneofs.count)
        for bytes in fields.bytes(2) {
            let field = try message(bytes)
            if let place = field.number(9), field.number(17) != 1 {
                guard members.indices.contains(place) else { throw Self.failure("a oneof is missing", path) }
                members[place].append(field)
            } else {
                try readField(field, nested, &absorbed, depth, isInOneof: false)
            }
        }
        for (oneof, inside) in zip(oneofs, members) where !inside.isEmpty {
            text += "oneof \(oneof.word(1)) {\n"
            writeOptions(oneof.bytes(2).last, schema.wellKnown.oneofOptions)
            for field in inside { try readField(field, nested, &absorbed, depth, isInOneof: true) }
            text += "}\n"
        }
    }

    private mutating func readField(
        _ field: [WireField],
        _ nested: [String: [WireField]],
        _ absorbed: inout Set<String>,
        _ depth: Int,
        isInOneof: Bool
    ) throws(ContractFailure) {
        let kind = FieldKind(rawValue: field.number(5) ?? 0) ?? .named
        let type = field.word(6)
        let last = String(type.split(separator: ".").last ?? "")
        let inner = nested[last]
        let isRepeated = field.number(4) == 3
        if kind == .message, isRepeated, let inner, inner.isMapEntry {
            absorbed.insert(last)
            let parts = try inner.bytes(2).map { bytes throws(ContractFailure) in try message(bytes) }
            guard parts.count == 2 else { throw Self.failure("the entry of a map has no key or value", path) }
            text += "map<\(typeText(parts[0])), \(typeText(parts[1]))> "
        } else {
            text += label(field, isInOneof: isInOneof)
            if kind == .group, let inner {
                absorbed.insert(last)
                text += "group \(last) = \(field.number(3) ?? 0)\(optionList(field, kind)) "
                return try readBody(inner, depth: depth + 1)
            }
            text += "\(typeText(field)) "
        }
        text += "\(field.word(1)) = \(field.number(3) ?? 0)\(optionList(field, kind));\n"
    }

    private func label(_ field: [WireField], isInOneof: Bool) -> String {
        if isInOneof { return "" }
        switch field.number(4) {
        case 3: return "repeated "
        case 2: return "required "
        default: return syntax == .proto2 || (syntax == .proto3 && field.number(17) == 1) ? "optional " : ""
        }
    }

    private func typeText(_ field: [WireField]) -> String {
        let kind = FieldKind(rawValue: field.number(5) ?? 0) ?? .named
        switch kind {
        case .message, .group, .enumeration, .named: return field.word(6)
        default: return kind.word
        }
    }

    private func optionList(_ field: [WireField], _ kind: FieldKind) -> String {
        var options = field.bytes(8).last.map { decoder.options($0, schema.wellKnown.fieldOptions) } ?? []
        if let usual = field.bytes(7).last {
            let isText = kind == .string || kind == .bytes
            let shown = isText ? String(decoding: usual, as: UTF8.self).filter { $0 != "\"" } : field.word(7)
            options.append("default = \(kind == .string ? ProtoText.quoted(usual) : isText ? "\"\(shown)\"" : shown)")
        }
        if let json = field.bytes(10).last, let name = field.text(1), field.text(2) == nil {
            var usual: [UInt8] = []
            CamelCase.write(Array(name.utf8)[...], beginsUpper: false, to: &usual)
            if !json.elementsEqual(usual) { options.append("json_name = \(ProtoText.quoted(json))") }
        }
        return options.isEmpty ? "" : " [\(options.joined(separator: ", "))]"
    }

    /// - Returns: The groups among the nested messages that the extension is written with.
    @discardableResult
    private mutating func readExtension(_ field: [WireField], _ nested: [String: [WireField]]) throws(ContractFailure)
        -> Set<String>
    {
        var absorbed: Set<String> = []
        text += "extend \(field.word(2)) {\n"
        try readField(field, nested, &absorbed, 1, isInOneof: false)
        text += "}\n"
        return absorbed
    }

    // MARK: Enums and services

    private mutating func writeReserved(_ fields: [WireField], _ number: Int, past: Int) throws(ContractFailure) {
        for bytes in fields.bytes(number) {
            let range = try message(bytes)
            text += "reserved \(range.number(1) ?? 0) to \((range.number(2) ?? 0) - past);\n"
        }
        for name in fields.texts(number + 1) {
            text += "reserved \(syntax == .edition2023 ? [WireField].word(name) : ProtoText.quoted(name.utf8));\n"
        }
    }

    private mutating func readEnum(_ fields: [WireField]) throws(ContractFailure) {
        text += "enum \(fields.word(1)) {\n"
        writeOptions(fields.bytes(3).last, schema.wellKnown.enumOptions)
        for bytes in fields.bytes(2) {
            let value = try message(bytes)
            let options = value.bytes(3).last.map { decoder.options($0, schema.wellKnown.valueOptions) } ?? []
            let list = options.isEmpty ? "" : " [\(options.joined(separator: ", "))]"
            text += "\(value.word(1)) = \(value.number(2) ?? 0)\(list);\n"
        }
        try writeReserved(fields, 4, past: 0)
        text += "}\n"
    }

    private mutating func readService(_ fields: [WireField]) throws(ContractFailure) {
        text += "service \(fields.word(1)) {\n"
        writeOptions(fields.bytes(3).last, schema.wellKnown.serviceOptions)
        for bytes in fields.bytes(2) {
            let method = try message(bytes)
            let input = (method.number(5) == 1 ? "stream " : "") + (method.word(2))
            let output = (method.number(6) == 1 ? "stream " : "") + (method.word(3))
            text += "rpc \(method.word(1)) (\(input)) returns (\(output)) {\n"
            writeOptions(method.bytes(4).last, schema.wellKnown.methodOptions)
            text += "}\n"
        }
        text += "}\n"
    }
}

extension [WireField] {
    /// A name or number of the language, or nothing where the text is neither, which the text's reader then refuses.
    fileprivate func word(_ number: Int) -> String { Self.word(text(number) ?? "") }

    fileprivate static func word(_ text: String) -> String {
        let isWord = text.utf8.allSatisfy {
            Scanner.isLetter($0) || Scanner.isDigit($0) || $0 == 43 || $0 == 45 || $0 == 46
        }
        return isWord ? text : ""
    }

    /// Whether a message's options say that it is the entry of a map.
    fileprivate var isMapEntry: Bool {
        bytes(7).contains { WireReader.fields(of: $0)?.number(7) == 1 }
    }
}
