internal import Arguments

/// One command: what it takes, and what it does.
protocol Subcommand: Sendable {
    /// The words that are typed behind `canon`, such as `audit verify`.
    static var path: [String] { get }

    /// Its declaration; its name is the last word of ``path``.
    static var command: Command { get }

    /// Does it.
    ///
    /// - Throws: What ``Failure`` makes a message and an exit code of.
    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode
}

/// Commands that hold others, with what their help says.
enum CommandGroup {
    static let summaries = [
        "token": "Gives tokens out and takes them back.",
        "audit": "Reads the audit log, proves records, and verifies the whole.",
    ]
}

extension Option {
    /// How results are shown; every command has it.
    static let output = Option.choice(
        "output",
        among: ["text", "json"],
        default: "text",
        summary: "How the result is shown."
    )

    /// Where the registry is.
    static let server = Option.value(
        "server",
        placeholder: "URL",
        summary: "The registry; else CANON_SERVER, else http://127.0.0.1:8080."
    )

    /// The file with the token.
    static let tokenFile = Option.value(
        "token-file",
        placeholder: "FILE",
        summary: "File that holds the token; else the variable CANON_TOKEN."
    )

    /// What every command that talks to a registry takes.
    static let connection = [server, tokenFile, output]
}
