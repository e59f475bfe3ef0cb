// Types and their parts.
extension SDLReader {
    mutating func readType(_ kind: TypeKind, _ description: Extent, _ start: Int, isExtension: Bool) throws(SDLFailure)
    {
        let offset = UInt32(lexer.start)
        var type = TypeDefinition(kind: kind, name: try takeName("the type's name"), offset: offset)
        type.description = description
        type.isExtension = isExtension
        if kind == .object || kind == .interface { type.interfaces = try readInterfaces() }
        type.applied = try readApplied()
        let first = schema.fields.count
        switch kind {
        case .scalar: break
        case .union: type.types = try readUnion()
        case .object, .interface: try readBlock { reader throws(SDLFailure) in try reader.readField() }
        case .input:
            try readBlock { reader throws(SDLFailure) in
                let field = try reader.readInputValue()
                reader.schema.fields.append(field)
            }
        case .enumeration: try readBlock { reader throws(SDLFailure) in try reader.readEnumValue() }
        }
        type.members = Extent(first, schema.fields.count)
        type.text = Extent(start, lexer.previousEnd)
        let isEmpty = type.interfaces.isEmpty && type.applied.isEmpty && type.members.isEmpty && type.types.isEmpty
        guard !isExtension || !isEmpty else { throw unexpected("what the extension adds") }
        pieces.append(type)
    }

    private mutating func readBlock(_ read: (inout SDLReader) throws(SDLFailure) -> Void) throws(SDLFailure) {
        guard try takes(.openBlock) else { return }
        repeat { try read(&self) } while lexer.kind != .closeBlock
        try lexer.advance()
    }

    private mutating func readField() throws(SDLFailure) {
        let description = try readDescription()
        let offset = UInt32(lexer.start)
        let name = try takeName("a field's name")
        let arguments = try readArgumentDefinitions()
        try take(.colon, "':' and the field's type")
        var field = Member(name: name, offset: offset, description: description, type: try readTypeReference())
        field.arguments = arguments
        if lexer.kind == .at { field.applied = try readApplied() }
        schema.fields.append(field)
    }

    private mutating func readEnumValue() throws(SDLFailure) {
        let description = try readDescription()
        let offset = UInt32(lexer.start)
        guard lexer.kind == .name else { throw unexpected("a value's name") }
        let name = currentName
        guard name != .true, name != .false, name != .null else {
            throw SDLFailure(.syntax, at: lexer.start, "\(lexer.shown) cannot be a value of an enum")
        }
        try lexer.advance()
        let type = TypeReference(name: name, offset: offset, wrappers: 0)
        var value = Member(name: name, offset: offset, description: description, type: type)
        if lexer.kind == .at { value.applied = try readApplied() }
        schema.fields.append(value)
    }

    /// Arguments of a field or directive, in ``GraphQLSchema/arguments``.
    mutating func readArgumentDefinitions() throws(SDLFailure) -> Extent {
        guard try takes(.open) else { return Extent() }
        let first = schema.arguments.count
        repeat { schema.arguments.append(try readInputValue()) } while lexer.kind != .close
        try lexer.advance()
        return Extent(first, schema.arguments.count)
    }

    private mutating func readInputValue() throws(SDLFailure) -> Member {
        let description = try readDescription()
        let offset = UInt32(lexer.start)
        let name = try takeName("a name")
        try take(.colon, "':' and the type")
        var value = Member(name: name, offset: offset, description: description, type: try readTypeReference())
        if try takes(.equals) { value.value = try readValue(depth: 0) }
        if lexer.kind == .at { value.applied = try readApplied() }
        return value
    }

    mutating func readTypeReference() throws(SDLFailure) -> TypeReference {
        let offset = UInt32(lexer.start)
        var lists = 0
        while try takes(.openList) { lists += 1 }
        let name = try takeName("a type")
        var wrappers: UInt64 = try takes(.bang) ? TypeReference.nonNull : 0
        guard lists * 2 < TypeReference.mostWrappers else {
            let most = TypeReference.mostWrappers / 2
            throw SDLFailure(
                .limit,
                at: Int(offset),
                "\(lists) lists are in each other, more than \(most) (limit lists)"
            )
        }
        for _ in 0..<lists {
            try take(.closeList, "']'")
            wrappers = wrappers << 2 | TypeReference.list
            if try takes(.bang) { wrappers = wrappers << 2 | TypeReference.nonNull }
        }
        return TypeReference(name: name, offset: offset, wrappers: wrappers)
    }

    /// Interfaces behind `implements`: with `&` between them and, if one likes, in front, or as before 2018 without.
    private mutating func readInterfaces() throws(SDLFailure) -> Extent {
        guard lexer.kind == .name, currentName == .implements else { return Extent() }
        try lexer.advance()
        let first = schema.references.count
        var continues = true
        _ = try takes(.ampersand)
        while continues {
            let offset = UInt32(lexer.start)
            schema.references.append(NameReference(name: try takeName("an interface"), offset: offset))
            continues = try takes(.ampersand)
            if !continues { continues = try continuesInterfaces() }
        }
        return Extent(first, schema.references.count)
    }

    /// Whether a name without `&` in front is a further interface and not the next definition.
    private mutating func continuesInterfaces() throws(SDLFailure) -> Bool {
        guard lexer.kind == .name else { return false }
        var ahead = lexer
        switch currentName.word {
        case .type, .interface, .union, .enum, .input, .scalar, .extend:
            try ahead.advance()
            return ahead.kind != .name
        case .schema:
            try ahead.advance()
            return ahead.kind != .openBlock && ahead.kind != .at
        case .directive:
            try ahead.advance()
            return ahead.kind != .at
        default: return true
        }
    }

    private mutating func readUnion() throws(SDLFailure) -> Extent {
        guard try takes(.equals) else { return Extent() }
        let first = schema.references.count
        _ = try takes(.pipe)
        repeat {
            let offset = UInt32(lexer.start)
            schema.references.append(NameReference(name: try takeName("a type"), offset: offset))
        } while try takes(.pipe)
        return Extent(first, schema.references.count)
    }
}
