/// Writes a schema in its normalised form: everything by name, each type in one piece, one way to write each value.
///
/// The order of definitions and of their parts, white space, commas, comments, extensions and the kind of quotes do not
/// count; descriptions do, and the order of applied directives does.
struct SchemaWriter {
    private let schema: GraphQLSchema
    private let ranks: [UInt32]
    private var text: [UInt8] = []

    init(_ schema: GraphQLSchema) {
        self.schema = schema
        ranks = schema.names.ranks
        text.reserveCapacity(schema.source.count)
    }

    /// The whole schema.
    mutating func written() -> [UInt8] {
        writeSchema()
        for directive in sorted(schema.directives, \.name) { write(directive) }
        for type in sorted(schema.types, \.name) { write(type) }
        return text
    }

    private func sorted<Element>(_ elements: some Sequence<Element>, _ name: (Element) -> NameID) -> [Element] {
        let ranks = ranks
        return elements.sorted { ranks[Int(name($0).index)] < ranks[Int(name($1).index)] }
    }

    private mutating func write(_ words: String) { text += words.utf8 }
    private mutating func write(_ name: NameID) { text += schema.names[name] }

    private mutating func writeDescription(_ token: Extent) {
        guard let value = schema.text(ofDescription: token) else { return }
        write(ConstantValue.string(value).spelling)
    }

    private mutating func writeSchema() {
        let definition = schema.schema
        let roots = zip(["query:", "mutation:", "subscription:"], definition.roots)
        guard definition.offset != nil || definition.roots.contains(where: { $0 != nil }) else { return }
        writeDescription(definition.description)
        let hasRoots = definition.roots.contains { $0 != nil }
        write(hasRoots ? "schema" : "extend schema")
        writeApplied(definition.applied)
        if hasRoots {
            write("{")
            for (operation, root) in roots {
                guard let root else { continue }
                write(operation)
                write(root.name)
                write(" ")
            }
            write("}")
        }
        write("\n")
    }

    private mutating func write(_ directive: DirectiveDefinition) {
        writeDescription(directive.description)
        write("directive @")
        write(directive.name)
        writeArguments(directive.arguments)
        write(directive.isRepeatable ? " repeatable on " : " on ")
        write(directive.locations.spellings.joined(separator: "|"))
        write("\n")
    }

    private mutating func write(_ type: TypeDefinition) {
        writeDescription(type.description)
        write(type.isExtension ? "extend \(Self.keyword(type.kind)) " : "\(Self.keyword(type.kind)) ")
        write(type.name)
        write(type.interfaces, after: " implements ", between: "&")
        writeApplied(type.applied)
        write(type.types, after: "=", between: "|")
        if !type.members.isEmpty {
            write("{")
            for member in sorted(schema.fields[type.members.range], \.name) {
                write(member, isValue: type.kind == .enumeration)
                write(" ")
            }
            write("}")
        }
        write("\n")
    }

    private static func keyword(_ kind: TypeKind) -> String {
        switch kind {
        case .scalar: "scalar"
        case .object: "type"
        case .interface: "interface"
        case .union: "union"
        case .enumeration: "enum"
        case .input: "input"
        }
    }

    private mutating func write(_ extent: Extent, after sign: String, between separator: String) {
        for (index, reference) in sorted(schema.references[extent.range], \.name).enumerated() {
            write(index == 0 ? sign : separator)
            write(reference.name)
        }
    }

    private mutating func write(_ member: Member, isValue: Bool) {
        writeDescription(member.description)
        write(member.name)
        writeArguments(member.arguments)
        if !isValue {
            write(":")
            write(member.type)
        }
        if member.hasDefault { write("=" + schema.constant(member.value).spelling) }
        writeApplied(member.applied)
    }

    private mutating func writeArguments(_ extent: Extent) {
        guard !extent.isEmpty else { return }
        write("(")
        for argument in sorted(schema.arguments[extent.range], \.name) {
            write(argument, isValue: false)
            write(" ")
        }
        write(")")
    }

    private mutating func write(_ type: TypeReference) {
        guard type.wrappers != 0 else { return write(type.name) }
        write(type.spelling(schema.names))
    }

    private mutating func writeApplied(_ extent: Extent) {
        guard !extent.isEmpty else { return }
        for use in schema.uses(of: extent) { write(use.spelling) }
    }
}
