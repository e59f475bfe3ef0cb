internal import Arguments

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
