internal import Contracts

extension Linker {
    /// Which options are read: those that set features are needed before the others.
    enum OptionPass { case features, others }

    /// Reads the options of all elements of a file.
    mutating func readOptions(of file: Int, _ pass: OptionPass) throws(ContractFailure) {
        let element = schema.files[file]
        let known = schema.wellKnown
        let fileScope = schema.names.intern(element.package, dot: schema.names.intern(Array("file".utf8)))
        try read(element.options, known.fileOptions, fileScope, file, pass)
        for index in element.messages { try readOptions(ofMessage: index, file, pass) }
        for index in element.extensions { try readField(index, file, pass) }
        for index in element.enums {
            let full = schema.enums[index].fullName
            try read(schema.enums[index].options, known.enumOptions, full, file, pass)
            for value in schema.enums[index].values where schema.values[value].options >= 0 {
                try read(schema.values[value].options, known.valueOptions, full, file, pass)
            }
        }
        for index in element.services {
            let full = schema.services[index].fullName
            try read(schema.services[index].options, known.serviceOptions, full, file, pass)
            for method in schema.services[index].methods where schema.methods[method].options >= 0 {
                let scope = schema.names.intern(full, dot: schema.methods[method].name)
                try read(schema.methods[method].options, known.methodOptions, scope, file, pass)
            }
        }
    }

    private mutating func readOptions(ofMessage index: Int, _ file: Int, _ pass: OptionPass) throws(ContractFailure) {
        let message = schema.messages[index]
        try read(message.options, schema.wellKnown.messageOptions, message.fullName, file, pass)
        for field in message.fields where schema.fields[field].options >= 0 { try readField(field, file, pass) }
        for oneof in message.oneofs where schema.oneofs[oneof].options >= 0 {
            let scope = schema.names.intern(message.fullName, dot: schema.oneofs[oneof].name)
            try read(schema.oneofs[oneof].options, schema.wellKnown.oneofOptions, scope, file, pass)
        }
        var seen = -1
        for range in message.extensionRanges where schema.ranges[range].options >= 0 {
            // Ranges of one statement share their options.
            guard schema.ranges[range].options != seen else { continue }
            seen = schema.ranges[range].options
            let scope = schema.names.intern(message.fullName, dot: message.name)
            try read(seen, schema.wellKnown.rangeOptions, scope, file, pass)
        }
    }

    private mutating func readField(_ index: Int, _ file: Int, _ pass: OptionPass) throws(ContractFailure) {
        let field = schema.fields[index]
        guard field.options >= 0 else { return }
        if pass == .others { try readPseudoOptions(index, file) }
        try read(field.options, schema.wellKnown.fieldOptions, field.fullName, file, pass)
    }

    /// `default` and `json_name` look like options and are none.
    private mutating func readPseudoOptions(_ index: Int, _ file: Int) throws(ContractFailure) {
        let field = schema.fields[index]
        for option in schema.rawOptions[field.options] where option.name.count == 1 && !option.name[0].isExtension {
            switch text(option.name[0].name) {
            case "default":
                guard field.defaultStart < 0 || schema.fields[index].defaultStart < 0 else { break }
                try checkDefault(field, option, file)
                let value = try convert(option.value, for: index, file, inAggregate: false, scope: field.fullName)
                schema.fields[index].defaultValue = schema.defaults.count
                schema.fields[index].defaultStart = option.start
                schema.defaults.append(value)
            case "json_name":
                guard case .string(let bytes) = option.value.kind else {
                    throw failure(.option, "expected a string as 'json_name'", at: option.value.start, file: file)
                }
                guard !field.isExtension else {
                    throw failure(.option, "an extension has no 'json_name'", at: option.start, file: file)
                }
                guard bytes.first != UInt8(ascii: "[") || bytes.last != UInt8(ascii: "]") else {
                    let message = "a 'json_name' in brackets would look like an extension"
                    throw failure(.option, message, at: option.start, file: file)
                }
                guard !bytes.contains(0) else {
                    throw failure(.option, "a 'json_name' has no zero characters", at: option.start, file: file)
                }
                schema.fields[index].jsonName = schema.names.intern(bytes)
                schema.fields[index].jsonNameStart = option.start
            default: break
            }
        }
    }

    private func checkDefault(_ field: FieldElement, _ option: RawOption, _ file: Int) throws(ContractFailure) {
        guard !field.isRepeated else {
            throw failure(.defaultValue, "a repeated field has no default", at: option.start, file: file)
        }
        guard !field.kind.isMessage else {
            throw failure(.defaultValue, "a field of a message has no default", at: option.start, file: file)
        }
    }

