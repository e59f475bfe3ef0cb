internal import Arguments
internal import HTTP
internal import Syntax

/// `canon audit log`: what happened, newest first.
enum AuditLogCommand: Subcommand {
    static let path = ["audit", "log"]

    static let command = Command(
        "log",
        summary: "Lists records, newest first, by actor, subject, action and time.",
        example: "canon audit log --subject canonical.invoice --since 2026-11-01",
        options: [
            .value("actor", placeholder: "PERSON", summary: "Only what this person did."),
            .value(
                "subject",
                placeholder: "NAME",
                summary: "Only what is about this subject, submission, person or policy."
            ),
            .value("action", placeholder: "ACTION", summary: "Only this action, such as version.accepted."),
            .value(
                "since",
                placeholder: "TIME",
                summary: "From this time on, such as 2026-11-24 or 2026-11-24T09:30:00Z."
            ),
            .value("until", placeholder: "TIME", summary: "Before this time."),
            .value("limit", placeholder: "N", default: "50", summary: "Records at most; 200 a page."),
        ] + Option.connection
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let names = ["actor", "subject", "action", "since", "until", "limit"]
        let query = names.compactMap { name in arguments.value(name).map { "\(name)=\(PercentEncoding.encode($0))" } }
        let answer = try RegistryConnection(arguments, console).get("/v1/audit/records?" + query.joined(separator: "&"))
        if arguments.value("output") == "json" {
            console.json(answer.json)
        } else {
            for record in answer["items"]?.elements.map({ $0 }) ?? [] { console.line(line(record)) }
            if answer["next"]?.string != nil {
                console.note("there are older records; narrow the filters or raise --limit")
            }
        }
        return .allowed
    }

    private static func line(_ record: Node) -> String {
        let text = { (name: String) in record[name]?.string ?? "" }
        let number = FindingReport.padded(String(record["record"]?.int ?? 0), 6)
        return "\(number) \(text("time"))  \(FindingReport.padded(text("action"), 20)) "
            + "\(FindingReport.padded(text("subject"), 28)) by \(text("actor"))"
    }
}
