internal import Compatibility
internal import Contracts
internal import Syntax

/// Reads an AsyncAPI document into its model, and refuses the first field that cannot be what it says.
///
/// Fields that the specification does not know are passed over: they change nothing between those who meet on a channel.
final class DescriptionReader {
    let root: Node
    let version: AsyncAPIVersion
    let references: References
    /// The registered contracts, to which schemas in other languages refer in their own way.
    let registered: ReferenceLibrary
    /// What several places refer to is read once.
    var knownContents: [ContentKey: Content] = [:]
    var knownSchemes: [Node: SecurityScheme] = [:]
    var servers: [Server] = []
    /// Server objects by where their references lead, with the keys of the servers.
    var serverKeys: [Node: String] = [:]
    var channels: [Channel] = []
    /// By the node of a channel, its index.
    var channelIndices: [Node: Int] = [:]
    /// By channel, its messages by their nodes as they stand there, and by what these lead to.
    var channelMessages: [[Node: Message]] = []
    private(set) var standardType: MediaType?

    /// A schema that is read in one way.
    struct ContentKey: Hashable {
        let node: Node
        let format: SchemaFormat
    }

    private init(
        _ root: Node,
        _ version: AsyncAPIVersion,
        _ references: References,
        registered: ReferenceLibrary
    ) {
        self.root = root
        self.version = version
        self.references = references
        self.registered = registered
    }

    /// Reads a whole document.
    ///
    /// - Throws: ``ContractFailure`` at the first place, as it was written, that is wrong.
    static func read(
        _ files: DocumentSet,
        library: ReferenceLibrary
    ) throws(ContractFailure) -> EventDescription {
        let version = try version(of: files.home.document.root, files.file)
        let written = library.documents.merging(files.documents) { $1 }
        var sources = SourceMap()
        sources.add(files.home.document, file: files.file)
        for (name, document) in written where name != files.home.path { sources.add(document, file: name) }
        do throws(ContractFailure) {
            let merged = try merge(written, of: files, version, &sources)
            let root = (merged[files.home.path] ?? files.home.document).root
            let reader = DescriptionReader(root, version, References(merged, others: written), registered: library)
            return try reader.description(of: files, sources)
        } catch { throw sources.restored(error).inFile(files.file) }
    }

    /// All documents with their traits merged in; each that says its version follows its own line.
    ///
    /// Registered contracts that are of another format have none.
    private static func merge(
        _ written: [String: Document],
        of files: DocumentSet,
        _ version: AsyncAPIVersion,
        _ sources: inout SourceMap
    ) throws(ContractFailure) -> [String: Document] {
        let references = References(written)
        let set = Set(files.members.map(\.path))
        var all = written
        for (name, document) in written {
            let own = document.root["asyncapi"].flatMap { AsyncAPIVersion($0.text) }
            guard own != nil || set.contains(name),
                let merged = try TraitMerger.merged(document, own ?? version, references)
            else { continue }
            let file = name == files.home.path ? files.file : name
            sources.add(merged.document, file: file, origins: merged.origins)
            all[name] = merged.document
        }
        return all
    }

    private static func version(of root: Node, _ file: String?) throws(ContractFailure) -> AsyncAPIVersion {
        func failure(_ node: Node, _ message: String) -> ContractFailure {
            ContractFailure(AsyncAPIFault.version.rawValue, at: Place(node, file: file), message)
        }
        guard root.isObject else { throw failure(root, "expected an object with the field 'asyncapi'") }
        guard let field = root["asyncapi"] else {
            throw failure(root, "field 'asyncapi' is missing, expected a version such as 3.0.0")
        }
        guard let version = field.string.flatMap({ AsyncAPIVersion($0) }) else {
            throw failure(field, "AsyncAPI \(field.json.text) is not read, expected \(AsyncAPIVersion.known)")
        }
        return version
    }

    private func description(
        of files: DocumentSet,
        _ sources: SourceMap
    ) throws(ContractFailure) -> EventDescription {
        let info = try object(try required("info", of: root))
        try checkText("title", of: info)
        guard let number = info["version"], number.isString || number.isNumber else {
            throw failure(.field, info["version"] ?? info, "'info' must have a 'version'")
        }
        standardType = try text("defaultContentType", of: root).map { MediaType($0) }
        if version == .v2 { _ = try required("channels", of: root) }
        servers = try readServers()
        try readChannels()
        let operations = version == .v2 ? try readOperations2() : try readOperations3()
        return EventDescription(
            files: files,
            sources: sources,
            version: version,
            servers: servers,
            channels: channels,
            operations: operations
        )
    }
}

/// Fields of objects.
extension DescriptionReader {
    func failure(_ fault: AsyncAPIFault, _ node: Node, _ message: String) -> ContractFailure {
        ContractFailure(fault.rawValue, at: Place(node, file: references.fileName(of: node.document)), message)
    }

    /// A value that must be an object; a reference is followed.
    func object(_ node: Node) throws(ContractFailure) -> Node {
        let target = try references.target(of: node)
        guard target.isObject else { throw failure(.field, target, "expected an object") }
        return target
    }

    func required(_ name: String, of node: Node) throws(ContractFailure) -> Node {
        guard let value = node[name] else { throw failure(.field, node, "field '\(name)' is missing") }
        return value
    }

    func text(_ name: String, of node: Node) throws(ContractFailure) -> String? {
        guard let value = node[name] else { return nil }
        guard let text = value.string else { throw failure(.field, value, "'\(name)' must be a string") }
        return text
    }

    func requiredText(_ name: String, of node: Node) throws(ContractFailure) -> String {
        guard let text = try text(name, of: node) else { throw failure(.field, node, "field '\(name)' is missing") }
        return text
    }

    func checkText(_ name: String, of node: Node) throws(ContractFailure) { _ = try requiredText(name, of: node) }

    /// The members of an object under a name, without extensions; none where it is missing.
    func entries(_ name: String, of node: Node) throws(ContractFailure) -> [Node.Member] {
        guard let value = node[name] else { return [] }
        return try object(value).members.filter { !$0.name.hasPrefix("x-") }
    }

    /// The elements of a list under a name; nil where it is missing.
    func list(_ name: String, of node: Node) throws(ContractFailure) -> [Node]? {
        guard let value = node[name] else { return nil }
        guard value.isArray else { throw failure(.field, value, "'\(name)' must be a list") }
        return Array(value.elements)
    }

    /// The last step of a reference, such as `Paid` of `#/components/messages/Paid`.
    func key(ofReference node: Node) -> String? {
        node["$ref"]?.string.flatMap { text in
            guard let hash = text.firstIndex(of: "#") else { return nil }
            return Pointer(String(text[text.index(after: hash)...]))?.tokens.last
        }
    }
}
