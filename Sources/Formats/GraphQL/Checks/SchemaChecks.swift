internal import Contracts
internal import Syntax

/// Finds what the specification forbids in a schema that could be read all the same.
///
/// Such a schema can be compared; a service would refuse to start with it.
///
/// - SeeAlso: GraphQL, October 2021, section 3, "Type Validation".
struct SchemaChecks {
    let schema: GraphQLSchema
    private var found: [SDLFailure] = []
    /// Subtypes are asked for once for each pair.
    let subtypes: PossibleTypes

    init(_ schema: GraphQLSchema) {
        self.schema = schema
        subtypes = PossibleTypes(of: schema)
    }

    /// Everything that is forbidden, in the order of the text.
    mutating func remarks() -> [ContractFailure] {
        checkRoots()
        for type in schema.types { check(type) }
        for directive in schema.directives {
            checkName(directive.name, directive.offset, "directive")
            checkInputs(schema.arguments[directive.arguments.range])
        }
        checkInputCycles()
        checkApplied()
        let lines = SourceLines(of: schema.source)
        return found.sorted { ($0.offset, $0.fault.rawValue) < ($1.offset, $1.fault.rawValue) }.map { failure in
            let place = schema.place(UInt32(failure.offset), "", lines)
            return ContractFailure(failure.fault.rawValue, at: place, failure.message)
        }
    }

    mutating func add(_ fault: SDLFault, _ offset: UInt32, _ message: String) {
        found.append(SDLFailure(fault, at: Int(offset), message))
    }

    func spelling(_ name: NameID) -> String { schema.names.spelling(name) }

    /// Whether another service may define the rest.
    private var isFederated: Bool { schema.applied.contains { $0.name == .key || $0.name == .link } }

    private mutating func checkRoots() {
        let operations = ["query", "mutation", "subscription"]
        if schema.schema.roots[0] == nil, !isFederated {
            add(.root, schema.schema.offset ?? 0, "there is no query operation; name a type Query, or one in 'schema'")
        }
        for (operation, root) in zip(operations, schema.schema.roots) {
            guard let root, let kind = schema.kind(root.name), kind != .object else { continue }
            add(.root, root.offset, "the \(operation) operation begins at \(kind.phrase), not at an object type")
        }
    }

    private mutating func check(_ type: TypeDefinition) {
        checkName(type.name, type.offset, "type")
        if type.isExtension, !isFederated {
            add(.extensionOnly, type.offset, "'\(spelling(type.name))' is extended, and nothing defines it")
        }
        switch type.kind {
        case .scalar: break
        case .union: if type.types.isEmpty { addEmpty(type, "types") }
        case .enumeration:
            if type.members.isEmpty { addEmpty(type, "values") }
            for value in schema.fields[type.members.range] { checkName(value.name, value.offset, "value") }
        case .input:
            if type.members.isEmpty { addEmpty(type, "fields") }
            checkInputs(schema.fields[type.members.range])
            checkOneOf(type)
        case .object, .interface:
            if type.members.isEmpty { addEmpty(type, "fields") }
            for field in schema.fields[type.members.range] {
                checkName(field.name, field.offset, "field")
                checkInputs(schema.arguments[field.arguments.range])
            }
            checkInterfaces(of: type)
        }
    }

    private mutating func addEmpty(_ type: TypeDefinition, _ parts: String) {
        guard !isFederated || !type.isExtension else { return }
        add(.noParts, type.offset, "'\(spelling(type.name))' has no \(parts)")
    }

    private mutating func checkName(_ name: NameID, _ offset: UInt32, _ what: String) {
        guard schema.names.isReserved(name) else { return }
        add(.reservedName, offset, "the \(what)'s name '\(spelling(name))' begins with '__', which introspection keeps")
    }

    /// Arguments or input fields.
    private mutating func checkInputs(_ members: ArraySlice<Member>) {
        for member in members {
            checkName(member.name, member.offset, "input")
            if member.hasDefault { checkValue(member.value, member.type) }
            let isDeprecated = schema.applied[member.applied.range].contains { $0.name == .deprecated }
            if isDeprecated, member.isRequired {
                add(.deprecation, member.offset, "'\(spelling(member.name))' is deprecated, and must be sent")
            }
        }
    }

    private mutating func checkOneOf(_ type: TypeDefinition) {
        guard schema.applied[type.applied.range].contains(where: { $0.name == .oneOf }) else { return }
        for field in schema.fields[type.members.range] where field.type.isNonNull || field.hasDefault {
            let what = field.hasDefault ? "has a default" : "is not null"
            add(.oneOf, field.offset, "'\(spelling(field.name))' \(what), which a field of a @oneOf input may not")
        }
    }
}
