internal import Arguments
internal import HTTP
internal import Syntax

/// `canon audit prove`: a record with its proof, verified on this machine.
enum AuditProveCommand: Subcommand {
    static let path = ["audit", "prove"]

    static let command = Command(
        "prove",
        summary: "Fetches a record with its proof and verifies the proof here.",
        example: "canon audit prove 42 --output json > proof.json",
        options: Option.connection,
        positionals: [.required("RECORD", summary: "Its number, from 0.")]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let record = PercentEncoding.encode(arguments.argument("RECORD") ?? "")
        let answer = try RegistryConnection(arguments, console).get("/v1/audit/records/\(record)")
        let proof = try ProvenLeaf(answer)
        let isSound = proof.isSound
        if arguments.value("output") == "json" {
            console.json(answer.json)
        } else {
            for line in proof.lines { console.line(line) }
        }
        return isSound ? .allowed : .denied
    }
}
