internal import Arguments
internal import HTTP
internal import Syntax

/// `canon audit export`: the whole log as one file that verifies offline.
enum AuditExportCommand: Subcommand {
    static let path = ["audit", "export"]

    static let command = Command(
        "export",
        summary: "Writes the whole log to a file that 'canon audit verify' checks without a registry.",
        example: "canon audit export --to audit-2026.jsonl",
        options: [.value("to", placeholder: "FILE", isRequired: true, summary: "Where to write.")] + Option.connection
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let file = arguments.value("to") ?? ""
        let bytes = try RegistryConnection(arguments, console).bytes(.post, "/v1/audit/exports", [:])
        try LocalFile.write(bytes, to: file)
        let records = bytes.count { $0 == UInt8(ascii: "\n") } - 1
        if arguments.value("output") == "json" {
            console.json(["file": .string(file), "records": .int(records)])
        } else {
            console.line("wrote \(records) records to \(file); verify them with: canon audit verify \(file)")
        }
        return .allowed
    }
}
