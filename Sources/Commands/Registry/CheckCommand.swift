internal import Arguments
internal import Compatibility
internal import Contracts
internal import Governance
internal import Syntax

/// `canon check`: the verdict that a submission would get, without submitting.
enum CheckCommand: Subcommand {
    static let path = ["check"]

    static let command = Command(
        "check",
        summary: "Judges what folders propose; exit 0 unless something is denied, whoever has to agree.",
        example: "canon check Registry Policies --against main",
        options: [
            .value(
                "against",
                placeholder: "DIR|GITREV",
                summary: "What is there already; else each subject's latest version is judged against its earlier ones."
            ),
            .flag("online", summary: "Ask the registry, and judge against what it holds."),
            .value(
                "author",
                placeholder: "PERSON",
                default: "author",
                summary: "Who would submit, when judged offline."
            ),
        ] + Option.connection,
        positionals: [.rest("DIR", atLeast: 1, summary: "Folders such as Registry and Policies.")]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let folders = arguments.arguments("DIR")
        let folder = try RegistryFolder(FileTree.files(in: folders), functions: BuiltIns.functions)
        let decisions =
            arguments.has("online") || arguments.value("server") != nil
            ? try online(folder, RegistryConnection(arguments, console))
            : try offline(folder, base(arguments.value("against"), folders), arguments)
        if arguments.value("output") == "json" {
            console.json([
                "checks": .array(decisions.map { ["subject": .string($0.subject), "decision": $0.decision.json] })
            ])
        } else {
            for (subject, decision) in decisions {
                for line in DecisionReport.lines(subject, decision) { console.line(line) }
            }
            if decisions.isEmpty { console.line("nothing is proposed") }
        }
        return decisions.contains { $0.decision.verdict == .denied } ? .denied : .allowed
    }

    private static func base(_ against: String?, _ folders: [String]) throws -> RegistryFolder? {
        guard let against else { return nil }
        let files =
            LocalFile.isFolder(against)
            ? try FileTree.files(in: [against]) : try FileTree.files(in: folders, at: against)
        return try RegistryFolder(files, functions: BuiltIns.functions)
    }

    private static func offline(
        _ folder: RegistryFolder,
        _ base: RegistryFolder?,
        _ arguments: ParsedArguments
    ) throws -> [(subject: String, decision: Decision)] {
        let author = try PersonID(parsing: arguments.value("author") ?? "")
        let judge = Judge(formats: BuiltIns.formats)
        return try folder.candidates(over: base, by: author, BuiltIns.formats).map { candidate in
            let judgement = try judge.judge(candidate.proposal, on: candidate.ground)
            return (candidate.proposal.subject.name, judgement.decision)
        }
    }

    private static func online(
        _ folder: RegistryFolder,
        _ registry: RegistryConnection
    ) throws -> [(subject: String, decision: Decision)] {
        try folder.inOrderOfReference(BuiltIns.formats).compactMap { contract in
            guard let latest = contract.versions.last else { return nil }
            let subject = contract.manifest.subject.name
            let body = try ProposalMessage.body(
                version: latest.version.description,
                content: latest.content.bytes,
                file: latest.content.file,
                manifest: contract.manifest.declared
            )
            let answer = try registry.post("/v1/subjects/\(subject)/checks", body)
            guard let decision = answer["decision"].flatMap(Decision.init) else {
                throw Failure("ANSWER_INVALID", "the registry's answer holds no decision", .unreachable)
            }
            return decision.verdict == .unchanged ? nil : (subject, decision)
        }
    }
}
