internal import Contracts
import Syntax

/// Reads what a schema carries, field by field.
///
/// Recursion is cut where a field would repeat a schema that it is inside of.
struct ShapeReader {
    private let document: SchemaDocument
    private var fields: [Shape.Field] = []
    private var seen: Set<Shape.Field> = []
    private var texts: SchemaTerms
    private var reads = 0
    /// Fields beyond which a shape is not read on, and schemas that are looked at for them.
    private static let limit = (fields: 20_000, reads: 200_000)

    init(_ document: SchemaDocument) {
        self.document = document
        texts = SchemaTerms(document)
    }

    mutating func shape(of root: SchemaID) -> Shape {
        read(root, at: Spot(entity: annotation(["x-entity"], root)))
        return Shape(fields: fields)
    }

    /// Where a schema applies.
    private struct Spot {
        var address = ""
        /// The schemas that it is inside of.
        var inside: Set<SchemaID> = []
        /// What the value stands for: an entity, or an attribute of one.
        var entity: String?
        /// The conditions and alternatives that it is part of.
        var branches: [String] = []

        /// The member or element at a further step.
        func at(_ step: String, attribute: String? = nil) -> Spot {
            var spot = self
            spot.address += "/" + step
            if let attribute, let entity { spot.entity = "\(entity).\(attribute)" }
            return spot
        }

        /// The same value, in an alternative or under a condition.
        func under(_ branch: String) -> Spot {
            var spot = self
            spot.branches.append(branch)
            return spot
        }
    }

    /// Reads what is inside of a value.
    private mutating func read(_ id: SchemaID, at spot: Spot) {
        let target = document.target(of: id)
        guard !spot.inside.contains(target), spot.inside.count < 64 else { return }
        guard fields.count < Self.limit.fields, reads < Self.limit.reads else { return }
        reads += 1
        var inner = spot
        inner.inside.insert(target)
        let view = SchemaView(document, id)
        for entry in view.entries {
            readMembers(entry.keyword, view, at: inner)
            readElements(entry.keyword, at: inner)
            readBranches(entry.keyword, at: inner)
        }
    }

    private mutating func readMembers(_ keyword: Keyword, _ view: SchemaView, at spot: Spot) {
        switch keyword {
        case .properties(let table):
            for member in table.entries {
                let inner = spot.at(DifferenceWalk.escaped(member.name), attribute: member.name.text)
                add(member.schema, at: inner, isRequired: view.requires(member.name))
            }
        case .patternProperties(let entries):
            for entry in entries { add(entry.schema, at: spot.at(entry.pattern.step)) }
        case .additionalProperties(_, let schema), .unevaluatedProperties(let schema): addOthers(schema, at: spot)
        default: break
        }
    }

    private mutating func readElements(_ keyword: Keyword, at spot: Spot) {
        switch keyword {
        case .prefix(let members):
            for (index, member) in members.enumerated() { add(member, at: spot.at(String(index))) }
        case .rest(_, let schema): add(schema, at: spot.at("*"))
        case .unevaluatedItems(let schema): addOthers(schema, at: spot)
        case .contains(let contains): readBranch(contains.schema, at: spot.at("*").under("contains"))
        default: break
        }
    }

    private mutating func readBranches(_ keyword: Keyword, at spot: Spot) {
        switch keyword {
        case .anyOf(let members): for member in members { readBranch(member, at: spot.under("anyOf")) }
        case .oneOf(let members): for member in members { readBranch(member, at: spot.under("oneOf")) }
        case .not(let schema): readBranch(schema, at: spot.under("not"))
        case .dependentSchemas(let table):
            for entry in table.entries { readBranch(entry.schema, at: spot.under("with \(entry.name.text)")) }
        case .conditional(let condition, let then, let otherwise):
            let text = texts.text(of: condition)
            readBranch(condition, at: spot.under("if"))
            if let then { readBranch(then, at: spot.under("where \(text)")) }
            if let otherwise { readBranch(otherwise, at: spot.under("where not \(text)")) }
        default: break
        }
    }

    private mutating func readBranch(_ id: SchemaID, at spot: Spot) {
        var inner = spot
        inner.entity = annotation(["x-entity"], id) ?? spot.entity
        read(id, at: inner)
    }

    /// Members or elements that are given by no name, where something is said about them.
    private mutating func addOthers(_ id: SchemaID, at spot: Spot) {
        guard !document[id].keywords.isEmpty, !isNever(id) else { return }
        add(id, at: spot.at("*"))
    }

    private func isNever(_ id: SchemaID) -> Bool {
        document[id].first { if case .never = $0 { true } else { nil } } ?? false
    }

    private mutating func add(_ id: SchemaID, at spot: Spot, isRequired: Bool = false) {
        let own = annotation(["x-entity"], id)
        let view = SchemaView(document, id)
        let field = Shape.Field(
            address: spot.address,
            type: view.types?.names.joined(separator: "|") ?? "any",
            isRequired: isRequired,
            values: view.values?.values.map(\.text).sorted() ?? [],
            terms: spot.branches + texts.terms(of: view),
            sensitivity: annotation(["x-class", "x-sensitivity"], id),
            entity: own?.contains(".") == true ? own : spot.entity
        )
        if seen.insert(field).inserted { fields.append(field) }
        var inner = spot
        inner.entity = own ?? spot.entity
        read(id, at: inner)
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

extension SchemaPattern {
    /// The names that it matches as a step of an address: `tax*` for `^tax`, `*` where they begin with no one text.
    fileprivate var step: String {
        let text = text.hasPrefix("^") ? self.text.dropFirst() : self.text[...]
        var start = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        let rest = text.dropFirst(start.count)
        guard !text.contains("|") else { return "*" }
        guard rest != "$" else { return String(start) }
        if let next = rest.first, "*?{".contains(next) { start = start.dropLast() }
        return start + "*"
    }
}
