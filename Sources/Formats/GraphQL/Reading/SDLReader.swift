internal import Syntax

/// Reads SDL into the pieces of a schema, which ``SchemaAssembly`` puts together.
///
/// - SeeAlso: GraphQL, October 2021, section 3; the pre-2018 lists of interfaces without `&` are read too.
struct SDLReader {
    var lexer: Lexer
    var schema: GraphQLSchema
    /// Definitions and extensions of types, in the order of the text.
    var pieces: [TypeDefinition] = []
    /// Definitions and extensions of the schema.
    var schemaPieces: [(definition: SchemaDefinition, isExtension: Bool)] = []
    let limits: SDLLimits

    init(_ text: JoinedText, limits: SDLLimits) {
        lexer = Lexer(text.bytes)
        schema = GraphQLSchema(text, names: .ofWords)
        self.limits = limits
    }

    /// Reads all of the text.
    mutating func read() throws(SDLFailure) -> GraphQLSchema {
        try checkText()
        try lexer.advance()
        guard lexer.kind != .end else { throw SDLFailure(.empty, at: 0, "the text defines nothing") }
        while lexer.kind != .end { try readDefinition() }
        var assembly = SchemaAssembly(schema, pieces, schemaPieces)
        return try assembly.assembled()
    }

    /// Whether the text begins with a definition.
    mutating func beginsWithDefinition() -> Bool {
        do throws(SDLFailure) {
            try lexer.advance()
            try readDefinition()
            return true
        } catch { return false }
    }

    private func checkText() throws(SDLFailure) {
        let source = lexer.source
        guard source.count <= limits.bytes else {
            throw SDLFailure(
                .limit,
                at: 0,
                "the text has \(source.count) bytes, more than \(limits.bytes) (limit bytes)"
            )
        }
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: source.span)
        } catch {
            throw SDLFailure(.encoding, at: error.byteOffsets.lowerBound, "the text is not UTF-8")
        }
    }

    private mutating func readDefinition() throws(SDLFailure) {
        let start = lexer.start
        let description = try readDescription()
        guard lexer.kind == .name else { throw unexpected("a definition") }
        let word = currentName
        if word == .extend, description.isEmpty {
            try lexer.advance()
            guard lexer.kind == .name else { throw unexpected("what is extended") }
            return try readDefinition(currentName, description, start, isExtension: true)
        }
        try readDefinition(word, description, start, isExtension: false)
    }

    private mutating func readDefinition(_ word: NameID, _ description: Extent, _ start: Int, isExtension: Bool)
        throws(SDLFailure)
    {
        let kind: TypeKind
        switch word.word {
        case .type: kind = .object
        case .interface: kind = .interface
        case .union: kind = .union
        case .enum: kind = .enumeration
        case .input: kind = .input
        case .scalar: kind = .scalar
        case .schema: return try readSchema(description, isExtension: isExtension)
        case .directive where !isExtension: return try readDirectiveDefinition(description, start)
        case .query, .mutation, .subscription, .fragment:
            throw SDLFailure(.executable, at: lexer.start, "\(lexer.shown) begins a request, and this is a schema")
        default: throw unexpected("a definition")
        }
        try lexer.advance()
        try readType(kind, description, start, isExtension: isExtension)
    }
}

// Tokens.
extension SDLReader {
    /// The name that is looked at.
    var currentName: NameID {
        mutating get { schema.names.number(of: lexer.source, lexer.start, lexer.end, hash: lexer.hash) }
    }

    /// Takes a name.
    mutating func takeName(_ what: String) throws(SDLFailure) -> NameID {
        guard lexer.kind == .name else { throw unexpected(what) }
        let name = currentName
        try lexer.advance()
        return name
    }

    /// Takes a token that must be there.
    mutating func take(_ token: Token, _ what: String) throws(SDLFailure) {
        guard lexer.kind == token else { throw unexpected(what) }
        try lexer.advance()
    }

    /// Takes a token that may be there.
    mutating func takes(_ token: Token) throws(SDLFailure) -> Bool {
        guard lexer.kind == token else { return false }
        try lexer.advance()
        return true
    }

    /// The description's token; empty where there is none.
    mutating func readDescription() throws(SDLFailure) -> Extent {
        guard lexer.kind == .string else { return Extent() }
        let token = Extent(lexer.start, lexer.end)
        try lexer.advance()
        return token
    }

    func unexpected(_ expected: String) -> SDLFailure {
        SDLFailure(.syntax, at: lexer.start, "expected \(expected), found \(lexer.shown)")
    }
}
