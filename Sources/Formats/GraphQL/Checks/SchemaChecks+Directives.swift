// Directives where they are applied.
extension SchemaChecks {
    mutating func checkApplied() {
        check(schema.schema.applied, at: .schema)
        for type in schema.types {
            check(type.applied, at: Locations(type.kind))
            let location: Locations =
                switch type.kind {
                case .enumeration: .enumValue
                case .input: .inputFieldDefinition
                default: .fieldDefinition
                }
            for member in schema.fields[type.members.range] {
                check(member.applied, at: location)
                for argument in schema.arguments[member.arguments.range] {
                    check(argument.applied, at: .argumentDefinition)
                }
            }
        }
        for directive in schema.directives {
            for argument in schema.arguments[directive.arguments.range] {
                check(argument.applied, at: .argumentDefinition)
            }
        }
    }

    private mutating func check(_ extent: Extent, at location: Locations) {
        guard !extent.isEmpty else { return }
        var seen: Set<NameID> = []
        for use in schema.applied[extent.range] {
            let isFirst = seen.insert(use.name).inserted
            guard let definition = schema.directive(use.name) else {
                checkBuiltIn(use, isFirst: isFirst, at: location)
                continue
            }
            let name = "@\(spelling(use.name))"
            if !definition.locations.contains(location) {
                add(.directive, use.offset, "the directive '\(name)' may not stand at \(location.spellings[0])")
            }
            if !isFirst, !definition.isRepeatable {
                add(.directive, use.offset, "the directive '\(name)' may be applied only once")
            }
            checkArguments(of: use, definition, name)
        }
    }

    private mutating func checkBuiltIn(_ use: AppliedDirective, isFirst: Bool, at location: Locations) {
        let name = "@\(spelling(use.name))"
        guard let places = Self.places(of: use.name) else {
            add(.directive, use.offset, "nothing defines the directive '\(name)'")
            return
        }
        if !places.contains(location) {
            add(.directive, use.offset, "the directive '\(name)' may not stand at \(location.spellings[0])")
        }
        if !isFirst { add(.directive, use.offset, "the directive '\(name)' may be applied only once") }
    }

    /// Where a directive that needs no definition may stand in a schema.
    private static func places(of name: NameID) -> Locations? {
        switch name.word {
        case .skip, .include: Locations()
        case .deprecated: [.fieldDefinition, .argumentDefinition, .inputFieldDefinition, .enumValue]
        case .specifiedBy: Locations(.scalar)
        case .oneOf: .inputObject
        default: nil
        }
    }

    private mutating func checkArguments(of use: AppliedDirective, _ definition: DirectiveDefinition, _ name: String) {
        let arguments = schema.arguments[definition.arguments.range]
        let given = schema.given[use.arguments.range]
        for argument in given {
            guard let expected = arguments.first(where: { $0.name == argument.name }) else {
                add(.directive, argument.offset, "'\(name)' has no argument '\(spelling(argument.name))'")
                continue
            }
            checkValue(argument.value, expected.type)
        }
        for argument in arguments where argument.isRequired && !given.contains(where: { $0.name == argument.name }) {
            add(.directive, use.offset, "the argument '\(name)(\(spelling(argument.name)):)' must be given")
        }
    }
}
