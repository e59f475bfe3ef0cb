internal import Compatibility
internal import Contracts
import Syntax

/// What `$id` and `$anchor` name in the documents seen so far, and how references are resolved with it.
struct SchemaResources {
    /// A part of a document with a URI of its own.
    final class Resource {
        let root: Node
        let uri: URIReference
        let reading: DialectReading

        init(root: Node, uri: URIReference, reading: DialectReading) {
            self.root = root
            self.uri = uri
            self.reading = reading
        }
    }

    private let library: ReferenceLibrary
    /// By document, in the order of the text.
    private var resources: [ObjectIdentifier: [Resource]] = [:]
    private var roots: [String: Node] = [:]
    private var anchors: [String: Node] = [:]
    /// By resource, what references with a pointer lead to: many lead to the same.
    private var pointed: [ObjectIdentifier: [String: Node]] = [:]
    /// Schemas that have been looked at, by the places of their words.
    private var indexed = NodeNumbers()
    private var words: [SchemaWords] = []
    /// By the root of a resource, its dynamic anchors; the empty name is `$recursiveAnchor`.
    private var dynamicAnchors: [Node: [String: Node]] = [:]

    init(library: ReferenceLibrary) { self.library = library }

    /// Makes a document known whose root has a URI from outside.
    mutating func add(_ document: Document, uri: String, reading: DialectReading) {
        guard resources[ObjectIdentifier(document)] == nil else { return }
        let root = Resource(root: document.root, uri: URIReference(uri), reading: reading)
        resources[ObjectIdentifier(document)] = [root]
        if roots[uri] == nil { roots[uri] = document.root }
    }

    /// How a `$schema` asks to be read: by a dialect, or by a schema in the library that leaves vocabularies out of one.
    func reading(named text: Node?) -> DialectReading? {
        guard let uri = text?.string else { return nil }
        if let dialect = Dialect(schemaURI: uri) { return DialectReading(dialect: dialect) }
        guard let own = library.documents[URIReference(uri).absolute]?.root,
            let dialect = own["$schema"]?.string.flatMap(Dialect.init(schemaURI:))
        else { return nil }
        guard let vocabularies = own["$vocabulary"]?.members else { return DialectReading(dialect: dialect) }
        return DialectReading(
            dialect: dialect,
            hasValidation: vocabularies.contains { $0.name.hasSuffix("/vocab/validation") },
            hasFormatAssertion: vocabularies.contains {
                $0.name.hasSuffix("/vocab/format-assertion")
                    || $0.name.hasSuffix("/vocab/format") && $0.value.bool == true
            }
        )
    }

    /// The innermost resource that a value is part of.
    func resource(of node: Node) -> Resource? {
        resources[ObjectIdentifier(node.document)]?
            .last { $0.root.index <= node.index && node.index < $0.root.endIndex }
    }

    /// The URI of a document as a whole, and the value that says it.
    func name(of document: Document) -> (uri: String, node: Node) {
        guard let outer = resource(of: document.root) else { return ("", document.root) }
        let isNamed = (resources[ObjectIdentifier(document)] ?? []).count { $0.root == document.root } > 1
        let identifier = isNamed ? words(of: document.root)[outer.reading.dialect.identifierWord] : nil
        return (outer.uri.absolute, identifier ?? document.root)
    }

    /// Notes the identifiers in a schema and below.
    mutating func index(_ schema: Node) {
        guard schema.isObject, indexed.number(of: schema) == nil else { return }
        var open = [schema]
        while let node = open.popLast() {
            guard node.isObject, indexed.number(of: node) == nil else { continue }
            indexed.set(words.count, for: node)
            let words = SchemaWords(of: node)
            self.words.append(words)
            note(words)
            words.appendSchemasInside(to: &open)
        }
    }

    /// The words of a schema.
    func words(of schema: Node) -> SchemaWords {
        indexed.number(of: schema).map { words[$0] } ?? SchemaWords(of: schema)
    }

    private mutating func note(_ words: SchemaWords) {
        let node = words.node
        guard let outer = resource(of: node) else { return }
        let named = reading(named: words[.schema])
        let reading = named ?? outer.reading
        let dialect = reading.dialect
        let isHidden = dialect.ignoresSiblingsOfReference && words[.ref] != nil
        var base = outer.uri
        if !isHidden, dialect.hasIdentifiers, let id = words[dialect.identifierWord]?.string {
            base = enter(node, id: id, base: outer.uri, reading: reading)
        } else if named != nil, named != outer.reading, !isHidden {
            insert(Resource(root: node, uri: outer.uri, reading: reading), of: node.document)
        }
        noteAnchors(words, base: base, dialect: dialect)
    }

