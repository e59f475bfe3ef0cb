// Whether types have what their interfaces say.
extension SchemaChecks {
    mutating func checkInterfaces(of type: TypeDefinition) {
        let references = schema.references[type.interfaces.range]
        guard !references.isEmpty else { return }
        let names = Set(references.map(\.name))
        let fields = Dictionary(schema.fields[type.members.range].map { ($0.name, $0) }) { first, _ in first }
        for reference in references {
            guard let interface = schema.type(reference.name) else { continue }
            guard reference.name != type.name else {
                add(.interface, reference.offset, "'\(spelling(type.name))' implements itself")
                continue
            }
            for further in schema.references[interface.interfaces.range] where !names.contains(further.name) {
                let isCircular = further.name == type.name
                add(
                    .interface,
                    reference.offset,
                    isCircular
                        ? "'\(spelling(type.name))' and '\(spelling(reference.name))' implement each other"
                        : "'\(spelling(type.name))' must implement '\(spelling(further.name))' too, as '\(spelling(reference.name))' does"
                )
            }
            for field in schema.fields[interface.members.range] {
                guard let own = fields[field.name] else {
                    add(
                        .interface,
                        reference.offset,
                        "'\(spelling(type.name))' lacks the field '\(spelling(reference.name)).\(spelling(field.name))'"
                    )
                    continue
                }
                check(own, as: field, of: reference.name)
            }
        }
    }

    private mutating func check(_ own: Member, as field: Member, of interface: NameID) {
        let name = "\(spelling(interface)).\(spelling(field.name))"
        let subtypes = subtypes
        if !own.type.isSubtype(of: field.type, { subtypes.isSubtype($0, of: $1) }) {
            let (type, its) = (own.type.spelling(schema.names), field.type.spelling(schema.names))
            add(.interface, own.type.offset, "the type \(type) does not suit '\(name)', which is \(its)")
        }
        let arguments = schema.arguments[own.arguments.range]
        let expected = schema.arguments[field.arguments.range]
        for argument in expected {
            guard let other = arguments.first(where: { $0.name == argument.name }) else {
                add(.interface, own.offset, "the argument '\(name)(\(spelling(argument.name)):)' is missing")
                continue
            }
            guard other.type.name != argument.type.name || other.type.wrappers != argument.type.wrappers else {
                continue
            }
            add(.interface, other.type.offset, "the argument '\(name)(\(spelling(argument.name)):)' has another type")
        }
        for argument in arguments where argument.isRequired && !expected.contains(where: { $0.name == argument.name }) {
            add(
                .interface,
                argument.offset,
                "'\(spelling(argument.name))' must be sent, and '\(name)' does not have it"
            )
        }
    }
}
