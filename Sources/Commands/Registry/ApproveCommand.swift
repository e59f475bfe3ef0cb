internal import Arguments
internal import HTTP
internal import Syntax

/// `canon approve`: agrees to exactly what is shown.
enum ApproveCommand: Subcommand {
    static let path = ["approve"]
    static let command = AnswerMessage.command(
        "approve",
        summary: "Agrees to a submission, to exactly what is looked at; exit 3 while others have to agree too.",
        example: "canon approve s42 --binding sha256:… --reason \"checked with tax\""
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        try AnswerMessage.send("approvals", arguments, console)
    }
}

/// `canon reject`: says no; the submission ends.
enum RejectCommand: Subcommand {
    static let path = ["reject"]
    static let command = AnswerMessage.command(
        "reject",
        summary: "Says no to a submission, which ends with it.",
        example: "canon reject s42 --reason \"taxCode is read by crm\""
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        _ = try AnswerMessage.send("rejections", arguments, console)
        return .allowed
    }
}

/// An answer to a submission as the API takes it.
enum AnswerMessage {
    static func command(_ name: String, summary: String, example: String) -> Command {
        Command(
            name,
            summary: summary,
            example: example,
            options: [
                .value(
                    "binding",
                    placeholder: "DIGEST",
                    summary: "What was looked at, as 'canon show' printed it; else what stands now."
                ),
                .value("reason", placeholder: "TEXT", default: "", summary: "Why; it is recorded."),
            ] + Option.connection,
            positionals: [.required("SUBMISSION", summary: "Such as s42.")]
        )
    }

    static func send(_ kind: String, _ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let registry = try RegistryConnection(arguments, console)
        let path = "/v1/submissions/\(PercentEncoding.encode(arguments.argument("SUBMISSION") ?? ""))"
        let binding = try arguments.value("binding") ?? registry.get(path)["binding"]?.string ?? ""
        let answer = try registry.post(
            "\(path)/\(kind)",
            ["binding": .string(binding), "reason": .string(arguments.value("reason") ?? "")]
        )
        return try SubmissionReport.show(answer, subject: answer["subject"]?.string ?? "", arguments, console)
    }
}
