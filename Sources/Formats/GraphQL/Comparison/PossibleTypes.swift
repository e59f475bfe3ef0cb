/// The object types that values of an interface or union may have.
struct PossibleTypes {
    private let schema: GraphQLSchema
    private var objects: [NameID: Set<String>] = [:]

    init(of schema: GraphQLSchema) { self.schema = schema }

    /// The names of a type's object types; of an object type its own.
    mutating func names(of name: NameID) -> Set<String> {
        if let known = objects[name] { return known }
        let found = find(name)
        objects[name] = found
        return found
    }

    private func find(_ name: NameID) -> Set<String> {
        guard let type = schema.type(name) else { return [] }
        switch type.kind {
        case .object: return [schema.names.spelling(name)]
        case .union: return Set(type.types.range.map { schema.names.spelling(schema.references[$0].name) })
        case .interface:
            let objects = schema.types.filter { $0.kind == .object && implements($0, name) }
            return Set(objects.map { schema.names.spelling($0.name) })
        default: return []
        }
    }

    private func implements(_ type: TypeDefinition, _ interface: NameID) -> Bool {
        type.interfaces.range.contains { schema.references[$0].name == interface }
    }

    /// Whether values of a type are values of another of the same schema, as the specification has it.
    func isSubtype(_ name: NameID, of other: NameID) -> Bool {
        if name == other { return true }
        guard let type = schema.type(name), let target = schema.type(other) else { return false }
        if target.kind == .union { return target.types.range.contains { schema.references[$0].name == name } }
        return implements(type, other)
    }
}

/// Whether requests written for one version go on where a field's type is another in the other version.
///
/// A narrower type serves all of them only if each fragment that could apply still can: every object type that was
/// possible must be possible still.
struct Narrowing {
    private var written: PossibleTypes
    private var served: PossibleTypes
    private let writtenSchema: GraphQLSchema
    private let servedSchema: GraphQLSchema
    /// Steps that are left.
    private var steps: Int
    private var verdicts: [[NameID]: Bool] = [:]

    /// - Parameters:
    ///   - written: The version that requests are written for.
    ///   - served: The version that answers them.
    ///   - budget: Steps to take at most.
    init(written: GraphQLSchema, served: GraphQLSchema, budget: Int) {
        (writtenSchema, servedSchema) = (written, served)
        (self.written, self.served) = (PossibleTypes(of: written), PossibleTypes(of: served))
        steps = budget
    }

    /// Whether there were too many types to look at them all.
    var isExhausted: Bool { steps < 0 }

    /// Whether requests for a type of the one version suit another type in the other version.
    mutating func suits(_ name: NameID, _ other: NameID) -> Bool {
        if let known = verdicts[[name, other]] { return known }
        let verdict = isServed(name, by: other)
        verdicts[[name, other]] = verdict
        return verdict
    }

    private mutating func isServed(_ name: NameID, by other: NameID) -> Bool {
        guard let same = writtenSchema.names.number(of: name, in: servedSchema.names) else { return false }
        if same == other { return true }
        steps -= writtenSchema.types.count + servedSchema.types.count
        guard steps >= 0, served.isSubtype(other, of: same) else { return false }
        return written.names(of: name).isSubset(of: served.names(of: other))
    }
}
