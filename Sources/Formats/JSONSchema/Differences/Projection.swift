internal import Contracts
import Syntax

/// A document's schemas as one side of an exchange sees them, under the same ids.
///
/// What a flow and a policy change is said here, as schemas, so that everything else asks one question only.
struct Projection {
    /// The side that writes instances, or the side that reads them.
    enum Role: Hashable {
        case writer
        case reader
    }

    let role: Role
    let flow: Flow
    let policy: CompatibilityPolicy

    /// The schemas as this side sees them.
    ///
    /// - In a request, `readOnly` members are never written and passed over when read, and so are `writeOnly` members
    ///   in a response; neither is ever required.
    /// - Under ``CompatibilityPolicy/lenient``, writers send only members that their schema declares, readers pass over
    ///   members that theirs does not and fill in members that have a default; objects that declare no members are maps
    ///   and stay as they are.
    func apply(to document: SchemaDocument) -> ProjectedSchemas {
        guard flow != .any || policy == .lenient else { return ProjectedSchemas(document: document, entries: [:]) }
        var schemas = document.schemas
        let impossible = SchemaID(schemas.count)
        let anything = SchemaID(schemas.count + 1)
        schemas.append(Schema(node: nil, keywords: [.never]))
        schemas.append(Schema(node: nil, keywords: []))
        let unsent = role == .writer ? impossible : anything
        for index in document.schemas.indices {
            var keywords = schemas[index].keywords
            if flow != .any { keywords = sent(keywords, of: document, insteadOfUnsent: unsent) }
            if policy == .lenient {
                keywords = declared(keywords, instead: role == .writer ? nil : anything)
                if role == .reader { keywords = withoutDefaults(keywords, of: document) }
            }
            schemas[index] = schemas[index].with(keywords)
        }
        let isClosed = policy == .lenient && role == .writer
        let entries = isClosed ? closeMembers(&schemas, impossible) : [:]
        return ProjectedSchemas(document: SchemaDocument(schemas: schemas, root: document.root), entries: entries)
    }

    private func sent(
        _ keywords: [Keyword],
        of document: SchemaDocument,
        insteadOfUnsent replacement: SchemaID
    ) -> [Keyword] {
        var unsent = Set<PropertyName>()
        for case .properties(let table) in keywords {
            for entry in table.entries where isUnsent(entry.schema, of: document) { unsent.insert(entry.name) }
        }
        guard !unsent.isEmpty else { return keywords }
        return keywords.map { keyword in
            switch keyword {
            case .required(let names): .required(names.filter { !unsent.contains($0) })
            case .properties(let table):
                .properties(
                    PropertyTable(table.entries.map { ($0.name, unsent.contains($0.name) ? replacement : $0.schema) })
                )
            default: keyword
            }
        }
    }

    private func isUnsent(_ id: SchemaID, of document: SchemaDocument) -> Bool {
        let schema = document[id]
        let target = document[document.target(of: id)]
        return flow == .request
            ? schema.isReadOnly || target.isReadOnly : schema.isWriteOnly || target.isWriteOnly
    }

    /// Without what is said about members that are not declared; a map says nothing else and keeps it.
    private func declared(_ keywords: [Keyword], instead replacement: SchemaID?) -> [Keyword] {
        guard keywords.contains(where: { if case .properties = $0 { true } else { false } }) else { return keywords }
        return keywords.compactMap { keyword in
            switch keyword {
            case .additionalProperties(let cover, _): replacement.map { .additionalProperties(cover, $0) }
            case .unevaluatedProperties: replacement.map { .unevaluatedProperties($0) }
            default: keyword
            }
        }
    }

    /// Without asking for members that have a default.
    private func withoutDefaults(_ keywords: [Keyword], of document: SchemaDocument) -> [Keyword] {
        var filled = Set<PropertyName>()
        for case .properties(let table) in keywords {
            for entry in table.entries where document[document.target(of: entry.schema)].node?["default"] != nil {
                filled.insert(entry.name)
            }
        }
        return keywords.map { keyword in
            guard !filled.isEmpty, case .required(let names) = keyword else { return keyword }
            return .required(names.filter { !filled.contains($0) })
        }
    }

    /// Closes every object where it is reached as a whole, so that parts joined by `allOf` are closed together.
    ///
    /// - Returns: The closed form of each schema that has one.
    private func closeMembers(_ schemas: inout [Schema], _ impossible: SchemaID) -> [SchemaID: SchemaID] {
        var closed: [SchemaID: SchemaID] = [:]
        for index in schemas.indices where declaresMembers(SchemaID(index), schemas, depth: 0) {
            closed[SchemaID(index)] = SchemaID(schemas.count)
            schemas.append(
                Schema(node: nil, keywords: [.reference(SchemaID(index)), .unevaluatedProperties(impossible)])
            )
        }
        for index in schemas.indices {
            let keywords = schemas[index].keywords
            schemas[index] = schemas[index].with(keywords.map { $0.mappingNested { closed[$0] ?? $0 } })
        }
        return closed
    }

    private func declaresMembers(_ id: SchemaID, _ schemas: [Schema], depth: Int) -> Bool {
        guard depth < 32 else { return false }
        return schemas[Int(id.index)].keywords.contains { keyword in
            if case .properties = keyword { return true }
            return keyword.inPlace.contains { declaresMembers($0, schemas, depth: depth + 1) }
        }
    }
}

/// Schemas as one side sees them.
struct ProjectedSchemas {
    let document: SchemaDocument
    /// What stands for a schema when it is asked about as a whole, where that is another.
    let entries: [SchemaID: SchemaID]

    func entry(_ id: SchemaID) -> SchemaID { entries[id] ?? id }
}
