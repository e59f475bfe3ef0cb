internal import Contracts
internal import Crypto
internal import Syntax

/// What a schema carries, field by field, under the specification's coordinates such as `Invoice.status`.
///
/// The directives `@sensitivity` and `@entity` say how sensitive a field is and what it stands for, in their first
/// argument; on a type, `@entity` names the entity whose attributes its fields are.
struct SchemaShape {
    private let schema: GraphQLSchema
    private var fields: [Shape.Field] = []
    private var contents: [NameID: String] = [:]

    init(_ schema: GraphQLSchema) { self.schema = schema }

    /// Fields, input fields and arguments in the order of the text.
    mutating func shape() -> Shape {
        for type in schema.types where type.kind == .object || type.kind == .interface || type.kind == .input {
            let name = schema.names.spelling(type.name)
            let entity = argument(of: .entity, in: type.applied)
            for index in type.members.range {
                let field = schema.fields[index]
                let spelling = schema.names.spelling(field.name)
                add(field, "\(name).\(spelling)", type.kind, entity.map { "\($0).\(spelling)" })
                for argument in field.arguments.range {
                    let value = schema.arguments[argument]
                    add(value, "\(name).\(spelling)(\(schema.names.spelling(value.name)):)", .input, nil)
                }
            }
        }
        return Shape(fields: fields)
    }

    private mutating func add(_ field: Member, _ address: String, _ kind: TypeKind, _ entity: String?) {
        fields.append(
            Shape.Field(
                address: address,
                type: field.type.spelling(schema.names),
                isRequired: kind == .input ? field.isRequired : field.type.isNonNull,
                values: values(of: field.type.name).sorted(),
                terms: [preset(of: field), content(of: field.type.name)].compactMap { $0 },
                sensitivity: argument(of: .sensitivity, in: field.applied),
                entity: argument(of: .entity, in: field.applied) ?? entity
            )
        )
    }

    private func preset(of field: Member) -> String? {
        field.hasDefault ? "default \(schema.constant(field.value))" : nil
    }

    /// The members of the type that a field is of, in a text of a fixed length; nil where it has none.
    ///
    /// What is deeper is told by the fields of those types: in GraphQL most of a schema is behind any field.
    private mutating func content(of name: NameID) -> String? {
        if let known = contents[name] { return known }
        guard let type = schema.type(name), type.kind == .object || type.kind == .interface || type.kind == .input
        else { return nil }
        let content = "\(Digest(of: type.members.range.map { text(of: schema.fields[$0]) }.sorted().joined()))"
        contents[name] = content
        return content
    }

    private func text(of member: Member) -> String {
        let arguments = member.arguments.range.map { text(of: schema.arguments[$0]) }.sorted().joined()
        let values = values(of: member.type.name).sorted().joined(separator: " ")
        let type = "\(member.type.spelling(schema.names)) \(preset(of: member) ?? "") \(values)"
        return "\(schema.names.spelling(member.name))(\(arguments)): \(type)\n"
    }

    private func values(of name: NameID) -> [String] {
        guard let type = schema.type(name), type.kind == .enumeration else { return [] }
        return type.members.range.map { JSON.string(schema.names.spelling(schema.fields[$0].name)).text }
    }

    private func argument(of word: Word, in extent: Extent) -> String? {
        guard let directive = schema.applied[extent.range].first(where: { $0.name == word }) else { return nil }
        guard let given = schema.given[directive.arguments.range].first else { return nil }
        switch schema.constant(given.value) {
        case .string(let text), .enumeration(let text): return text
        default: return nil
        }
    }
}
