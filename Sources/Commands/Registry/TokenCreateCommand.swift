internal import Arguments
internal import Contracts
internal import HTTP
internal import Syntax

/// `canon token create`.
enum TokenCreateCommand: Subcommand {
    static let path = ["token", "create"]

    static let command = Command(
        "create",
        summary: "Issues a token for a person of the catalog; its secret is shown once.",
        example: "canon token create p-ines --scope submitter --scope approver --days 30",
        options: [
            .repeated(
                "scope",
                placeholder: "ROLE",
                summary: "What it may be used for at most; else all that the person may do."
            ),
            .value("days", placeholder: "N", default: "90", summary: "Days until it expires."),
        ] + Option.connection,
        positionals: [.required("PERSON", summary: "Whom it stands for.")]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let registry = try RegistryConnection(arguments, console)
        guard let days = Int(arguments.value("days") ?? "") else {
            throw Failure("USAGE", "--days takes a whole number", .usage)
        }
        let answer = try registry.post(
            "/v1/tokens",
            [
                "person": .string(arguments.argument("PERSON") ?? ""), "days": .int(days),
                "scopes": .array(arguments.values("scope").map(JSON.string)),
            ]
        )
        if arguments.value("output") == "json" {
            console.json(answer.json)
        } else {
            console.line(answer["token"]?.string ?? "")
            console.note(
                "token \(answer["id"]?.string ?? "") expires at \(answer["expiresAt"]?.string ?? ""); it is shown once"
            )
        }
        return .allowed
    }
}
