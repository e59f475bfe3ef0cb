internal import Arguments
internal import HTTP
internal import Syntax

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
