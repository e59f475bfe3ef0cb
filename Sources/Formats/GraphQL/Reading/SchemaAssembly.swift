/// Puts the definitions and extensions of a text together, and checks that names are defined once and used rightly.
struct SchemaAssembly {
    private var schema: GraphQLSchema
    private let pieces: [TypeDefinition]
    private let schemaPieces: [(definition: SchemaDefinition, isExtension: Bool)]
    /// Number of the list in which a name was last seen.
    private var seen: [UInt32]
    private var list: UInt32 = 0

    init(
        _ schema: GraphQLSchema,
        _ pieces: [TypeDefinition],
        _ schemaPieces: [(definition: SchemaDefinition, isExtension: Bool)]
    ) {
        (self.schema, self.pieces, self.schemaPieces) = (schema, pieces, schemaPieces)
        seen = [UInt32](repeating: 0, count: schema.names.count)
    }

    /// The whole schema.
    mutating func assembled() throws(SDLFailure) -> GraphQLSchema {
        schema.typeIndices = [Int32](repeating: -1, count: schema.names.count)
        schema.directiveIndices = schema.typeIndices
        try joinTypes()
        try joinSchema()
        try enterDirectives()
        for type in schema.types { try check(type) }
        for directive in schema.directives { try checkArguments(directive.arguments, of: "@", directive.name) }
        return schema
    }

    private mutating func joinTypes() throws(SDLFailure) {
        var further: [Int32: [TypeDefinition]] = [:]
        for piece in pieces {
            let known = schema.typeIndices[Int(piece.name.index)]
            guard known >= 0 else {
                schema.typeIndices[Int(piece.name.index)] = Int32(schema.types.count)
                schema.types.append(piece)
                continue
            }
            further[known, default: []].append(piece)
        }
        for (index, extensions) in further.sorted(by: { $0.key < $1.key }) {
            schema.types[Int(index)] = try joined([schema.types[Int(index)]] + extensions)
        }
    }

    /// A type of several pieces, of which at most one is no extension.
    private mutating func joined(_ pieces: [TypeDefinition]) throws(SDLFailure) -> TypeDefinition {
        let definitions = pieces.filter { !$0.isExtension }
        let first = definitions.first ?? pieces[0]
        let spelling = schema.names.spelling(first.name)
        if definitions.count > 1 {
            throw SDLFailure(.duplicate, at: Int(definitions[1].offset), "the type '\(spelling)' is defined twice")
        }
        if let other = pieces.first(where: { $0.kind != first.kind }) {
            let message = "'\(spelling)' is \(first.kind.phrase) and cannot be extended as \(other.kind.phrase)"
            throw SDLFailure(.typeKind, at: Int(other.offset), message)
        }
        var type = first
        let ordered = [first] + pieces.filter { $0.offset != first.offset }
        type.members = Self.joined(ordered.map(\.members), &schema.fields)
        type.interfaces = Self.joined(ordered.map(\.interfaces), &schema.references)
        type.types = Self.joined(ordered.map(\.types), &schema.references)
        type.applied = Self.joined(ordered.map(\.applied), &schema.applied)
        type.text = Extent()
        return type
    }

    private static func joined<Element>(_ extents: [Extent], _ elements: inout [Element]) -> Extent {
        let filled = extents.filter { !$0.isEmpty }
        guard filled.count > 1 else { return filled.first ?? Extent() }
        let start = elements.count
        for extent in filled { elements += Array(elements[extent.range]) }
        return Extent(start, elements.count)
    }

    private mutating func joinSchema() throws(SDLFailure) {
        let definitions = schemaPieces.filter { !$0.isExtension }
        if definitions.count > 1 {
            throw SDLFailure(.duplicate, at: Int(definitions[1].definition.offset ?? 0), "the schema is defined twice")
        }
        let ordered = (definitions + schemaPieces.filter(\.isExtension)).map(\.definition)
        for piece in ordered {
            for (index, root) in piece.roots.enumerated() {
                guard let root else { continue }
                guard schema.schema.roots[index] == nil else {
                    throw SDLFailure(.duplicate, at: Int(root.offset), "an operation is named twice")
                }
                guard schema.kind(root.name) != nil else { throw unknown(root.name, root.offset) }
                schema.schema.roots[index] = root
            }
        }
        schema.schema.applied = Self.joined(ordered.map(\.applied), &schema.applied)
        schema.schema.offset = ordered.first?.offset
        schema.schema.description = ordered.first?.description ?? Extent()
        if definitions.isEmpty { addDefaultRoots() }
    }

