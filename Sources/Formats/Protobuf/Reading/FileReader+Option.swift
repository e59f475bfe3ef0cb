internal import Contracts

extension FileReader {
    /// The list that the options of an element go into, made where it has none yet.
    mutating func optionSet(_ options: Int) -> Int {
        guard options < 0 else { return options }
        schema.rawOptions.append([])
        schema.options.append([])
        return schema.options.count - 1
    }

    /// Reads `option NAME = VALUE;`.
    mutating func readOptionStatement(into set: Int) throws(ContractFailure) {
        let start = scanner.token.start
        try scanner.advance()
        try readOption(into: set, start: start)
        try expect(";")
    }

    /// Reads `[NAME = VALUE, …]`.
    mutating func readOptionList(into set: Int) throws(ContractFailure) {
        try expect("[")
        repeat { try readOption(into: set, start: scanner.token.start) } while try skip(",")
        try expect("]")
    }

    private mutating func readOption(into set: Int, start: Int) throws(ContractFailure) {
        var parts: [RawOption.Part] = []
        repeat { parts.append(try readNamePart()) } while try skip(".")
        try expect("=")
        let value = try readOptionValue()
        schema.rawOptions[set].append(RawOption(name: parts, value: value, start: start))
    }

    private mutating func readNamePart() throws(ContractFailure) -> RawOption.Part {
        let start = scanner.token.start
        guard try skip("(") else {
            return RawOption.Part(name: try readName("an option's name"), isExtension: false, start: start)
        }
        let name = try readDottedName(mayBeAbsolute: true)
        try expect(")")
        return RawOption.Part(name: name, isExtension: true, start: start)
    }

    private mutating func readOptionValue() throws(ContractFailure) -> RawValue {
        let start = scanner.token.start
        if scanner.isSign("{") {
            try scanner.advance()
            let fields = try readAggregate(until: "}", depth: 1)
            return RawValue(kind: .aggregate(fields), start: start)
        }
        return try readScalar(inAggregate: false)
    }

    private mutating func readScalar(inAggregate: Bool) throws(ContractFailure) -> RawValue {
        let start = scanner.token.start
        if scanner.token.kind == .string { return RawValue(kind: .string(try readString()), start: start) }
        let isNegative = try skip("-")
        switch scanner.token.kind {
        case .integer:
            let kind: RawValue.Kind =
                scanner.integer.map { .integer($0, isNegative: isNegative) }
                ?? .real(isNegative ? -scanner.real : scanner.real)
            try scanner.advance()
            return RawValue(kind: kind, start: start)
        case .real:
            let value = scanner.real
            try scanner.advance()
            return RawValue(kind: .real(isNegative ? -value : value), start: start)
        case .word:
            if isNegative { try checkNegativeWord(inAggregate) }
            return RawValue(kind: .identifier(try readName(), isNegative: isNegative), start: start)
        default: throw scanner.failure("a value")
        }
    }

    private func checkNegativeWord(_ inAggregate: Bool) throws(ContractFailure) {
        let text = String(decoding: scanner.slice, as: UTF8.self)
        let known = inAggregate ? ["inf", "infinity", "nan"] : ["inf", "nan"]
        guard known.contains(inAggregate ? text.lowercased() : text) else {
            throw scanner.failure("a number behind '-'")
        }
    }

    private mutating func readAggregate(until close: Unicode.Scalar, depth: Int) throws(ContractFailure) -> [RawField] {
        let most = ProtobufLimits.contract.valueNesting
        guard depth <= most else {
            throw failure(
                .limit,
                "values lie in each other at most \(most) deep (limit 'valueNesting')",
                at: scanner.token.start
            )
        }
        var fields: [RawField] = []
        while !scanner.isSign(close) {
            fields.append(try readAggregateField(depth))
            if scanner.isSign(",") || scanner.isSign(";") { try scanner.advance() }
        }
        try scanner.advance()
        return fields
    }

    private mutating func readAggregateField(_ depth: Int) throws(ContractFailure) -> RawField {
        let start = scanner.token.start
        var isExtension = false
        var isURL = false
        let name: Int
        if try skip("[") {
            isExtension = true
            let first = try readDottedName()
            if try skip("/") {
                isURL = true
                let second = try readDottedName()
                name = schema.names.intern(schema.names.utf8(first) + [UInt8(ascii: "/")] + schema.names.utf8(second))
            } else {
                name = first
            }
            try expect("]")
        } else {
            name = try readName("a field's name or '}'")
        }
        let hasColon = try skip(":")
        let value = try readAggregateValue(hasColon: hasColon, depth)
        return RawField(
            name: name,
            isExtension: isExtension,
            isURL: isURL,
            hasColon: hasColon,
            value: value,
            start: start
        )
    }

    private mutating func readAggregateValue(hasColon: Bool, _ depth: Int) throws(ContractFailure) -> RawValue {
        let start = scanner.token.start
        if try skip("{") {
            return RawValue(kind: .aggregate(try readAggregate(until: "}", depth: depth + 1)), start: start)
        }
        if try skip("<") {
            return RawValue(kind: .aggregate(try readAggregate(until: ">", depth: depth + 1)), start: start)
        }
        if try skip("[") {
            var values: [RawValue] = []
            if try skip("]") { return RawValue(kind: .list([]), start: start) }
            repeat {
                guard hasColon || scanner.isSign("{") || scanner.isSign("<") else { throw scanner.failure("'{'") }
                guard !scanner.isSign("[") else { throw scanner.failure("a value that is no list") }
                values.append(try readAggregateValue(hasColon: hasColon, depth + 1))
            } while try skip(",")
            try expect("]")
            return RawValue(kind: .list(values), start: start)
        }
        guard hasColon else { throw scanner.failure("':' or '{'") }
        return try readScalar(inAggregate: true)
    }
}
