internal import Contracts
internal import Syntax

/// Turns a Swagger 2.0 document into the tree of OpenAPI 3.0 that says the same, so that both are read and compared
/// alike.
///
/// Every value keeps its place in the text. What has another shape than it must is copied as it is, and the reader
/// refuses it where it stands; fields that 2.0 does not know are left out.
///
/// - SeeAlso: OpenAPI 2.0, "Schema".
struct SwaggerConversion {
    let root: Node
    var tree: DocumentRewriter
    private let file: String?
    /// Values that were written in place of references to them.
    private var inlined = 0

    /// Values that are written in place of references at most; a document in the wild needs some thousands.
    private static let mostInlined = 2_000_000

    /// A document as the reader takes it: a Swagger 2.0 one converted, any other as it is.
    ///
    /// - Throws: ``ContractFailure`` where references make more of the document than can be read.
    static func read(_ document: Document, file: String?) throws(ContractFailure) -> Document {
        guard document.root["swagger"]?.text == "2.0" else { return document }
        var conversion = SwaggerConversion(document, file)
        try conversion.write()
        return conversion.tree.finished()
    }

    private init(_ document: Document, _ file: String?) {
        root = document.root
        tree = DocumentRewriter(of: document)
        self.file = file
    }

    private mutating func write() throws(ContractFailure) {
        tree.beginObject(at: root)
        if let version = root["swagger"] {
            tree.key("openapi", at: version)
            tree.string("3.0.3", at: version)
        }
        copyMembers(of: root, named: ["info", "tags", "externalDocs", "security"])
        writeServers(schemes: root["schemes"], at: root)
        try writePaths()
        writeComponents()
        if let files = root[JoinedFiles.key] {
            tree.key(JoinedFiles.key, at: files)
            writeFragment(files)
        }
        tree.end()
    }

    private mutating func writeComponents() {
        tree.key("components", at: root)
        tree.beginObject(at: root)
        if let definitions = root["definitions"] {
            tree.key("schemas", at: definitions)
            writeSchemas(definitions)
        }
        if let definitions = root["securityDefinitions"] {
            tree.key("securitySchemes", at: definitions)
            writeSecuritySchemes(definitions)
        }
        tree.end()
    }

    /// Copies the members with these names, and extensions.
    mutating func copyMembers(of node: Node, named names: Set<String>) {
        for member in node.members where names.contains(member.name) || member.name.hasPrefix("x-") {
            guard member.name != JoinedFiles.key else { continue }
            tree.key(member.key)
            tree.copy(member.value)
        }
    }

    /// What a reference within the document leads to, to be written in its place; the node itself where it is none, or
    /// leads nowhere.
    mutating func inline(_ node: Node) throws(ContractFailure) -> Node {
        var target = node
        for _ in 0..<32 {
            guard let text = target["$ref"]?.string, text.hasPrefix("#") else { break }
            guard let next = Pointer(percentDecoding: text.dropFirst()).flatMap({ root[$0] }) else { return node }
            target = next
        }
        guard target != node else { return node }
        inlined += target.endIndex - target.index
        guard inlined <= Self.mostInlined else {
            let message = "references repeat more than \(Self.mostInlined) values (limit inlined values)"
            throw OpenAPIFailure.tooLarge.at(node, message, file: file)
        }
        return target["$ref"] == nil ? target : node
    }
}
