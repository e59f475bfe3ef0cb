internal import Compatibility
internal import Contracts
internal import Governance
internal import HTTP
internal import Syntax

/// A proposal as a request carries it: `{"version", "content", "file"?, "manifest"?}`.
struct ProposalBody {
    private let version: SemanticVersion
    private let content: String
    private let file: String?
    private let manifest: Node?

    init(_ request: Request) throws {
        let reader = try request.object(known: ["version", "content", "file", "manifest"])
        version = try reader.value("version", SemanticVersion.init(parsing:))
        content = try reader.text("content")
        file = try reader.optionalText("file")
        if let file, !Self.isFileName(file) {
            throw reader.failure(
                at: reader.node["file"] ?? reader.node,
                "'file' is no name of a file: expected 1 to \(Limit.fileName) bytes without control characters"
            )
        }
        manifest = reader.node["manifest"]
    }

    private static func isFileName(_ text: String) -> Bool {
        (1...Limit.fileName).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\u{7F}" }
    }

    /// The proposal; without a manifest, the one in force goes on.
    ///
    /// - Throws: ``RegistryError`` if there is no manifest, or it is another subject's.
    func proposal(_ registry: Registry, for subject: Subject) throws -> Proposal {
        let manifest = try manifest.map { try Manifest($0) } ?? registry.subject(subject).manifest
        guard manifest.subject == subject else {
            throw RegistryError(
                .invalid,
                "MANIFEST_OTHER_SUBJECT",
                "the manifest is for \(manifest.subject), and the request for \(subject)",
                "make both the same"
            )
        }
        return Proposal(
            manifest: manifest,
            version: version,
            content: ContractSource(Array(content.utf8), file: file)
        )
    }
}
