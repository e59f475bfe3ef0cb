internal import Contracts

extension Linker {
    /// Checks all that needs names and features.
    mutating func check() throws(ContractFailure) {
        var numbers: [ExtensionKey: Int] = [:]
        var declared: Set<[UInt8]> = []
        for file in schema.files {
            for index in file.extensions { try addNumber(of: index, &numbers) }
        }
        for file in first..<schema.files.count {
            try see(file)
            try checkFile(file)
            for index in schema.files[file].messages { try checkMessage(index, file) }
            for index in schema.files[file].enums { try checkEnum(index, file) }
            for index in schema.files[file].extensions { try checkExtension(index, file) }
            for index in schema.files[file].messages { try checkDeclarations(of: index, file, &declared) }
            try checkOptionUses(in: file)
        }
        for file in first..<schema.files.count {
            for index in schema.files[file].extensions { try checkDeclared(index, file) }
        }
    }

    private mutating func see(_ file: Int) throws(ContractFailure) {
        visible = Array(repeating: true, count: schema.files.count)
    }

    struct ExtensionKey: Hashable {
        let message: Int
        let number: Int
    }

    private func addNumber(of index: Int, _ numbers: inout [ExtensionKey: Int]) throws(ContractFailure) {
        let field = schema.fields[index]
        let key = ExtensionKey(message: field.extendee, number: field.number)
        guard let known = numbers.updateValue(index, forKey: key) else { return }
        let other = text(schema.fields[known].fullName)
        let message =
            "number \(field.number) of '\(text(schema.messages[field.extendee].fullName))' is taken by '\(other)'"
        throw failure(.number, message, at: field.numberStart, file: field.file)
    }

    private func checkFile(_ file: Int) throws(ContractFailure) {
        let element = schema.files[file]
        guard element.syntax == .edition2023, element.options >= 0 else { return }
        for entry in schema.options[element.options] where schema.fields[entry.field].number == 27 {
            guard schema.fields[entry.field].parent == schema.wellKnown.fileOptions else { continue }
            let message = "'java_string_check_utf8' is not for editions; see the feature (pb.java).utf8_validation"
            throw failure(.feature, message, at: entry.start, file: file)
        }
    }

    // MARK: Messages

    private mutating func checkMessage(_ index: Int, _ file: Int) throws(ContractFailure) {
        let message = schema.messages[index]
        let options = ownOptions(message.options, schema.wellKnown.messageOptions)
        let isSet = options.first { $0.number == 1 }.map { $0.value == .bool(true) } ?? false
        schema.messages[index].isMessageSet = isSet
        if let entry = options.first(where: { $0.number == 7 }) {
            throw failure(.option, "'map_entry' is not set by hand; write 'map<…>'", at: entry.start, file: file)
        }
        if isSet { try checkMessageSet(message, file) }
        for oneof in message.oneofs where schema.oneofs[oneof].count == 0 {
            throw failure(.incomplete, "a oneof has at least one field", at: schema.oneofs[oneof].start, file: file)
        }
        for field in message.fields { try checkField(field, file) }
        try checkNumbers(of: message, file)
        try checkRanges(of: message, isSet: isSet, file)
        try checkReservedNames(message.reservedNames, file)
        for field in message.fields {
            try checkNotReserved(
                schema.fields[field].name,
                message.reservedNames,
                at: schema.fields[field].nameStart,
                file
            )
        }
        try checkJSONNames(of: message, options, file)
    }

    private func checkMessageSet(_ message: MessageElement, _ file: Int) throws(ContractFailure) {
        guard message.fields.isEmpty else {
            throw failure(.option, "a message set has extensions only, and no fields", at: message.start, file: file)
        }
        guard !message.extensionRanges.isEmpty else {
            throw failure(.incomplete, "a message set has a range of extensions", at: message.start, file: file)
        }
        guard schema.files[file].syntax != .proto3 else {
            throw failure(.option, "message sets are not part of proto3", at: message.start, file: file)
        }
    }