    /// Reads a list of options into the message that they are fields of.
    private mutating func read(_ list: Int, _ root: Int, _ scope: Int, _ file: Int, _ pass: OptionPass)
        throws(ContractFailure)
    {
        guard list >= 0 else { return }
        let isField = root == schema.wellKnown.fieldOptions
        var entries = schema.options[list]
        for option in schema.rawOptions[list] {
            let first = text(option.name[0].name)
            let isFeature = first == "features" && !option.name[0].isExtension
            guard isFeature == (pass == .features) else { continue }
            if isField, !option.name[0].isExtension, first == "default" || first == "json_name" {
                guard option.name.count == 1 else {
                    throw failure(.option, "'\(first)' has no fields", at: option.start, file: file)
                }
                continue
            }
            if first == "uninterpreted_option", !option.name[0].isExtension {
                throw failure(.option, "'uninterpreted_option' cannot be set", at: option.start, file: file)
            }
            try set(option, 0, root, scope, file, &entries)
        }
        schema.options[list] = entries
    }

    private mutating func set(
        _ option: RawOption,
        _ depth: Int,
        _ message: Int,
        _ scope: Int,
        _ file: Int,
        _ entries: inout [OptionEntry]
    ) throws(ContractFailure) {
        let part = option.name[depth]
        let index = try field(part.name, part.isExtension, of: message, scope, at: part.start, file)
        let field = schema.fields[index]
        guard depth + 1 < option.name.count else {
            guard field.isRepeated || !entries.contains(where: { $0.field == index }) else {
                throw failure(.option, "'\(text(part.name))' is set already", at: option.start, file: file)
            }
            try checkOneof(field, entries, at: option.start, file)
            if field.isRepeated, case .list(let values) = option.value.kind {
                for value in values {
                    let read = try convert(value, for: index, file, inAggregate: true, scope: scope)
                    entries.append(OptionEntry(field: index, value: read, start: option.start))
                }
                return
            }
            let value = try convert(option.value, for: index, file, inAggregate: false, scope: scope)
            entries.append(OptionEntry(field: index, value: value, start: option.start))
            return
        }
        guard field.kind.isMessage, !field.isRepeated else {
            let what = field.isRepeated ? "repeated" : "no message"
            throw failure(.option, "'\(text(part.name))' is \(what), so it has no fields", at: part.start, file: file)
        }
        let place = entries.firstIndex { $0.field == index }
        var inner: [OptionEntry] = []
        if let place, case .message(let known) = entries[place].value { inner = known }
        if place == nil { try checkOneof(field, entries, at: option.start, file) }
        try set(option, depth + 1, field.type, scope, file, &inner)
        if let place {
            entries[place].value = .message(inner)
        } else {
            entries.append(OptionEntry(field: index, value: .message(inner), start: option.start))
        }
    }

    /// The field of a message that an option names.
    mutating func field(_ name: Int, _ isExtension: Bool, of message: Int, _ scope: Int, at offset: Int, _ file: Int)
        throws(ContractFailure) -> Int
    {
        guard message >= 0 else {
            throw failure(.option, "options cannot be read without 'descriptor.proto'", at: offset, file: file)
        }
        let full = text(schema.messages[message].fullName)
        if isExtension {
            guard case .found(let symbol) = look(up: name, from: scope, onlyTypes: false) else {
                let message = "expected an extension that this file or an import defines, found '\(text(name))'"
                throw failure(.option, message, at: offset, file: file)
            }
            guard symbol.kind == .field, schema.fields[symbol.index].extendee == message else {
                let message = "expected an extension of '\(full)', found that '\(text(name))' is none"
                throw failure(.option, message, at: offset, file: file)
            }
            return symbol.index
        }
        for index in schema.messages[message].fields where schema.fields[index].name == name { return index }
        throw failure(.option, "'\(full)' has no field '\(text(name))'", at: offset, file: file)
    }

    /// Refuses a second field of a oneof.
    func checkOneof(_ field: FieldElement, _ entries: [OptionEntry], at offset: Int, _ file: Int)
        throws(ContractFailure)
    {
        guard field.oneof >= 0 else { return }
        let isTaken = entries.contains { schema.fields[$0.field].oneof == field.oneof }
        guard isTaken else { return }
        let name = text(schema.oneofs[field.oneof].name)
        throw failure(.option, "another field of the oneof '\(name)' is set already", at: offset, file: file)
    }
}
