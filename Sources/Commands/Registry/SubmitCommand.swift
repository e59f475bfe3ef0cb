internal import Arguments
internal import Contracts
internal import HTTP
internal import Syntax

/// `canon submit`: proposes a change.
enum SubmitCommand: Subcommand {
    static let path = ["submit"]

    static let command = Command(
        "submit",
        summary: "Proposes a version; exit 0 if nothing has to happen, 3 if somebody has to agree, 1 if it is denied.",
        example: "canon submit erp.invoice-status 1.1.0 Registry/erp.invoice-status/1.1.0.yaml",
        options: [
            .value(
                "manifest",
                placeholder: "FILE",
                summary: "The contract.yaml that comes into force with it; else the one in force goes on."
            ),
            .value("idempotency-key", placeholder: "KEY", summary: "Makes sending it again harmless; else a new one."),
        ] + Option.connection,
        positionals: [
            .required("SUBJECT", summary: "What it is a version of."),
            .required("VERSION", summary: "The version it declares, such as 1.1.0."),
            .required("FILE", summary: "The content, '-' for standard input."),
        ]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let subject = try Subject(parsing: arguments.argument("SUBJECT") ?? "")
        let file = arguments.argument("FILE") ?? ""
        let body = try ProposalMessage.body(
            version: SemanticVersion(parsing: arguments.argument("VERSION") ?? "").description,
            content: LocalFile.read(file),
            file: file == "-" ? nil : file,
            manifest: arguments.value("manifest").map { try ProposalMessage.manifest($0) }
        )
        let registry = try RegistryConnection(arguments, console)
        let path = "/v1/subjects/\(subject)/submissions"
        let answer =
            try arguments.value("idempotency-key").map { try registry.post(path, body, key: $0) }
            ?? registry.post(path, body)
        return try SubmissionReport.show(answer, subject: subject.name, arguments, console)
    }
}