    private func checkNumbers(of message: MessageElement, _ file: Int) throws(ContractFailure) {
        if !areFieldsAscending(message.fields) { try checkTwice(message.fields, file) }
        guard !message.reservedRanges.isEmpty || !message.extensionRanges.isEmpty else { return }
        for index in message.fields {
            let field = schema.fields[index]
            for range in message.reservedRanges where schema.ranges[range].contains(field.number) {
                let message = "the number \(field.number) of '\(text(field.name))' is reserved"
                throw failure(.number, message, at: field.numberStart, file: file)
            }
            for range in message.extensionRanges where schema.ranges[range].contains(field.number) {
                let message = "the number \(field.number) of '\(text(field.name))' is kept for extensions"
                throw failure(.number, message, at: field.numberStart, file: file)
            }
        }
    }

    /// Whether each field has a greater number than the one before, so that none has one twice.
    private func areFieldsAscending(_ fields: Span) -> Bool {
        var last = 0
        for index in fields {
            guard schema.fields[index].number > last else { return false }
            last = schema.fields[index].number
        }
        return true
    }

    private func checkTwice(_ fields: Span, _ file: Int) throws(ContractFailure) {
        let sorted = fields.map { (number: schema.fields[$0].number, index: $0) }.sorted { $0 < $1 }
        for (one, other) in zip(sorted, sorted.dropFirst()) where one.number == other.number {
            let names = "'\(text(schema.fields[one.index].name))' and '\(text(schema.fields[other.index].name))'"
            let message = "\(names) have the same number \(one.number)"
            throw failure(.number, message, at: schema.fields[other.index].numberStart, file: file)
        }
    }

    private func checkRanges(of message: MessageElement, isSet: Bool, _ file: Int) throws(ContractFailure) {
        guard !message.reservedRanges.isEmpty || !message.extensionRanges.isEmpty else { return }
        let all = Array(message.reservedRanges) + Array(message.extensionRanges)
        for index in all where !isSet && schema.ranges[index].last > 536_870_911 {
            throw failure(.range, "numbers go from 1 to 536870911", at: schema.ranges[index].start, file: file)
        }
        try checkOverlap(all.map { schema.ranges[$0] }, file)
    }

    private func checkOverlap(_ ranges: [NumberRange], _ file: Int) throws(ContractFailure) {
        guard ranges.count > 1 else { return }
        let sorted = ranges.sorted { ($0.first, $0.start) < ($1.first, $1.start) }
        for (one, other) in zip(sorted, sorted.dropFirst()) where other.first <= one.last {
            let message = "the ranges \(one.first) to \(one.last) and \(other.first) to \(other.last) overlap"
            throw failure(.range, message, at: max(one.start, other.start), file: file)
        }
    }

    private func checkReservedNames(_ names: Span, _ file: Int) throws(ContractFailure) {
        var seen: Set<Int> = []
        for index in names where !seen.insert(schema.reserved[index].name).inserted {
            let message = "'\(text(schema.reserved[index].name))' is reserved already"
            throw failure(.duplicateName, message, at: schema.reserved[index].start, file: file)
        }
    }

    private func checkNotReserved(_ name: Int, _ names: Span, at offset: Int, _ file: Int) throws(ContractFailure) {
        for index in names where schema.reserved[index].name == name {
            throw failure(.name, "the name '\(text(name))' is reserved", at: offset, file: file)
        }
    }

    // MARK: Enums

    private mutating func checkEnum(_ index: Int, _ file: Int) throws(ContractFailure) {
        let element = schema.enums[index]
        let options = ownOptions(element.options, schema.wellKnown.enumOptions)
        let alias = options.first { $0.number == 2 }
        let allows = alias.map { $0.value == .bool(true) } ?? false
        schema.enums[index].allowsAlias = allows
        try checkValues(of: element, allows: allows, alias?.start ?? element.start, file)
        try checkOverlap(element.reservedRanges.map { schema.ranges[$0] }, file)
        try checkReservedNames(element.reservedNames, file)
        let firstValue = schema.values[element.values.lowerBound]
        if !element.features.isClosed, firstValue.number != 0 {
            throw failure(.number, "the first value of an open enum is 0", at: firstValue.numberStart, file: file)
        }
        guard !options.contains(where: { $0.number == 6 && $0.value == .bool(true) }) else { return }
        try checkValueNames(of: element, file)
    }

