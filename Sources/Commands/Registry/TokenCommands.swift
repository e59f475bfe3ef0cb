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

/// `canon token list`.
enum TokenListCommand: Subcommand {
    static let path = ["token", "list"]

    static let command = Command(
        "list",
        summary: "Lists the tokens; nobody can see their secrets.",
        example: "canon token list",
        options: Option.connection
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let tokens = try RegistryConnection(arguments, console).all("/v1/tokens")
        if arguments.value("output") == "json" {
            console.json(["items": .array(tokens.map(\.json))])
        } else {
            for token in tokens { console.line(line(token)) }
        }
        return .allowed
    }

    private static func line(_ token: Node) -> String {
        let scopes = token["scopes"]?.elements.compactMap(\.string).joined(separator: ",") ?? ""
        let state = token["revoked"]?.bool == true ? "revoked" : "until \(token["expiresAt"]?.string ?? "")"
        let person = FindingReport.padded(token["person"]?.string ?? "", 20)
        return "\(token["id"]?.string ?? "")  \(person)  \(state)  \(scopes)"
    }
}

/// `canon token revoke`.
enum TokenRevokeCommand: Subcommand {
    static let path = ["token", "revoke"]

    static let command = Command(
        "revoke",
        summary: "Takes a token back, at once and for good.",
        example: "canon token revoke 3f2a9c11d04e",
        options: Option.connection,
        positionals: [.required("TOKEN", summary: "The token's id, as 'canon token list' shows it.")]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let id = arguments.argument("TOKEN") ?? ""
        try RegistryConnection(arguments, console).delete("/v1/tokens/\(PercentEncoding.encode(id))")
        if arguments.value("output") == "json" {
            console.json(["revoked": .string(id)])
        } else {
            console.line("token \(id) is revoked")
        }
        return .allowed
    }
}
