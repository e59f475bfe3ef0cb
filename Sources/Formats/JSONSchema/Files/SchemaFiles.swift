internal import Compatibility
internal import Contracts
internal import Syntax

/// A file of a set of schemas.
struct SchemaFile: Sendable {
    /// Where it lies in the set.
    let path: String
    /// The schema that it is as a whole.
    let schema: SchemaID
    /// Whether it is what the set is about: no other file leads to it.
    let isRoot: Bool
}

/// Reads a set of files that are schemas and lead to one another, by their paths or by the names that they give themselves.
struct SchemaFiles {
    private var compiler: SchemaCompiler
    private let members: [DocumentSet.Member]

    /// The schemas of a set.
    ///
    /// - Throws: ``ContractFailure`` with the first place that is no schema, or a reference that leads nowhere, or a name
    ///   that another file has.
    static func schemas(
        of set: FileSet,
        dialect: Dialect,
        library: ReferenceLibrary
    ) throws(ContractFailure) -> SchemaDocument {
        var files = try SchemaFiles(set, dialect: dialect, library: library)
        return try files.schemas()
    }

    private init(_ set: FileSet, dialect: Dialect, library: ReferenceLibrary) throws(ContractFailure) {
        members = try DocumentSet.all(of: set)
        guard let first = members.first else {
            let start = Place(pointer: "", position: SourcePosition(line: 1, column: 1))
            throw ContractFailure("SCHEMA_SET", at: start, "no file of the set ends in .json, .yaml or .yml")
        }
        compiler = SchemaCompiler(for: first.document, uri: first.path, dialect: dialect, library: library)
        for member in members { compiler.add(member.document, uri: member.path) }
        try checkNames()
    }

    /// No two files may have one name, which could lead to either.
    private func checkNames() throws(ContractFailure) {
        var known: [String: Node] = [:]
        for member in members {
            let (uri, node) = compiler.name(of: member.document)
            guard let other = known.updateValue(node, forKey: uri) else { continue }
            let message = "'\(uri)' also names the schema at \(Place(other)); give each file a name of its own"
            throw ContractFailure("SCHEMA_DUPLICATE_ID", at: Place(node), message)
        }
    }

    private mutating func schemas() throws(ContractFailure) -> SchemaDocument {
        let roots = roots()
        var files: [SchemaFile] = []
        for member in members {
            let schema = try compiler.schema(at: member.document.root)
            files.append(SchemaFile(path: member.path, schema: schema, isRoot: roots.contains(member.path)))
        }
        return compiler.document(root: files.first(where: \.isRoot)?.schema, files: files)
    }

    /// The files that no other one leads to; of files that lead to one another in a circle, the first.
    private mutating func roots() -> Set<String> {
        var links: [String: Set<String>] = [:]
        for member in members { links[member.path] = neighbours(of: member) }
        let reached = Set(links.values.joined())
        var roots = Set(members.map(\.path).filter { !reached.contains($0) })
        var seen: Set<String> = []
        for root in roots { Self.walk(from: root, along: links, &seen) }
        for member in members where !seen.contains(member.path) {
            roots.insert(member.path)
            Self.walk(from: member.path, along: links, &seen)
        }
        return roots
    }

    private static func walk(from start: String, along links: [String: Set<String>], _ seen: inout Set<String>) {
        var waiting = [start]
        while let path = waiting.popLast() {
            if seen.insert(path).inserted { waiting += links[path] ?? [] }
        }
    }

    private mutating func neighbours(of member: DocumentSet.Member) -> Set<String> {
        var found: Set<String> = []
        for link in SetLinks.texts(in: member.document.root) {
            if let path = compiler.target(of: link)?.document.name, path != member.path { found.insert(path) }
        }
        return found
    }
}
