internal import Contracts

/// An option of an element by its number in the message of options.
struct PlainOption {
    let number: Int
    let value: OptionValue
    let start: Int
}

extension Linker {
    /// The options of a list that are no extensions.
    func ownOptions(_ options: Int, _ root: Int) -> [PlainOption] {
        guard options >= 0 else { return [] }
        return schema.options[options].compactMap { entry in
            let field = schema.fields[entry.field]
            guard !field.isExtension, field.parent == root else { return nil }
            return PlainOption(number: field.number, value: entry.value, start: entry.start)
        }
    }

    func checkField(_ index: Int, _ file: Int) throws(ContractFailure) {
        let field = schema.fields[index]
        let syntax = schema.files[file].syntax
        if !(field.parent >= 0 && schema.messages[field.parent].isMapEntry && !field.isExtension) {
            try checkLabel(field, syntax, file)
        }
        try checkNumber(field, file)
        try checkEnumUse(field, syntax, file)
        guard field.options >= 0 else { return }
        let options = ownOptions(field.options, schema.wellKnown.fieldOptions)
        try checkFieldDefault(field, syntax, file)
        for option in options { try checkOption(option, field, syntax, file) }
        if let features = options.first(where: { $0.number == 21 }) { try checkFeatures(features, field, file) }
    }

    private func checkLabel(_ field: FieldElement, _ syntax: Syntax, _ file: Int) throws(ContractFailure) {
        switch (syntax, field.label) {
        case (.proto2, .none) where field.oneof < 0 && !field.isMap:
            throw failure(.label, "a field of proto2 has a label such as 'optional'", at: field.start, file: file)
        case (.proto3, .required), (.edition2023, .required):
            throw failure(.label, "'required' is part of proto2 only", at: field.start, file: file)
        case (.edition2023, .optional):
            let message = "'optional' is not part of editions; see the feature 'field_presence'"
            throw failure(.label, message, at: field.start, file: file)
        default: break
        }
        if field.isExtension, field.label == .required {
            throw failure(.label, "an extension cannot be required", at: field.start, file: file)
        }
    }

    private func checkNumber(_ field: FieldElement, _ file: Int) throws(ContractFailure) {
        let isInSet = field.extendee >= 0 && schema.messages[field.extendee].isMessageSet
        let most = isInSet ? 2_147_483_646 : 536_870_911
        guard field.number >= 1, field.number <= most else {
            throw failure(.number, "a field's number is 1 to \(most)", at: field.numberStart, file: file)
        }
        guard field.number < 19_000 || field.number > 19_999 else {
            let message = "the numbers 19000 to 19999 are kept for Protocol Buffers itself"
            throw failure(.number, message, at: field.numberStart, file: file)
        }
    }

    private func checkEnumUse(_ field: FieldElement, _ syntax: Syntax, _ file: Int) throws(ContractFailure) {
        guard field.kind == .enumeration else { return }
        let element = schema.enums[field.type]
        let isInEntry = field.parent >= 0 && !field.isExtension && schema.messages[field.parent].isMapEntry
        if isInEntry, schema.values[element.values.lowerBound].number != 0 {
            throw failure(.type, "the first value of an enum in a map is 0", at: field.typeStart, file: file)
        }
        let isImplicit = syntax == .proto3 ? !field.isExtension : !schema.hasPresence(field) && !field.isRepeated
        guard isImplicit, element.features.isClosed, !isInEntry else { return }
        let message = "'\(text(element.fullName))' is a closed enum, which fields of proto3 cannot be of"
        throw failure(.type, message, at: field.typeStart, file: file)
    }

    private func checkFieldDefault(_ field: FieldElement, _ syntax: Syntax, _ file: Int) throws(ContractFailure) {
        guard field.defaultStart >= 0 else { return }
        guard syntax != .proto3 else {
            throw failure(.defaultValue, "a field of proto3 has no default", at: field.defaultStart, file: file)
        }
        guard schema.hasPresence(field) else {
            let message = "a field with implicit presence has no default"
            throw failure(.defaultValue, message, at: field.defaultStart, file: file)
        }
    }

    private func checkOption(_ option: PlainOption, _ field: FieldElement, _ syntax: Syntax, _ file: Int)
        throws(ContractFailure)
    {
        func refuse(_ message: String) -> ContractFailure {
            failure(.option, message, at: option.start, file: file)
        }
        switch option.number {
        case 1:
            if syntax == .edition2023, field.kind != .string, field.kind != .bytes {
                throw refuse("'ctype' is for strings and bytes")
            }
            if syntax == .edition2023, field.isExtension, option.value == .signed(1) {
                throw refuse("'ctype' of an extension cannot be CORD")
            }
        case 2:
            if syntax == .edition2023 { throw refuse("'packed' is not for editions; see 'repeated_field_encoding'") }
            guard field.kind.isPackable else { throw refuse("'packed' is for numbers, bools and enums") }
            guard field.isRepeated else { throw refuse("'packed' is for repeated fields") }
        case 5, 15:
            guard option.value == .bool(true) else { break }
            guard field.kind == .message, schema.wireKind(field) == .message else {
                throw refuse("'lazy' is for fields of messages that are no groups")
            }
        case 6:
            guard option.value != .signed(0), !field.kind.isWide else { break }
            throw refuse("'jstype' is for whole numbers of 64 bits")
        default: break
        }
    }

