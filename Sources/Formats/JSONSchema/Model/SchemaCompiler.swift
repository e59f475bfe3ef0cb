package import Compatibility
package import Contracts
package import Syntax

/// Compiles schemas of one document, each value once, with all that they refer to.
///
/// Give it the places where schemas stand, in any order, then take the ``SchemaDocument``.
package struct SchemaCompiler {
    private var resources: SchemaResources
    /// Schemas that are reached outside of all dynamic scopes, and the others.
    private var outermost = NodeNumbers()
    private var scoped: [ScopedNode: SchemaID] = [:]
    private var nodes: [ScopedNode] = []
    private var scopes = DynamicScopes()
    private var remarked: Set<Node> = []
    private var schemas: [Schema] = []
    private var remarks: [SchemaRemark] = []
    private var formats: [SchemaDocument.Format] = []
    private var waiting: [SchemaID] = []
    /// Schemas that are not well-formed, and why.
    private var failures: [(schema: SchemaID, failure: ContractFailure)] = []
    private let dialect: Dialect
    private let patterns = PatternTable()

    /// A compiler.
    ///
    /// - Parameters:
    ///   - document: The document that the schemas stand in.
    ///   - uri: The document's own URI, against which relative references are resolved.
    ///   - dialect: The dialect where no `$schema` names one.
    ///   - library: What references outside the document may name.
    package init(
        for document: Document,
        uri: String = "",
        dialect: Dialect = .draft2020,
        library: ReferenceLibrary = ReferenceLibrary()
    ) {
        self.dialect = dialect
        resources = SchemaResources(library: library)
        let named = resources.reading(named: document.root["$schema"])
        resources.add(document, uri: uri, reading: named ?? DialectReading(dialect: dialect))
    }

    /// Makes a further document known, whose schemas may be asked for and referred to.
    mutating func add(_ document: Document, uri: String) {
        let named = resources.reading(named: document.root["$schema"])
        resources.add(document, uri: uri, reading: named ?? DialectReading(dialect: dialect))
        resources.index(document.root)
    }

    /// The URI of a document that is known, and what says it: its identifier, or the document whose path it is.
    func name(of document: Document) -> (uri: String, node: Node) { resources.name(of: document) }

    /// What a reference leads to, or nil if it leads nowhere.
    mutating func target(of text: Node) -> Node? { resources.target(of: text.text, from: text) }

    /// The schema at a value, compiled with everything below it and everything it refers to.
    ///
    /// - Throws: ``ContractFailure`` at the first keyword that is not well-formed (`SCHEMA_…`), or the first reference
    ///   that leads nowhere (`REFERENCE_UNRESOLVED`), be it met for this schema or for one before.
    package mutating func schema(at node: Node) throws(ContractFailure) -> SchemaID {
        resources.index(node)
        let id = intern(node, .outermost)
        while let next = waiting.popLast() {
            do throws(ContractFailure) { try compile(next) } catch { failures.append((next, error)) }
        }
        if let failure = failure(within: id) { throw failure }
        return id
    }

    /// The first failure that a schema leads to.
    private func failure(within root: SchemaID) -> ContractFailure? {
        guard !failures.isEmpty else { return nil }
        var reached: Set<SchemaID> = [root]
        var open = [root]
        while let next = open.popLast() {
            for child in schemas[Int(next.index)].keywords.flatMap({ $0.inPlace + $0.nested })
            where reached.insert(child).inserted { open.append(child) }
        }
        return failures.first { reached.contains($0.schema) }?.failure
    }

    /// Everything compiled so far.
    ///
    /// - Parameter root: The schema that the document as a whole is, if it is one.
    /// - Returns: The schemas under the ids that ``schema(at:)`` gave.
    package func document(root: SchemaID? = nil) -> SchemaDocument { document(root: root, files: []) }

    /// The same for a set of files.
    func document(root: SchemaID?, files: [SchemaFile]) -> SchemaDocument {
        SchemaDocument(
            schemas: EndlessReferences.marked(schemas),
            root: root,
            files: files,
            remarks: remarks,
            formats: formats
        )
    }

    private mutating func intern(_ node: Node, _ outer: DynamicScopes.Scope) -> SchemaID {
        resources.index(node)
        let scope = scopes.entering(resources.dynamicAnchors(around: node), from: outer)
        let place = ScopedNode(node: node, scope: scope)
        if let known = known(place) { return known }
        let id = SchemaID(schemas.count)
        if scope == .outermost { outermost.set(schemas.count, for: node) } else { scoped[place] = id }
        nodes.append(place)
        schemas.append(Schema(node: nil, keywords: []))
        waiting.append(id)
        return id
    }

    private func known(_ place: ScopedNode) -> SchemaID? {
        place.scope == .outermost ? outermost.number(of: place.node).map { SchemaID($0) } : scoped[place]
    }

    private mutating func compile(_ id: SchemaID) throws(ContractFailure) {
        let place = nodes[Int(id.index)]
        let node = place.node
        let reading = resources.resource(of: node)?.reading ?? DialectReading(dialect: dialect)
        var reader = KeywordReader(resources.words(of: node), reading, patterns: patterns)
        try reader.read()
        var keywords: [Keyword] = []
        keywords.reserveCapacity(reader.drafts.count)
        for draft in reader.drafts { keywords.append(try keyword(draft, of: place)) }
        if let format = reader.format {
            formats.append(SchemaDocument.Format(schema: id, format: format, isAsserted: reading.assertsFormats))
        }
        if !reader.remarks.isEmpty, remarked.insert(node).inserted { remarks += reader.remarks }
        schemas[Int(id.index)] = Schema(
            node: node,
            keywords: keywords,
            isReadOnly: reader.words[.readOnly]?.bool ?? false,
            isWriteOnly: reader.words[.writeOnly]?.bool ?? false
        )
    }

    private mutating func keyword(_ draft: KeywordDraft, of place: ScopedNode) throws(ContractFailure) -> Keyword {
        let scope = place.scope
        switch draft {
        case .complete(let keyword): return keyword
        case .one(let child, let make): return make(intern(child, scope))
        case .list(let children, let make): return make(children.map { intern($0, scope) })
        case .named(let entries, let make): return make(entries.map { ($0.0, intern($0.1, scope)) })
        case .conditional(let condition, let then, let otherwise):
            return .conditional(
                if: intern(condition, scope),
                then: then.map { intern($0, scope) },
                else: otherwise.map { intern($0, scope) }
            )
        case .reference(let text): return .reference(intern(try target(of: text, of: place.node), scope))
        case .dynamic(let text): return try dynamicReference(text, of: place)
        }
    }

    /// A dynamic reference is a plain one unless it begins at a dynamic anchor.
    private mutating func dynamicReference(_ text: Node, of place: ScopedNode) throws(ContractFailure) -> Keyword {
        let target = try target(of: text, of: place.node)
        let anchor = URIReference(text.text).plainFragment
        let isDynamic =
            anchor.isEmpty ? target["$recursiveAnchor"]?.bool == true : target["$dynamicAnchor"]?.string == anchor
        guard isDynamic else { return .reference(intern(target, place.scope)) }
        guard place.scope != .untold else { return .undecidable(.dynamicReference(anchor)) }
        return .reference(intern(scopes.target(of: anchor, in: place.scope) ?? target, place.scope))
    }

    private mutating func target(of text: Node, of node: Node) throws(ContractFailure) -> Node {
        guard let found = resources.target(of: text.text, from: node) else {
            let message =
                text.document.name.map { DocumentSet.refusal(of: text.text, in: $0) }
                ?? "'\(text.text)' leads to nothing in this document and to no registered contract"
            throw ContractFailure("REFERENCE_UNRESOLVED", at: Place(text), message)
        }
        guard found.isObject || found.bool != nil else {
            throw ContractFailure("REFERENCE_NO_SCHEMA", at: Place(text), "'\(text.text)' leads to no schema")
        }
        return found
    }
}

extension SchemaDocument {
    /// Compiles a document that is a schema as a whole.
    ///
    /// - Throws: As ``SchemaCompiler/schema(at:)``.
    package init(
        of document: Document,
        uri: String = "",
        dialect: Dialect = .draft2020,
        library: ReferenceLibrary = ReferenceLibrary()
    ) throws(ContractFailure) {
        var compiler = SchemaCompiler(for: document, uri: uri, dialect: dialect, library: library)
        let root = try compiler.schema(at: document.root)
        self = compiler.document(root: root)
    }
}
