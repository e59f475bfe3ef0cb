internal import Arguments

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
