/// The convention that alternatives of `oneOf` are told apart by the members that they declare.
///
/// A value of one alternative has one of its members at least, and none that only another one declares or that nobody
/// does. What is declared beside the alternatives may come with each of them.
struct DistinctAlternatives {
    private let document: SchemaDocument
    private var schemas: [Schema]
    /// The closed form of each alternative that declares members.
    private var closed: [SchemaID: SchemaID] = [:]

    /// The schemas under the convention, with the ids that they have without it.
    static func schemas(of document: SchemaDocument) -> SchemaDocument {
        var alternatives = DistinctAlternatives(document)
        alternatives.close()
        return SchemaDocument(schemas: alternatives.schemas, root: document.root)
    }

    private init(_ document: SchemaDocument) {
        self.document = document
        schemas = document.schemas
    }

    private mutating func close() {
        let (impossible, anything) = (add([.never]), add([]))
        let shared = add([.properties(PropertyTable(sharedNames.sorted().map { ($0, anything) }))])
        for index in document.schemas.indices {
            let keywords = document.schemas[index].keywords.map { keyword in
                guard case .oneOf(let branches) = keyword else { return keyword }
                return .oneOf(branches.map { close($0, besides: shared, impossible) })
            }
            schemas[index] = schemas[index].with(keywords)
        }
    }

    private mutating func close(_ branch: SchemaID, besides shared: SchemaID, _ impossible: SchemaID) -> SchemaID {
        if let known = closed[branch] { return known }
        guard !names(in: branch, throughChoices: true).isEmpty else { return branch }
        let id = add([.reference(branch), .reference(shared), .unevaluatedProperties(impossible), .minProperties(1)])
        closed[branch] = id
        return id
    }

    private mutating func add(_ keywords: [Keyword]) -> SchemaID {
        schemas.append(Schema(node: nil, keywords: keywords))
        return SchemaID(schemas.count - 1)
    }

    /// The names that are declared beside alternatives, whichever these are.
    private var sharedNames: Set<PropertyName> {
        var names: Set<PropertyName> = []
        for index in document.schemas.indices where hasChoice(SchemaID(index)) {
            names.formUnion(self.names(in: SchemaID(index), throughChoices: false))
        }
        return names
    }

    private func hasChoice(_ id: SchemaID) -> Bool {
        parts(of: id, throughChoices: true).contains { document[$0].keywords.contains(where: \.isExclusiveChoice) }
    }

    private func names(in id: SchemaID, throughChoices: Bool) -> Set<PropertyName> {
        let keywords = parts(of: id, throughChoices: throughChoices).flatMap { document[$0].keywords }
        return keywords.reduce(into: []) { names, keyword in
            if case .properties(let table) = keyword { names.formUnion(table.names) }
        }
    }

    /// The schemas that apply to one place together, or one of which does.
    private func parts(of id: SchemaID, throughChoices: Bool) -> Set<SchemaID> {
        var seen: Set<SchemaID> = []
        var open = [id]
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            for keyword in document[next].keywords where throughChoices || !keyword.isExclusiveChoice {
                open += keyword.inPlace
            }
        }
        return seen
    }
}

extension Keyword {
    /// Whether it lists alternatives of which exactly one must hold.
    fileprivate var isExclusiveChoice: Bool { if case .oneOf = self { true } else { false } }
}

extension SchemaDocument {
    /// The same schemas where alternatives of `oneOf` are told apart by their members, under the same ids.
    package var withDistinctAlternatives: SchemaDocument { DistinctAlternatives.schemas(of: self) }
}
