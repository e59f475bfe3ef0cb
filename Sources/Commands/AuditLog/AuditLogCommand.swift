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
            .value("limit", placeholder: "N", default: "50", summary: "Records at most."),
        ] + Option.connection
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        guard let limit = arguments.value("limit").flatMap({ Int($0) }), limit > 0 else {
            throw Failure("USAGE", "--limit is a number of records, 1 or more; see 'canon audit log --help'", .usage)
        }
        let (records, next) = try records(arguments, limit, console)
        if arguments.value("output") == "json" {
            console.json(["items": .array(records.map(\.json)), "next": .optional(next)])
        } else {
            for record in records { console.line(line(record)) }
            if next != nil { console.note("there are older records; narrow the filters or raise --limit") }
        }
        return .allowed
    }

    /// Records a page.
    private static let page = 200

    /// So many records, page by page, and where they go on.
    private static func records(
        _ arguments: ParsedArguments,
        _ limit: Int,
        _ console: Console
    ) throws -> (records: [Node], next: String?) {
        let registry = try RegistryConnection(arguments, console)
        let filters = ["actor", "subject", "action", "since", "until"]
        let query = filters.compactMap { name in arguments.value(name).map { (name, $0) } }
        var records: [Node] = []
        var next: String?
        repeat {
            let place = next.map { [("cursor", $0)] } ?? []
            let size = [("limit", "\(min(page, limit - records.count))")]
            let text = (query + size + place).map { "\($0.0)=\(PercentEncoding.encode($0.1))" }
            let answer = try registry.get("/v1/audit/records?" + text.joined(separator: "&"))
            records += answer["items"]?.elements.map { $0 } ?? []
            next = answer["next"]?.string
        } while next != nil && records.count < limit
        return (records, next)
    }

    private static func line(_ record: Node) -> String {
        let text = { (name: String) in record[name]?.string ?? "" }
        let number = FindingReport.padded(String(record["record"]?.int ?? 0), 6)
        return "\(number) \(text("time"))  \(FindingReport.padded(text("action"), 20)) "
            + "\(FindingReport.padded(text("subject"), 28)) by \(text("actor"))"
    }
}
