internal import Contracts

extension FileReader {
    /// Reads `enum NAME { … }`.
    mutating func readEnum() throws(ContractFailure) {
        var element = EnumElement()
        element.start = scanner.token.start
        element.file = file
        element.parent = message
        try scanner.advance()
        element.nameStart = scanner.token.start
        element.name = try readName("an enum's name")
        let index = schema.enums.count
        schema.enums.append(element)
        var ranges: [NumberRange] = []
        var names: [ReservedName] = []
        let first = schema.values.count
        try expect("{")
        while !scanner.isSign("}") {
            if try skip(";") { continue }
            if scanner.isWord("option") {
                let set = optionSet(schema.enums[index].options)
                schema.enums[index].options = set
                try readOptionStatement(into: set)
            } else if scanner.isWord("reserved") {
                try readReserved(&ranges, &names, least: -2_147_483_648, most: 2_147_483_647)
            } else {
                try readValue(of: index)
            }
        }
        guard schema.values.count > first else {
            throw failure(.incomplete, "an enum has at least one value", at: element.start)
        }
        try scanner.advance()
        schema.enums[index].values = first..<schema.values.count
        schema.enums[index].reservedRanges = add(ranges)
        let firstName = schema.reserved.count
        schema.reserved += names
        schema.enums[index].reservedNames = firstName..<schema.reserved.count
    }

    private mutating func readValue(of index: Int) throws(ContractFailure) {
        var value = EnumValueElement()
        value.start = scanner.token.start
        value.parent = index
        value.name = try readName("a value's name")
        try expect("=")
        value.numberStart = scanner.token.start
        value.number = try readInteger(mayBeNegative: true)
        guard value.number >= -2_147_483_648, value.number <= 2_147_483_647 else {
            throw failure(.number, "an enum's numbers have 32 bits", at: value.numberStart)
        }
        if scanner.isSign("[") {
            let set = optionSet(value.options)
            value.options = set
            try readOptionList(into: set)
        }
        try expect(";")
        schema.values.append(value)
    }

    /// Reads `service NAME { … }`.
    mutating func readService() throws(ContractFailure) {
        var service = ServiceElement()
        service.start = scanner.token.start
        service.file = file
        try scanner.advance()
        service.nameStart = scanner.token.start
        service.name = try readName("a service's name")
        let index = schema.services.count
        let first = schema.methods.count
        schema.services.append(service)
        try expect("{")
        while !scanner.isSign("}") {
            if try skip(";") { continue }
            if scanner.isWord("option") {
                let set = optionSet(schema.services[index].options)
                schema.services[index].options = set
                try readOptionStatement(into: set)
            } else if scanner.isWord("rpc") {
                try readMethod(of: index)
            } else {
                throw scanner.failure("'rpc', 'option' or '}'")
            }
        }
        try scanner.advance()
        schema.services[index].methods = first..<schema.methods.count
    }

    private mutating func readMethod(of service: Int) throws(ContractFailure) {
        var method = MethodElement()
        method.start = scanner.token.start
        method.parent = service
        try scanner.advance()
        method.nameStart = scanner.token.start
        method.name = try readName("a method's name")
        (method.inputName, method.inputStart, method.streamsInput) = try readMessageType()
        guard scanner.isWord("returns") else { throw scanner.failure("'returns'") }
        try scanner.advance()
        (method.outputName, method.outputStart, method.streamsOutput) = try readMessageType()
        if try skip("{") {
            while !scanner.isSign("}") {
                if try skip(";") { continue }
                guard scanner.isWord("option") else { throw scanner.failure("'option' or '}'") }
                let set = optionSet(method.options)
                method.options = set
                try readOptionStatement(into: set)
            }
            try scanner.advance()
        } else {
            try expect(";")
        }
        schema.methods.append(method)
    }

    private mutating func readMessageType() throws(ContractFailure) -> (name: Int, start: Int, isStream: Bool) {
        try expect("(")
        var isStream = false
        if scanner.isWord("stream") {
            let next = try scanner.peek()
            let isDot = next.kind == .sign && scanner.bytes[next.start] == UInt8(ascii: ".")
            isStream = next.kind == .word || (isDot && next.start > scanner.token.end)
            if isStream { try scanner.advance() }
        }
        let start = scanner.token.start
        let name = try readDottedName(mayBeAbsolute: true)
        try expect(")")
        return (name, start, isStream)
    }
}
