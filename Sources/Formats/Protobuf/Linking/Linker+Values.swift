internal import Contracts

extension Linker {
    /// A written value as one of a field's type.
    ///
    /// In braces (`inAggregate`) the text format's wider rules hold. `scope` is the full name of the element that the
    /// option belongs to.
    mutating func convert(_ value: RawValue, for index: Int, _ file: Int, inAggregate: Bool, scope: Int)
        throws(ContractFailure) -> OptionValue
    {
        let field = schema.fields[index]
        func mismatch(_ expected: String) -> ContractFailure {
            let message = "expected \(expected) as '\(text(field.name))', found \(describe(value))"
            return failure(.option, message, at: value.start, file: file)
        }
        switch (field.kind, value.kind) {
        case (_, .list): throw mismatch("one value")
        case (.bool, .identifier(let name, false)):
            guard let flag = Self.flag(text(name), inAggregate) else { throw mismatch("true or false") }
            return .bool(flag)
        case (.bool, .integer(let number, false)) where inAggregate && number <= 1: return .bool(number == 1)
        case (.string, .string(let bytes)), (.bytes, .string(let bytes)): return .bytes(bytes)
        case (.enumeration, _):
            guard let number = enumNumber(value, field, inAggregate) else {
                throw mismatch("a value of the enum '\(text(schema.enums[field.type].fullName))'")
            }
            return .signed(Int64(number))
        case (.float, _), (.double, _):
            guard let real = real(value, inAggregate) else { throw mismatch("a number") }
            return .real(field.kind == .float ? Double(Float(real)) : real)
        case (.message, .aggregate(let fields)), (.group, .aggregate(let fields)):
            return .message(try convert(fields, of: field.type, file, scope: scope))
        case (.message, _), (.group, _): throw mismatch("a message in braces")
        case (let kind, .integer(let magnitude, let isNegative)) where kind.isInteger:
            guard let number = Self.whole(magnitude, isNegative, kind) else { throw mismatch("a number of its range") }
            return number
        default: throw mismatch(field.kind.isInteger ? "a whole number" : "a \(field.kind.word)")
        }
    }

    private func describe(_ value: RawValue) -> String {
        switch value.kind {
        case .identifier(let name, let isNegative): "'\(isNegative ? "-" : "")\(text(name))'"
        case .integer(let number, let isNegative): "\(isNegative ? "-" : "")\(number)"
        case .real(let number): "\(number)"
        case .string: "a string"
        case .aggregate: "a message"
        case .list: "a list"
        }
    }

    private static func flag(_ word: String, _ inAggregate: Bool) -> Bool? {
        switch word {
        case "true": true
        case "false": false
        case "True", "t": inAggregate ? true : nil
        case "False", "f": inAggregate ? false : nil
        default: nil
        }
    }

    private static func whole(_ magnitude: UInt64, _ isNegative: Bool, _ kind: FieldKind) -> OptionValue? {
        if kind.isUnsigned {
            guard !isNegative || magnitude == 0, kind.isWide || magnitude <= UInt64(UInt32.max) else { return nil }
            return .unsigned(magnitude)
        }
        let most = kind.isWide ? UInt64(Int64.max) : UInt64(Int32.max)
        guard magnitude <= most + (isNegative ? 1 : 0) else { return nil }
        return .signed(isNegative ? Int64(truncatingIfNeeded: 0 &- magnitude) : Int64(magnitude))
    }

    private func real(_ value: RawValue, _ inAggregate: Bool) -> Double? {
        switch value.kind {
        case .integer(let number, let isNegative): return isNegative ? -Double(number) : Double(number)
        case .real(let number): return number
        case .identifier(let name, let isNegative):
            let word = inAggregate ? text(name).lowercased() : text(name)
            guard word == "inf" || word == "nan" || (inAggregate && word == "infinity") else { return nil }
            let number = word == "nan" ? Double.nan : Double.infinity
            return isNegative ? -number : number
        default: return nil
        }
    }

