internal import Arguments
internal import Contracts
internal import Crypto
internal import Governance
internal import Syntax

/// `canon lock`: writes down what a release provides and consumes.
enum LockCommand: Subcommand {
    static let path = ["lock"]

    static let command = Command(
        "lock",
        summary: "Writes a lockfile: the contracts of a release by version and digest, as the registry holds them.",
        example:
            "canon lock --app psa-billing-bridge --release 4.2.0 --consumes erp.invoice-status@1.0.0 --to canon.lock",
        options: [
            .value("app", placeholder: "NAME", isRequired: true, summary: "The application."),
            .value("release", placeholder: "VERSION", isRequired: true, summary: "The release, in its own numbering."),
            .repeated(
                "provides",
                placeholder: "SUBJECT@VERSION",
                summary: "A contract that it serves; may be repeated."
            ),
            .repeated(
                "consumes",
                placeholder: "SUBJECT@VERSION",
                summary: "A contract that it relies on; may be repeated."
            ),
            .value("to", placeholder: "FILE", summary: "Where to write; else standard output."),
        ] + Option.connection
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let registry = try RegistryConnection(arguments, console)
        let lock = Lockfile(
            application: try ApplicationID(parsing: arguments.value("app") ?? ""),
            release: arguments.value("release") ?? "",
            provides: try arguments.values("provides").map { try entry($0, registry) },
            consumes: try arguments.values("consumes").map { try entry($0, registry) }
        )
        let text = Array(lock.text.utf8)
        guard let file = arguments.value("to") else {
            console.write(text)
            return .allowed
        }
        try LocalFile.write(text, to: file)
        console.note("wrote \(file)")
        return .allowed
    }

    private static func entry(_ name: String, _ registry: RegistryConnection) throws -> Lockfile.Entry {
        let parts = name.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            throw Failure("USAGE", "'\(name)' is no SUBJECT@VERSION", .usage)
        }
        let subject = try Subject(parsing: parts[0])
        let digest = try digest(of: subject, parts[1], registry)
        return Lockfile.Entry(subject: subject, version: digest.version, digest: digest.content)
    }

    /// The content's digest: of a registered version, or of a submission that is on its way.
    private static func digest(
        of subject: Subject,
        _ version: String,
        _ registry: RegistryConnection
    ) throws -> (version: SemanticVersion, content: Digest) {
        do {
            let found = try registry.get("/v1/subjects/\(subject)/versions/\(version)")
            return try read(found["version"]?.string, found["contentDigest"]?.string, "\(subject)@\(version)")
        } catch let failure as Failure {
            guard failure.code == "VERSION_UNKNOWN" || failure.code == "SUBJECT_UNKNOWN" else { throw failure }
            let submissions = try registry.all("/v1/subjects/\(subject)/submissions")
            guard let open = submissions.first(where: { $0["version"]?.string == version }) else { throw failure }
            return try read(version, open["digests"]?["content"]?.string, "\(subject)@\(version)")
        }
    }

    private static func read(
        _ version: String?,
        _ digest: String?,
        _ name: String
    ) throws -> (version: SemanticVersion, content: Digest) {
        guard let version, let digest = digest.flatMap({ Digest($0) }) else {
            throw Failure("ANSWER_INVALID", "the registry's answer about \(name) holds no digest", .unreachable)
        }
        return (try SemanticVersion(parsing: version), digest)
    }
}
