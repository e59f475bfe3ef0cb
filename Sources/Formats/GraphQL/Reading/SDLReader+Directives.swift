// Directives, the schema, and values.
extension SDLReader {
    mutating func readDirectiveDefinition(_ description: Extent, _ start: Int) throws(SDLFailure) {
        try lexer.advance()
        try take(.at, "'@' and the directive's name")
        let offset = UInt32(lexer.start)
        var directive = DirectiveDefinition(name: try takeName("the directive's name"), offset: offset)
        directive.description = description
        directive.arguments = try readArgumentDefinitions()
        if lexer.kind == .name, currentName == .repeatable {
            directive.isRepeatable = true
            try lexer.advance()
        }
        guard lexer.kind == .name, currentName == .on else { throw unexpected("'on' and where it may stand") }
        try lexer.advance()
        _ = try takes(.pipe)
        repeat {
            guard lexer.kind == .name, let location = Locations(named: lexer.source[lexer.start..<lexer.end]) else {
                throw unexpected("a location of directives, such as FIELD_DEFINITION")
            }
            directive.locations.insert(location)
            try lexer.advance()
        } while try takes(.pipe)
        directive.text = Extent(start, lexer.previousEnd)
        schema.directives.append(directive)
    }

    mutating func readSchema(_ description: Extent, isExtension: Bool) throws(SDLFailure) {
        var definition = SchemaDefinition()
        definition.offset = UInt32(lexer.start)
        definition.description = description
        try lexer.advance()
        definition.applied = try readApplied()
        if lexer.kind == .openBlock {
            try lexer.advance()
            repeat { try readRoot(&definition) } while lexer.kind != .closeBlock
            try lexer.advance()
        } else if !isExtension || definition.applied.isEmpty {
            throw unexpected("'{' and the operations")
        }
        schemaPieces.append((definition, isExtension))
    }

    private mutating func readRoot(_ definition: inout SchemaDefinition) throws(SDLFailure) {
        let operations: [Word] = [.query, .mutation, .subscription]
        guard lexer.kind == .name, let word = currentName.word, let index = operations.firstIndex(of: word) else {
            throw unexpected("query, mutation or subscription")
        }
        guard definition.roots[index] == nil else {
            throw SDLFailure(.duplicate, at: lexer.start, "the operation \(word) is named twice")
        }
        try lexer.advance()
        try take(.colon, "':' and the operation's type")
        let offset = UInt32(lexer.start)
        definition.roots[index] = NameReference(name: try takeName("a type"), offset: offset)
    }

    /// Directives that are applied here, in ``GraphQLSchema/applied``.
    mutating func readApplied() throws(SDLFailure) -> Extent {
        guard lexer.kind == .at else { return Extent() }
        let first = schema.applied.count
        while lexer.kind == .at {
            let offset = UInt32(lexer.start)
            try lexer.advance()
            var directive = AppliedDirective(name: try takeName("a directive's name"), offset: offset)
            directive.arguments = try readGivenArguments()
            schema.applied.append(directive)
        }
        return Extent(first, schema.applied.count)
    }

    private mutating func readGivenArguments() throws(SDLFailure) -> Extent {
        guard try takes(.open) else { return Extent() }
        let first = schema.given.count
        repeat {
            let offset = UInt32(lexer.start)
            let name = try takeName("an argument's name")
            guard !schema.given[first...].contains(where: { $0.name == name }) else {
                let spelling = schema.names.spelling(name)
                throw SDLFailure(.duplicate, at: Int(offset), "the argument '\(spelling)' is given twice")
            }
            try take(.colon, "':' and the argument's value")
            schema.given.append(GivenArgument(name: name, offset: offset, value: try readValue(depth: 0)))
        } while lexer.kind != .close
        try lexer.advance()
        return Extent(first, schema.given.count)
    }

    /// Reads a constant; returns its index in ``GraphQLSchema/values``.
    mutating func readValue(depth: Int) throws(SDLFailure) -> Int32 {
        guard depth < limits.depth else {
            let message = "lists and objects nest deeper than \(limits.depth) (limit depth)"
            throw SDLFailure(.limit, at: lexer.start, message)
        }
        let start = lexer.start
        switch lexer.kind {
        case .integer: return try takeScalar(.integer)
        case .float: return try takeScalar(.float)
        case .string: return try takeScalar(.string)
        case .name:
            let name = currentName
            switch name.word {
            case .true, .false: return try takeScalar(.boolean)
            case .null: return try takeScalar(.null)
            default: return try takeScalar(.enumeration, name)
            }
        case .openList:
            let index = open(.list)
            try lexer.advance()
            while lexer.kind != .closeList { _ = try readValue(depth: depth + 1) }
            try close(index)
            return index
        case .openBlock:
            let index = open(.object)
            try lexer.advance()
            while lexer.kind != .closeBlock { try readObjectField(depth: depth) }
            try checkFields(of: index, at: start)
            try close(index)
            return index
        case .dollar: throw SDLFailure(.syntax, at: start, "a schema has no variables; expected a constant")
        default: throw unexpected("a value")
        }
    }

    private mutating func readObjectField(depth: Int) throws(SDLFailure) {
        let start = lexer.start
        let name = try takeName("a field's name")
        let field = Int32(schema.values.count)
        schema.values.append(ValueCell(kind: .field, name: name, text: Extent(start, start), next: 0))
        try take(.colon, "':' and the field's value")
        _ = try readValue(depth: depth + 1)
        schema.values[Int(field)].next = Int32(schema.values.count)
    }

    private func checkFields(of index: Int32, at start: Int) throws(SDLFailure) {
        var seen: Set<NameID> = []
        var part = Int(index) + 1
        while part < schema.values.count {
            let cell = schema.values[part]
            guard seen.insert(cell.name).inserted else {
                let spelling = schema.names.spelling(cell.name)
                throw SDLFailure(.duplicate, at: Int(cell.text.start), "the field '\(spelling)' is given twice")
            }
            part = Int(cell.next)
        }
    }

    private mutating func takeScalar(_ kind: ValueCell.Kind, _ name: NameID = NameID(.null)) throws(SDLFailure) -> Int32
    {
        let index = Int32(schema.values.count)
        let text = Extent(lexer.start, lexer.end)
        schema.values.append(ValueCell(kind: kind, name: name, text: text, next: index + 1))
        try lexer.advance()
        return index
    }

    private mutating func open(_ kind: ValueCell.Kind) -> Int32 {
        let text = Extent(lexer.start, lexer.end)
        schema.values.append(ValueCell(kind: kind, name: NameID(.null), text: text, next: 0))
        return Int32(schema.values.count - 1)
    }

    private mutating func close(_ index: Int32) throws(SDLFailure) {
        schema.values[Int(index)].text.end = UInt32(lexer.end)
        schema.values[Int(index)].next = Int32(schema.values.count)
        try lexer.advance()
    }
}
