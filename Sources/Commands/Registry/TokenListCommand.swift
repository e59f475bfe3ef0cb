internal import Arguments
internal import Contracts
internal import HTTP
internal import Syntax

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