    private func checkFeatures(_ option: PlainOption, _ field: FieldElement, _ file: Int) throws(ContractFailure) {
        guard case .message(let entries) = option.value else { return }
        for entry in entries where !schema.fields[entry.field].isExtension {
            guard let message = wrongUse(of: schema.fields[entry.field].number, field) else { continue }
            throw failure(.feature, message, at: option.start, file: file)
        }
    }

    private func wrongUse(of feature: Int, _ field: FieldElement) -> String? {
        switch feature {
        case 1:
            if field.isRepeated { return "a repeated field has no presence" }
            if field.isExtension { return "an extension's presence is explicit" }
            if field.oneof >= 0 { return "the presence of a field in a oneof is explicit" }
            if field.kind.isMessage, field.features.presence == 2 { return "a message's presence is explicit" }
        case 3:
            guard field.isRepeated else { return "'repeated_field_encoding' is for repeated fields" }
            if field.features.repeatedEncoding == 1, !field.kind.isPackable {
                return "only numbers, bools and enums can be packed"
            }
        case 4:
            let isString = field.kind == .string || (field.isMap && hasStrings(field))
            guard isString else { return "'utf8_validation' is for strings" }
        case 5:
            guard field.kind.isMessage, !field.isMap else { return "'message_encoding' is for messages" }
        default: break
        }
        return nil
    }

    private func hasStrings(_ map: FieldElement) -> Bool {
        schema.messages[map.type].fields.contains { schema.fields[$0].kind == .string }
    }

    // MARK: Extensions

    func checkExtension(_ index: Int, _ file: Int) throws(ContractFailure) {
        let field = schema.fields[index]
        let extendee = schema.messages[field.extendee]
        let ranges = extendee.extensionRanges
        if extendee.isMessageSet {
            guard field.kind.isMessage else {
                throw failure(.type, "a message set is extended by messages only", at: field.typeStart, file: file)
            }
            guard !field.isRepeated else {
                throw failure(.label, "a message set is extended by optional fields only", at: field.start, file: file)
            }
        }
        guard ranges.contains(where: { schema.ranges[$0].contains(field.number) }) else {
            let message = "'\(text(extendee.fullName))' keeps no number \(field.number) for extensions"
            throw failure(.number, message, at: field.numberStart, file: file)
        }
        if schema.files[file].syntax == .proto3, !isOptionMessage(field.extendee) {
            throw failure(.type, "proto3 has extensions of options only", at: field.extendeeStart, file: file)
        }
        try checkField(index, file)
    }

    private func isOptionMessage(_ message: Int) -> Bool {
        let known = schema.wellKnown
        let roots = [
            known.fileOptions, known.messageOptions, known.fieldOptions, known.oneofOptions, known.enumOptions,
            known.valueOptions, known.serviceOptions, known.methodOptions, known.rangeOptions, known.featureSet,
        ]
        return roots.contains(message)
    }

    // MARK: Names in JSON

    /// Sets the names that fields have in JSON, and refuses two that are alike.
    mutating func checkJSONNames(of message: MessageElement, _ options: [PlainOption], _ file: Int)
        throws(ContractFailure)
    {
        jsonNames.begin(most: message.fields.count)
        usualNames.begin(most: message.fields.count)
        let isLegacy = options.contains { $0.number == 11 && $0.value == .bool(true) }
        let isStrict = message.features.allowsJSON && !isLegacy
        for index in message.fields {
            let usual = schema.names.internCamelCase(of: schema.fields[index].name)
            let isChosen = schema.fields[index].jsonNameStart >= 0
            if !isChosen { schema.fields[index].jsonName = usual }
            let name = schema.fields[index].jsonName
            let alike = usualNames.mark(usual, by: index)
            guard let known = jsonNames.mark(name, by: index) ?? (isStrict ? alike : nil) else { continue }
            let areBothChosen = isChosen && schema.fields[known].jsonNameStart >= 0
            guard areBothChosen || isStrict else { continue }
            let names = "'\(text(schema.fields[known].name))' and '\(text(schema.fields[index].name))'"
            let message = "\(names) have the same name '\(text(name))' in JSON"
            throw failure(.jsonName, message, at: schema.fields[index].start, file: file)
        }
    }
}
