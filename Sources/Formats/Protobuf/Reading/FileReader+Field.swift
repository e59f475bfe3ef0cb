internal import Contracts

extension FileReader {
    /// Where a field stands.
    enum FieldPlace { case message, oneof, extend }

    /// Reads a field, a map or a group.
    mutating func readField(_ place: FieldPlace) throws(ContractFailure) -> FieldElement {
        var field = FieldElement()
        field.file = file
        field.parent = message
        field.start = scanner.token.start
        if place != .oneof || isLabel { try readLabel(&field, place) }
        field.typeStart = scanner.token.start
        if try isMapType() { return try readMap(&field, place) }
        if scanner.isWord("group") { return try readGroup(&field) }
        try readType(&field)
        field.nameStart = scanner.token.start
        field.name = try readName("a field's name")
        try readNumber(&field)
        if scanner.isSign("[") {
            let set = optionSet(field.options)
            field.options = set
            try readOptionList(into: set)
        }
        try expect(";")
        return field
    }

    private var isLabel: Bool { scanner.isWord("optional") || scanner.isWord("required") || scanner.isWord("repeated") }

    private mutating func readLabel(_ field: inout FieldElement, _ place: FieldPlace) throws(ContractFailure) {
        if scanner.isWord("optional") { field.label = .optional }
        if scanner.isWord("required") { field.label = .required }
        if scanner.isWord("repeated") { field.label = .repeated }
        guard field.label != .none else { return }
        guard place != .oneof else { throw scanner.failure("a field without label, as in each oneof") }
        try scanner.advance()
    }

    private mutating func readType(_ field: inout FieldElement) throws(ContractFailure) {
        if scanner.token.kind == .word, let kind = FieldKind(word: scanner.slice), try !scanner.isNextSign(".") {
            field.kind = kind
            try scanner.advance()
        } else {
            guard scanner.token.kind == .word || scanner.isSign(".") else { throw scanner.failure("a type") }
            field.typeName = try readDottedName(mayBeAbsolute: true)
        }
    }

    private mutating func readNumber(_ field: inout FieldElement) throws(ContractFailure) {
        try expect("=")
        field.numberStart = scanner.token.start
        field.number = try readInteger()
    }

    private func isMapType() throws(ContractFailure) -> Bool {
        guard scanner.isWord("map") else { return false }
        return try scanner.isNextSign("<")
    }

    private mutating func readMap(_ field: inout FieldElement, _ place: FieldPlace) throws(ContractFailure)
        -> FieldElement
    {
        guard field.label == .none, place == .message else {
            throw scanner.failure("a type, since a map has no label and stands in a message itself")
        }
        try scanner.advance()
        try expect("<")
        var key = FieldElement()
        key.start = scanner.token.start
        key.typeStart = key.start
        try readType(&key)
        guard key.kind.isMapKey else {
            throw failure(.type, "a map's key is a whole number, bool or string", at: key.start)
        }
        try expect(",")
        var value = FieldElement()
        value.start = scanner.token.start
        value.typeStart = value.start
        try readType(&value)
        try expect(">")
        field.isMap = true
        field.label = .repeated
        field.nameStart = scanner.token.start
        field.name = try readName("a field's name")
        try readNumber(&field)
        if scanner.isSign("[") {
            let set = optionSet(field.options)
            field.options = set
            try readOptionList(into: set)
        }
        try expect(";")
        try addEntry(&field, key, value)
        return field
    }

    /// Adds the message that a map is a list of.
    private mutating func addEntry(_ field: inout FieldElement, _ key: FieldElement, _ value: FieldElement)
        throws(ContractFailure)
    {
        try descend()
        var entry = MessageElement()
        entry.name = schema.names.intern(Self.entryName(schema.names.part(field.name)))
        entry.file = file
        entry.parent = message
        entry.start = field.start
        entry.nameStart = field.nameStart
        entry.isMapEntry = true
        let index = schema.messages.count
        entry.last = index + 1
        let first = schema.fields.count
        for (place, part) in [key, value].enumerated() {
            var part = part
            part.name = schema.names.intern(Array((place == 0 ? "key" : "value").utf8))
            part.number = place + 1
            part.label = .optional
            part.file = file
            part.parent = index
            part.start = field.start
            part.nameStart = field.nameStart
            part.numberStart = field.numberStart
            schema.fields.append(part)
        }
        entry.fields = first..<schema.fields.count
        schema.messages.append(entry)
        field.kind = .message
        field.type = index
        depth -= 1
    }

    /// `SomeFieldEntry` of `some_field`.
    static func entryName(_ name: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        CamelCase.write(name, beginsUpper: true, to: &result)
        return result + Array("Entry".utf8)
    }

    private mutating func readGroup(_ field: inout FieldElement) throws(ContractFailure) -> FieldElement {
        let start = scanner.token.start
        try scanner.advance()
        field.nameStart = scanner.token.start
        let name = try readName("a group's name")
        try readNumber(&field)
        if scanner.isSign("[") {
            let set = optionSet(field.options)
            field.options = set
            try readOptionList(into: set)
        }
        let bytes = Array(schema.names.part(name))
        guard let first = bytes.first, first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") else {
            throw failure(.name, "a group's name begins with a capital letter", at: field.nameStart)
        }
        let lower = bytes.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 + 32 : $0 }
        field.name = schema.names.intern(lower)
        field.kind = .group
        field.type = try readMessageBody(name, start: field.start, nameStart: field.nameStart, isGroup: true)
        guard schema.files[file].syntax == .proto2 else {
            throw failure(.type, "groups are part of proto2 only; in editions see 'message_encoding'", at: start)
        }
        return field
    }

    /// Reads `extend NAME { … }`.
    mutating func readExtend() throws(ContractFailure) {
        let start = scanner.token.start
        try scanner.advance()
        let nameStart = scanner.token.start
        let name = try readDottedName(mayBeAbsolute: true)
        try expect("{")
        var count = 0
        while !scanner.isSign("}") {
            var field = try readField(.extend)
            field.extendeeName = name
            field.extendeeStart = nameStart
            openExtensions.append(field)
            count += 1
        }
        guard count > 0 else { throw failure(.incomplete, "'extend' has at least one field", at: start) }
        try scanner.advance()
    }
}
