internal import Compatibility
internal import Contracts
internal import Syntax

/// Reads an OpenAPI document into its model, and refuses the first field that cannot be what it says.
///
/// Fields that the specification does not know are passed over: documents in the wild are full of them, and they
/// change no call.
final class DescriptionReader {
    let document: Document
    private let files: DocumentSet
    let file: String?
    let library: ReferenceLibrary
    let references: References
    /// What several places refer to is read once.
    var knownParameters: [Node: Parameter] = [:]
    var knownHeaders: [Node: CarriedValue] = [:]
    var knownBodies: [Node: RequestBody] = [:]
    var knownResponses: [Node: Response] = [:]
    var knownSchemas: NodeSet
    var knownRanges: [String: MediaRange] = [:]
    /// Callbacks that are being read: one inside of itself says nothing new.
    var openCallbacks: Set<Node> = []
    /// What the specification forbids and can be read all the same.
    private(set) var remarks: [ContractFailure] = []
    /// The line of the specification; settled before anything else is read.
    private(set) var version = OpenAPIVersion.v31
    /// What operations inherit from the document.
    var inheritedSecurity: Security
    var inheritedServers: Servers

    init(_ document: Document, of files: DocumentSet, library: ReferenceLibrary) {
        self.document = document
        self.files = files
        file = files.file
        self.library = library
        knownSchemas = NodeSet(of: document)
        references = References(in: document, library: library, file: file)
        inheritedSecurity = Security(node: document.root, alternatives: [], isInherited: true)
        inheritedServers = Servers(node: document.root, list: [Server(node: document.root, url: "/")])
    }

    /// Reads the whole document.
    func read() throws(ContractFailure) -> APIDescription {
        let root = document.root
        version = try readVersion(root)
        let info = try object(try required("info", of: root))
        inheritedSecurity = try readSecurity(of: root, inherited: inheritedSecurity)
        inheritedServers = try readServers(of: root, inherited: inheritedServers)
        let operations = try readPaths(root["paths"])
        let webhooks = try readWebhooks(root["webhooks"])
        let securitySchemes = try readSecuritySchemes(root["components"]?["securitySchemes"])
        return APIDescription(
            files: files,
            document: document,
            library: library,
            local: references.local,
            version: version,
            contractVersion: try versionText(of: info),
            operations: operations,
            webhooks: webhooks,
            securitySchemes: securitySchemes,
            remarks: remarks
        )
    }

    /// Notes something that the specification forbids and that can be read all the same.
    func remark(_ code: OpenAPIFailure, _ node: Node, _ message: String) {
        remarks.append(failure(code, node, message))
    }

    private func readVersion(_ root: Node) throws(ContractFailure) -> OpenAPIVersion {
        guard root.isObject else { throw failure(.version, root, "expected an object with the field 'openapi'") }
        if let old = root["swagger"] {
            let message = "the document follows Swagger \(old.text), expected 2.0, or OpenAPI 3.0 or 3.1"
            throw failure(.version, old, message)
        }
        guard let field = root["openapi"] else {
            throw failure(.version, root, "field 'openapi' is missing, expected a version such as 3.1.0")
        }
        guard let version = OpenAPIVersion(field.text) else {
            throw failure(.version, field, "OpenAPI \(field.text) is not known, expected 3.0 or 3.1")
        }
        return version
    }

    /// `info.version`: a number is taken as its text, since `version: 1.0` in YAML is one.
    private func versionText(of info: Node) throws(ContractFailure) -> String {
        guard let field = info["version"] else { return "" }
        guard field.isString || field.isNumber else { throw failure(.field, field, "'version' must be a string") }
        return field.text
    }
}
