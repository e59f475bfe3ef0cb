internal import Contracts
internal import Syntax

/// What a schema carries, field by field, under the specification's coordinates such as `Invoice.status`.
///
/// The directives `@sensitivity` and `@entity` say how sensitive a field is and what it stands for, in their first
/// argument; on a type, `@entity` names the entity whose attributes its fields are.
struct SchemaShape {
    private let schema: GraphQLSchema
    private var fields: [Shape.Field] = []

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
                terms: field.hasDefault ? ["default \(schema.constant(field.value))"] : [],
                sensitivity: argument(of: .sensitivity, in: field.applied),
                entity: argument(of: .entity, in: field.applied) ?? entity
            )
        )
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
