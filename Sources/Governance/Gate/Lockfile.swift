package import Contracts
package import Crypto
package import Syntax

/// What a release provides and consumes, by version and digest: the file `canon.lock`.
///
/// - SeeAlso: design/gate-and-records.md, section 3.2.
package struct Lockfile: Hashable, Sendable {
    /// One contract that the release was built against.
    package struct Entry: Hashable, Sendable {
        /// The contract.
        package let subject: Subject
        /// Its version.
        package let version: SemanticVersion
        /// Digest of its content's normalised form.
        package let digest: Digest
        /// What of it the release uses; only for consumed ones, empty means not said.
        package let uses: [String]

        /// An entry.
        package init(subject: Subject, version: SemanticVersion, digest: Digest, uses: [String] = []) {
            self.subject = subject
            self.version = version
            self.digest = digest
            self.uses = uses
        }
    }

    /// The application.
    package let application: ApplicationID
    /// The release, in the application's own numbering.
    package let release: String
    /// The contracts that it serves.
    package let provides: [Entry]
    /// The contracts that it relies on.
    package let consumes: [Entry]

    /// Stable code of every failure in a lockfile.
    package static let code = "LOCK_INVALID"
    /// Form of the file.
    private static let form = 1
    /// Bytes of a release's name at most.
    package static let longestRelease = 100
    /// Most contracts a lockfile may list.
    package static let mostEntries = 1000

    /// A lockfile.
    package init(application: ApplicationID, release: String, provides: [Entry], consumes: [Entry]) {
        self.application = application
        self.release = release
        self.provides = provides
        self.consumes = consumes
    }

    /// Reads a lockfile.
    ///
    /// - Throws: ``ContractFailure`` with the place of what is wrong.
    package init(_ node: Node, file: String? = nil) throws(ContractFailure) {
        let known: Set<String> = [
            "lockVersion", "app", "version", "commit", "builtAt", "provides", "consumes", "canonical", "regions",
            "policyBundle", "generator",
        ]
        let reader = try MemberReader(node, code: Self.code, file: file, known: known)
        guard try reader.number("lockVersion", default: 0, in: 0...Int.max) == Self.form else {
            throw reader.failure(at: node["lockVersion"] ?? node, "expected lockVersion 1")
        }
        application = try reader.value("app", ApplicationID.init(parsing:))
        release = try reader.text("version")
        guard release.utf8.count <= Self.longestRelease else {
            throw reader.failure(at: node["version"] ?? node, "a release has at most \(Self.longestRelease) bytes")
        }
        provides = try Self.entries("provides", reader)
        consumes = try Self.entries("consumes", reader)
    }

    private static func entries(_ name: String, _ reader: MemberReader) throws(ContractFailure) -> [Entry] {
        let nodes = try reader.list(name)
        guard nodes.count <= mostEntries else {
            throw reader.failure(at: nodes[mostEntries], "at most \(mostEntries) entries are read")
        }
        var entries: [Entry] = []
        for node in nodes { entries.append(try Entry(node, file: reader.file)) }
        return entries
    }

    /// The file's text: sorted keys, two spaces a level, so that it is the same for the same release.
    package var text: String {
        let json: JSON = [
            "app": .string(application.name), "consumes": .array(consumes.map(\.json)), "generator": "canon",
            "lockVersion": .int(Self.form), "provides": .array(provides.map(\.json)), "version": .string(release),
        ]
        return json.indented + "\n"
    }
}

extension Lockfile.Entry {
    init(_ node: Node, file: String?) throws(ContractFailure) {
        let known: Set<String> = ["contract", "version", "range", "digest", "format", "uses"]
        let reader = try MemberReader(node, code: Lockfile.code, file: file, known: known)
        subject = try reader.value("contract", Subject.init(parsing:))
        version = try reader.value("version", SemanticVersion.init(parsing:))
        uses = try reader.texts("uses")
        guard let digest = Digest(try reader.text("digest")) else {
            throw reader.failure(at: node["digest"] ?? node, "expected sha256: and 64 hexadecimal digits")
        }
        self.digest = digest
    }

    var json: JSON {
        var members: [JSON.Member] = [
            .init("contract", .string(subject.name)), .init("digest", .string(digest.description)),
        ]
        if !uses.isEmpty { members.append(.init("uses", .array(uses.map(JSON.string)))) }
        members.append(.init("version", .string(version.description)))
        return .object(members)
    }
}
