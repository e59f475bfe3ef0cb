internal import Arguments
internal import HTTP
internal import Syntax

/// `canon audit show`: one record as it lies in the log.
enum AuditShowCommand: Subcommand {
    static let path = ["audit", "show"]

    static let command = Command(
        "show",
        summary: "Shows one record as it lies in the log.",
        example: "canon audit show 42",
        options: Option.connection,
        positionals: [.required("RECORD", summary: "Its number, from 0.")]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let record = PercentEncoding.encode(arguments.argument("RECORD") ?? "")
        let answer = try RegistryConnection(arguments, console).get("/v1/audit/records/\(record)")
        guard arguments.value("output") == "text", let leaf = answer["leaf"]?.string else {
            console.json(answer.json)
            return .allowed
        }
        console.line("record \(answer["record"]?.int ?? 0), hash \(answer["hash"]?.string ?? "")")
        console.json(try Document.json(Array(leaf.utf8)).root.json)
        return .allowed
    }
}