    private func checkValues(of element: EnumElement, allows: Bool, _ aliasStart: Int, _ file: Int)
        throws(ContractFailure)
    {
        var seen: [Int: Int] = [:]
        var hasAlias = false
        let areAscending = areAscending(element.values)
        for index in element.values {
            let value = schema.values[index]
            if !areAscending, let known = seen.updateValue(index, forKey: value.number) {
                hasAlias = true
                guard allows else {
                    let names = "'\(text(schema.values[known].name))' and '\(text(value.name))'"
                    let message = "\(names) have the same number \(value.number); 'allow_alias' would allow it"
                    throw failure(.number, message, at: value.numberStart, file: file)
                }
            }
            for range in element.reservedRanges where schema.ranges[range].contains(value.number) {
                let message = "the number \(value.number) of '\(text(value.name))' is reserved"
                throw failure(.number, message, at: value.numberStart, file: file)
            }
            try checkNotReserved(value.name, element.reservedNames, at: value.start, file)
        }
        guard allows, !hasAlias else { return }
        throw failure(.option, "'allow_alias' is set, and no two values have one number", at: aliasStart, file: file)
    }

    /// Whether each value has a greater number than the one before, so that none has one twice.
    private func areAscending(_ values: Span) -> Bool {
        for index in values.dropFirst() where schema.values[index].number <= schema.values[index - 1].number {
            return false
        }
        return true
    }

    /// Two values whose names become one without the enum's name before them and without signs and case.
    private mutating func checkValueNames(of element: EnumElement, _ file: Int) throws(ContractFailure) {
        guard element.features.allowsJSON else { return }
        usualNames.begin(most: element.values.count)
        for index in element.values {
            let value = schema.values[index]
            let short = shortName(value.name, in: element.name)
            guard let known = usualNames.mark(short, by: index) else { continue }
            guard schema.values[known].number != value.number else { continue }
            let names = "'\(text(schema.values[known].name))' and '\(text(value.name))'"
            throw failure(.name, "\(names) become one name, '\(text(short))'", at: value.start, file: file)
        }
    }

    /// A value's name without the enum's before it, in camel case; the whole name where nothing else is left.
    private mutating func shortName(_ name: Int, in element: Int) -> Int {
        letters.removeAll(keepingCapacity: true)
        // What stands in the table is let go of before the table grows, which would copy it otherwise.
        do {
            let whole = schema.names.part(name)
            let rest = Self.rest(of: whole, behind: schema.names.part(element))
            var isFirst = true
            for byte in rest ?? whole {
                if byte != Self.underscore { letters.append(isFirst ? Self.upper(byte) : Self.lower(byte)) }
                isFirst = byte == Self.underscore
            }
        }
        return schema.names.intern(letters)
    }

    /// What stands in a value's name behind the enum's; nil where that does not come first, or nothing else is left.
    private static func rest(of name: ArraySlice<UInt8>, behind prefix: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var place = name.startIndex
        for letter in prefix where letter != underscore {
            while place < name.endIndex, name[place] == underscore { place += 1 }
            guard place < name.endIndex, lower(name[place]) == lower(letter) else { return nil }
            place += 1
        }
        let rest = name[place...]
        return rest.allSatisfy { $0 == underscore } ? nil : rest
    }

    private static let underscore = UInt8(ascii: "_")

    private static func lower(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte
    }

    private static func upper(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte - 32 : byte
    }
}

extension NumberRange {
    /// Whether a number is in the range.
    func contains(_ number: Int) -> Bool { number >= first && number <= last }
}