    private func enumNumber(_ value: RawValue, _ field: FieldElement, _ inAggregate: Bool) -> Int? {
        let values = schema.enums[field.type].values
        switch value.kind {
        case .identifier(let name, false):
            return values.first { schema.values[$0].name == name }.map { schema.values[$0].number }
        case .integer(let magnitude, let isNegative) where inAggregate:
            guard magnitude <= UInt64(Int32.max) + (isNegative ? 1 : 0) else { return nil }
            let number = isNegative ? -Int(magnitude) : Int(magnitude)
            let isKnown = values.contains { schema.values[$0].number == number }
            return isKnown || !schema.enums[field.type].features.isClosed ? number : nil
        default: return nil
        }
    }

    /// The fields of an aggregate, in its order.
    private mutating func convert(_ fields: [RawField], of message: Int, _ file: Int, scope: Int)
        throws(ContractFailure) -> [OptionEntry]
    {
        if fields.contains(where: \.isURL) { return try convertAny(fields, of: message, file, scope: scope) }
        var entries: [OptionEntry] = []
        for raw in fields {
            let index = try aggregateField(raw, of: message, scope, file)
            let field = schema.fields[index]
            guard field.isRepeated || !entries.contains(where: { $0.field == index }) else {
                throw failure(.option, "'\(text(raw.name))' is set already", at: raw.start, file: file)
            }
            try checkOneof(field, entries, at: raw.start, file)
            guard raw.hasColon || field.kind.isMessage else {
                throw failure(
                    .syntax,
                    "expected ':' before a value that is no message",
                    at: raw.value.start,
                    file: file
                )
            }
            var values = [raw.value]
            if field.isRepeated, case .list(let list) = raw.value.kind { values = list }
            for value in values {
                let read = try convert(value, for: index, file, inAggregate: true, scope: scope)
                entries.append(OptionEntry(field: index, value: read, start: raw.start))
            }
        }
        return entries
    }

    private mutating func aggregateField(_ raw: RawField, of message: Int, _ scope: Int, _ file: Int)
        throws(ContractFailure) -> Int
    {
        if raw.isExtension {
            return try field(raw.name, true, of: message, scope, at: raw.start, file)
        }
        // A group goes by the name of its message too.
        for index in schema.messages[message].fields where isGroupLike(index, named: raw.name) { return index }
        return try field(raw.name, false, of: message, scope, at: raw.start, file)
    }

    private func isGroupLike(_ index: Int, named name: Int) -> Bool {
        let field = schema.fields[index]
        guard field.kind.isMessage, !field.isMap, field.type >= 0 else { return false }
        let message = schema.messages[field.type]
        guard message.name == name else { return false }
        if field.kind == .group { return true }
        let isDelimited = field.features.messageEncoding == 2
        return isDelimited && message.parent == field.parent && message.file == field.file
            && text(message.name).lowercased() == text(field.name)
    }

    /// `{ [type.googleapis.com/NAME] { … } }`.
    private mutating func convertAny(_ fields: [RawField], of message: Int, _ file: Int, scope: Int)
        throws(ContractFailure) -> [OptionEntry]
    {
        let raw = fields.first { $0.isURL } ?? fields[0]
        guard schema.wellKnown.anyMessage == message, fields.count == 1 else {
            let message = "a type's URL stands alone, in a 'google.protobuf.Any'"
            throw failure(.option, message, at: raw.start, file: file)
        }
        let parts = text(raw.name).split(separator: "/", maxSplits: 1)
        let name = schema.names.intern(Array((parts.last ?? "").utf8))
        guard parts.first == "type.googleapis.com" || parts.first == "type.googleprod.com",
            let symbol = visibleSymbol(name), symbol.kind == .message
        else {
            throw failure(
                .option,
                "expected the URL of a message, found '\(text(raw.name))'",
                at: raw.start,
                file: file
            )
        }
        guard case .aggregate(let inner) = raw.value.kind else {
            throw failure(.option, "expected a message in braces", at: raw.value.start, file: file)
        }
        let entries = try convert(inner, of: symbol.index, file, scope: scope)
        let members = schema.messages[message].fields
        return [
            OptionEntry(field: members.lowerBound, value: .bytes(Array(text(raw.name).utf8)), start: raw.start),
            OptionEntry(
                field: members.lowerBound + 1,
                value: .bytes(OptionWriter(ProtobufSchema(schema)).bytes(of: entries)),
                start: raw.start
            ),
        ]
    }
}
