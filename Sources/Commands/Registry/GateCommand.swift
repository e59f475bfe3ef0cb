internal import Arguments
internal import Syntax

/// `canon gate` asks whether a release may go out.
enum GateCommand: Subcommand {
    static let path = ["gate"]

    static let command = Command(
        "gate",
        summary:
            "Asks whether a release may go to an environment: 0 allowed, 1 denied, 3 pending, 5 not known, 4 no registry.",
        example: "canon gate --lock canon.lock --environment production",
        options: [
            .value(
                "lock",
                placeholder: "FILE",
                default: "canon.lock",
                summary: "The lockfile, '-' for standard input."
            ),
            .value("environment", placeholder: "NAME", isRequired: true, summary: "Where the release would go."),
            .value(
                "idempotency-key",
                placeholder: "KEY",
                summary: "Makes asking again give the same record; else a new one."
            ),
        ] + Option.connection
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let lock = try LocalFile.read(arguments.value("lock") ?? "")
        guard let text = String(validating: lock, as: UTF8.self) else {
            throw Failure("SYNTAX_ENCODING", "the lockfile is not UTF-8", .usage)
        }
        let body: JSON = ["lock": .string(text), "environment": .string(arguments.value("environment") ?? "")]
        let registry = try RegistryConnection(arguments, console)
        let answer =
            try arguments.value("idempotency-key").map { try registry.post("/v1/gates", body, key: $0) }
            ?? registry.post("/v1/gates", body)
        return GateReport.show(answer, arguments, console)
    }
}
