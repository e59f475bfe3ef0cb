internal import Arguments
internal import HTTP
internal import Syntax

/// `canon show`: a submission, a gate answer, a subject or a version.
enum ShowCommand: Subcommand {
    static let path = ["show"]

    static let command = Command(
        "show",
        summary: "Shows a submission (s42), a gate answer (g57), a subject, or a version's content.",
        example: "canon show canonical.invoice@2.4.0",
        options: Option.connection,
        positionals: [.required("NAME", summary: "s42, g57, SUBJECT or SUBJECT@VERSION.")]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let registry = try RegistryConnection(arguments, console)
        let name = arguments.argument("NAME") ?? ""
        if let at = name.firstIndex(of: "@") {
            let subject = PercentEncoding.encode(String(name[..<at]))
            let version = PercentEncoding.encode(String(name[name.index(after: at)...]))
            console.write(try registry.bytes(.get, "/v1/subjects/\(subject)/versions/\(version)/content"))
            return .allowed
        }
        return try show(name, registry, arguments, console)
    }

    private static func show(
        _ name: String,
        _ registry: RegistryConnection,
        _ arguments: ParsedArguments,
        _ console: Console
    ) throws -> ExitCode {
        let isNumbered = name.utf8.count > 1 && name.utf8.dropFirst().allSatisfy { (48...57).contains($0) }
        switch (name.first, isNumbered) {
        case ("s", true):
            let answer = try registry.get("/v1/submissions/\(name)")
            _ = try SubmissionReport.show(answer, subject: answer["subject"]?.string ?? "", arguments, console)
        case ("g", true):
            _ = GateReport.show(try registry.get("/v1/gates/\(name)"), arguments, console)
        default:
            console.json(try registry.get("/v1/subjects/\(PercentEncoding.encode(name))").json)
        }
        return .allowed
    }
}