    /// Without a definition of the schema, types of certain names are the operations'.
    private mutating func addDefaultRoots() {
        for (index, word) in [Word.queryType, .mutationType, .subscriptionType].enumerated()
        where schema.schema.roots[index] == nil {
            guard let type = schema.type(NameID(word)), type.kind == .object else { continue }
            schema.schema.roots[index] = NameReference(name: type.name, offset: type.offset)
        }
    }

    private mutating func enterDirectives() throws(SDLFailure) {
        for (index, directive) in schema.directives.enumerated() {
            guard schema.directiveIndices[Int(directive.name.index)] < 0 else {
                let spelling = schema.names.spelling(directive.name)
                throw SDLFailure(.duplicate, at: Int(directive.offset), "the directive '@\(spelling)' is defined twice")
            }
            schema.directiveIndices[Int(directive.name.index)] = Int32(index)
        }
    }
}

// Names that are used.
extension SchemaAssembly {
    private mutating func check(_ type: TypeDefinition) throws(SDLFailure) {
        try checkOnce(type.members, in: \.fields, "member", of: type.name)
        try checkReferences(type.interfaces, [.interface], "an interface", of: type.name)
        try checkReferences(type.types, [.object], "an object type", of: type.name)
        guard type.kind != .enumeration else { return }
        for index in type.members.range {
            let field = schema.fields[index]
            guard let kind = schema.kind(field.type.name) else { throw unknown(field.type.name, field.type.offset) }
            guard type.kind == .input ? kind.isInput : kind.isOutput else {
                throw misplaced(field.type, kind, type.kind == .input ? "an input field" : "a field")
            }
            if !field.arguments.isEmpty { try checkArguments(field.arguments, of: "", field.name) }
        }
    }

    private mutating func checkArguments(_ arguments: Extent, of prefix: String, _ owner: NameID) throws(SDLFailure) {
        try checkOnce(arguments, in: \.arguments, "argument", of: owner)
        for index in arguments.range {
            let type = schema.arguments[index].type
            guard let kind = schema.kind(type.name) else { throw unknown(type.name, type.offset) }
            guard kind.isInput else { throw misplaced(type, kind, "an argument") }
        }
    }

    private mutating func checkOnce(
        _ members: Extent,
        in path: KeyPath<GraphQLSchema, [Member]>,
        _ what: String,
        of owner: NameID
    ) throws(SDLFailure) {
        list += 1
        for index in members.range {
            let member = path == \.fields ? schema.fields[index] : schema.arguments[index]
            guard seen[Int(member.name.index)] != list else {
                throw twice(member.name, member.offset, what, of: owner)
            }
            seen[Int(member.name.index)] = list
        }
    }

    private mutating func checkReferences(_ extent: Extent, _ kinds: [TypeKind], _ phrase: String, of owner: NameID)
        throws(SDLFailure)
    {
        list += 1
        for index in extent.range {
            let reference = schema.references[index]
            guard let kind = schema.kind(reference.name) else { throw unknown(reference.name, reference.offset) }
            guard kinds.contains(kind) else {
                let spelling = schema.names.spelling(reference.name)
                let message = "'\(spelling)' is \(kind.phrase), and only \(phrase) may stand here"
                throw SDLFailure(.typeKind, at: Int(reference.offset), message)
            }
            guard seen[Int(reference.name.index)] != list else {
                throw twice(reference.name, reference.offset, "type", of: owner)
            }
            seen[Int(reference.name.index)] = list
        }
    }

    private func twice(_ name: NameID, _ offset: UInt32, _ what: String, of owner: NameID) -> SDLFailure {
        let (name, owner) = (schema.names.spelling(name), schema.names.spelling(owner))
        return SDLFailure(.duplicate, at: Int(offset), "'\(owner)' has the \(what) '\(name)' twice")
    }

    private func unknown(_ name: NameID, _ offset: UInt32) -> SDLFailure {
        let message = "nothing defines the type '\(schema.names.spelling(name))'; define it or correct the name"
        return SDLFailure(.unknownType, at: Int(offset), message)
    }

    private func misplaced(_ type: TypeReference, _ kind: TypeKind, _ where: String) -> SDLFailure {
        let spelling = schema.names.spelling(type.name)
        return SDLFailure(
            .typeKind,
            at: Int(type.offset),
            "'\(spelling)' is \(kind.phrase), which cannot be the type of \(`where`)"
        )
    }
}