    private mutating func enter(_ node: Node, id: String, base: URIReference, reading: DialectReading) -> URIReference {
        let dialect = reading.dialect
        let reference = URIReference(id)
        let uri = reference.resolved(against: base)
        if id.hasPrefix("#") {
            if dialect.hasFragmentIdentifiers { anchors[base.absolute + "#" + reference.plainFragment] = node }
            return base
        }
        if let fragment = reference.fragment, !fragment.isEmpty, dialect.hasFragmentIdentifiers {
            anchors[uri.absolute + "#" + reference.plainFragment] = node
        }
        insert(Resource(root: node, uri: uri, reading: reading), of: node.document)
        if roots[uri.absolute] == nil { roots[uri.absolute] = node }
        return uri
    }

    private mutating func insert(_ resource: Resource, of document: Document) {
        var known = resources[ObjectIdentifier(document)] ?? []
        let place = known.firstIndex { $0.root.index > resource.root.index } ?? known.endIndex
        known.insert(resource, at: place)
        resources[ObjectIdentifier(document)] = known
    }

    private mutating func noteAnchors(_ words: SchemaWords, base: URIReference, dialect: Dialect) {
        guard dialect.hasVocabularies else { return }
        for word in [SchemaWord.anchor, .dynamicAnchor] {
            guard let name = words[word]?.string else { continue }
            anchors[base.absolute + "#" + name] = words.node
            if word == .dynamicAnchor { noteDynamicAnchor(name, words.node) }
        }
        if words[.recursiveAnchor]?.bool == true { noteDynamicAnchor("", words.node) }
    }

    private mutating func noteDynamicAnchor(_ name: String, _ node: Node) {
        guard let root = resource(of: node)?.root, dynamicAnchors[root]?[name] == nil else { return }
        dynamicAnchors[root, default: [:]][name] = node
    }

    /// The dynamic anchors of the resource that a value is part of.
    func dynamicAnchors(around node: Node) -> [String: Node] {
        // Most documents have none, so that the resource need not be looked for.
        guard !dynamicAnchors.isEmpty, let root = resource(of: node)?.root else { return [:] }
        return dynamicAnchors[root] ?? [:]
    }

    /// The value that a reference leads to, or nil if it leads nowhere that is known.
    ///
    /// - Parameters:
    ///   - text: The reference as written.
    ///   - node: The schema that it stands in.
    /// - Returns: A value of this document or of one in the library; not necessarily a schema.
    mutating func target(of text: String, from node: Node) -> Node? {
        guard let base = resource(of: node) else { return nil }
        if let known = pointed[ObjectIdentifier(base)]?[text] { return known }
        if let found = target(of: text, base) {
            if text.hasPrefix("#/") { pointed[ObjectIdentifier(base), default: [:]][text] = found }
            return found
        }
        // A file that gives itself a name may lead to its neighbours by their paths all the same.
        guard let path = node.document.name, path != base.uri.absolute else { return nil }
        return target(of: text, Resource(root: base.root, uri: URIReference(path), reading: base.reading))
    }

    private mutating func target(of text: String, _ base: Resource) -> Node? {
        let uri = URIReference(text).resolved(against: base.uri)
        guard let root = root(uri.absolute, or: URIReference(text).absolute, base.reading) else { return nil }
        let fragment = uri.plainFragment
        if fragment.isEmpty { return root }
        if fragment.hasPrefix("/") { return Pointer(fragment).flatMap { root[$0] } }
        return anchors[uri.absolute + "#" + fragment]
    }

    private mutating func root(_ absolute: String, or written: String, _ reading: DialectReading) -> Node? {
        if let known = roots[absolute] { return known }
        for uri in [absolute, written] {
            guard let document = library.documents[uri] ?? MetaSchemas.document(uri) else { continue }
            add(document, uri: uri, reading: self.reading(named: document.root["$schema"]) ?? reading)
            index(document.root)
            return roots[uri] ?? document.root
        }
        return nil
    }
}
