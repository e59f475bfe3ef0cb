internal import Contracts

extension FileReader {
    /// Reads `message NAME { … }`.
    mutating func readMessage() throws(ContractFailure) {
        let start = scanner.token.start
        try scanner.advance()
        let nameStart = scanner.token.start
        let name = try readName("a message's name")
        try readMessageBody(name, start: start, nameStart: nameStart, isGroup: false)
    }

    /// Reads the braces of a message and what is in them.
    ///
    /// - Returns: The index of the message.
    @discardableResult
    mutating func readMessageBody(_ name: Int, start: Int, nameStart: Int, isGroup: Bool) throws(ContractFailure) -> Int
    {
        try descend()
        let index = addMessage(name, start: start, nameStart: nameStart)
        schema.messages[index].isGroup = isGroup
        let outer = (message, openFields.count, openOneofs.count)
        message = index
        var body = MessageBody()
        try expect("{")
        while !scanner.isSign("}") {
            guard scanner.token.kind != .end else { throw scanner.failure("'}'") }
            try readMessageElement(&body)
        }
        try scanner.advance()
        close(index, body, outer.1, outer.2)
        message = outer.0
        depth -= 1
        return index
    }

    private mutating func addMessage(_ name: Int, start: Int, nameStart: Int) -> Int {
        var element = MessageElement()
        element.name = name
        element.file = file
        element.parent = message
        element.start = start
        element.nameStart = nameStart
        schema.messages.append(element)
        return schema.messages.count - 1
    }

    /// Puts what was collected into the arrays, one message's after the other.
    private mutating func close(_ index: Int, _ body: MessageBody, _ firstField: Int, _ firstOneof: Int) {
        let oneofs = schema.oneofs.count
        schema.oneofs += openOneofs[firstOneof...]
        openOneofs.removeSubrange(firstOneof...)
        let fields = schema.fields.count
        for place in firstField..<openFields.count {
            var field = openFields[place]
            if field.oneof >= 0 { field.oneof += oneofs }
            schema.fields.append(field)
        }
        openFields.removeSubrange(firstField...)
        schema.messages[index].fields = fields..<schema.fields.count
        schema.messages[index].oneofs = oneofs..<schema.oneofs.count
        schema.messages[index].extensionRanges = add(body.extensions)
        schema.messages[index].reservedRanges = add(body.reserved)
        let names = schema.reserved.count
        schema.reserved += body.names
        schema.messages[index].reservedNames = names..<schema.reserved.count
        schema.messages[index].last = schema.messages.count
    }

    /// Adds ranges and says where they lie.
    mutating func add(_ ranges: [NumberRange]) -> Span {
        let first = schema.ranges.count
        schema.ranges += ranges
        return first..<schema.ranges.count
    }

    private mutating func readMessageElement(_ body: inout MessageBody) throws(ContractFailure) {
        if scanner.isSign(";") { return try scanner.advance() }
        if scanner.isWord("message") { return try readMessage() }
        if scanner.isWord("enum") { return try readEnum() }
        if scanner.isWord("extend") { return try readExtend() }
        if scanner.isWord("extensions") { return try readExtensionRanges(&body.extensions) }
        if scanner.isWord("reserved") { return try readReserved(&body.reserved, &body.names, most: 536_870_911) }
        if scanner.isWord("oneof") { return try readOneof() }
        if scanner.isWord("option") {
            let set = optionSet(schema.messages[message].options)
            schema.messages[message].options = set
            return try readOptionStatement(into: set)
        }
        let field = try readField(.message)
        openFields.append(field)
    }

    private mutating func readOneof() throws(ContractFailure) {
        var oneof = OneofElement()
        oneof.start = scanner.token.start
        oneof.parent = message
        try scanner.advance()
        oneof.nameStart = scanner.token.start
        oneof.name = try readName("a oneof's name")
        let first = openOneofs.count
        openOneofs.append(oneof)
        let index = localOneof(first)
        try expect("{")
        while !scanner.isSign("}") {
            if scanner.isWord("option") {
                let set = optionSet(openOneofs[first].options)
                openOneofs[first].options = set
                try readOptionStatement(into: set)
                continue
            }
            var field = try readField(.oneof)
            field.oneof = index
            openOneofs[first].count += 1
            openFields.append(field)
        }
        try scanner.advance()
    }

    /// The number of an open oneof within its message.
    private func localOneof(_ place: Int) -> Int {
        var local = 0
        var index = place
        while index > 0, openOneofs[index - 1].parent == message {
            index -= 1
            local += 1
        }
        return local
    }
}

/// What a message collects before it ends.
struct MessageBody {
    var extensions: [NumberRange] = []
    var reserved: [NumberRange] = []
    var names: [ReservedName] = []
}
