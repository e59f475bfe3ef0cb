internal import Contracts
import Syntax

/// Reads what a schema carries, field by field.
///
/// Recursion is cut where a field would repeat a schema that it is inside of.
struct ShapeReader {
    private let document: SchemaDocument
    private var fields: [Shape.Field] = []
    private var seen: Set<String> = []
    /// Fields beyond which a shape is not read on.
    private static let limit = 20_000

    init(_ document: SchemaDocument) { self.document = document }

    mutating func shape(of root: SchemaID) -> Shape {
        read(root, address: "", inside: [], entity: annotation(["x-entity"], root))
        return Shape(fields: fields)
    }

    /// Reads what is inside of a value; `entity` is what the value stands for: an entity, or an attribute of one.
    private mutating func read(_ id: SchemaID, address: String, inside: Set<SchemaID>, entity: String?) {
        let target = document.target(of: id)
        guard !inside.contains(target), fields.count < Self.limit, inside.count < 64 else { return }
        let inner = inside.union([target])
        let view = SchemaView(document, id)
        for entry in view.entries {
            switch entry.keyword {
            case .properties(let table):
                for member in table.entries {
                    let next = "\(address)/\(DifferenceWalk.escaped(member.name))"
                    add(
                        member.schema,
                        address: next,
                        isRequired: view.requires(member.name),
                        inside: inner,
                        entity: entity.map { "\($0).\(member.name.text)" }
                    )
                }
            case .prefix(let members):
                for (index, member) in members.enumerated() {
                    add(member, address: "\(address)/\(index)", isRequired: false, inside: inner, entity: entity)
                }
            case .rest(_, let schema):
                add(schema, address: "\(address)/*", isRequired: false, inside: inner, entity: entity)
            case .additionalProperties(_, let schema):
                if !document[schema].keywords.isEmpty, !isNever(schema) {
                    add(schema, address: "\(address)/*", isRequired: false, inside: inner, entity: entity)
                }
            case .anyOf(let members), .oneOf(let members):
                for member in members { readBranch(member, address: address, inside: inner, entity: entity) }
            case .conditional(_, let then, let otherwise):
                for member in [then, otherwise].compactMap({ $0 }) {
                    readBranch(member, address: address, inside: inner, entity: entity)
                }
            default: break
            }
        }
    }

    private mutating func readBranch(_ id: SchemaID, address: String, inside: Set<SchemaID>, entity: String?) {
        read(id, address: address, inside: inside, entity: annotation(["x-entity"], id) ?? entity)
    }

    private func isNever(_ id: SchemaID) -> Bool {
        document[id].first { if case .never = $0 { true } else { nil } } ?? false
    }

    private mutating func add(
        _ id: SchemaID,
        address: String,
        isRequired: Bool,
        inside: Set<SchemaID>,
        entity: String?
    ) {
        let own = annotation(["x-entity"], id)
        if seen.insert(address).inserted {
            let view = SchemaView(document, id)
            fields.append(
                Shape.Field(
                    address: address,
                    type: view.types?.names.joined(separator: "|") ?? "any",
                    isRequired: isRequired,
                    values: view.values?.values.map(\.text) ?? [],
                    sensitivity: annotation(["x-class", "x-sensitivity"], id),
                    entity: own?.contains(".") == true ? own : entity
                )
            )
        }
        read(id, address: address, inside: inside, entity: own ?? entity)
    }

    /// A text beside the reference or, failing that, at what it leads to.
    private func annotation(_ names: [String], _ id: SchemaID) -> String? {
        for node in [document[id].node, document[document.target(of: id)].node] {
            for name in names {
                if let text = node?[name]?.string { return text }
            }
        }
        return nil
    }
}
