internal import Arguments
internal import Contracts
internal import HTTP
internal import Syntax

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
