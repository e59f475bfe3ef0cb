internal import Arguments
internal import HTTP
internal import Syntax

/// `canon history`: what is registered, and how it came to be.
enum HistoryCommand: Subcommand {
    static let path = ["history"]

    static let command = Command(
        "history",
        summary: "Lists the subjects and what waits for somebody, or a subject's versions and submissions.",
        example: "canon history canonical.invoice",
        options: Option.connection,
        positionals: [.optional("SUBJECT", summary: "The subject; else all of them.")]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let registry = try RegistryConnection(arguments, console)
        let subject = arguments.argument("SUBJECT").map(PercentEncoding.encode)
        let things = try registry.all(subject.map { "/v1/subjects/\($0)/versions" } ?? "/v1/subjects")
        let submissions = try registry.all(subject.map { "/v1/subjects/\($0)/submissions" } ?? "/v1/submissions")
        if arguments.value("output") == "json" {
            let name = subject == nil ? "subjects" : "versions"
            console.json(
                .object([
                    .init(name, .array(things.map(\.json))), .init("submissions", .array(submissions.map(\.json))),
                ])
            )
        } else {
            for thing in things { console.line(subject == nil ? subjectLine(thing) : versionLine(thing)) }
            if !submissions.isEmpty { console.line(subject == nil ? "waiting for somebody:" : "submissions:") }
            for submission in submissions { console.line(submissionLine(submission)) }
            if things.isEmpty, submissions.isEmpty {
                let name = subject.map { " as \($0)" } ?? ""
                console.note("nothing is registered or proposed\(name); 'canon history' lists what is")
            }
        }
        return .allowed
    }

    private static func subjectLine(_ subject: Node) -> String {
        let name = FindingReport.padded(subject["subject"]?.string ?? "", 36)
        return
            "\(name) \(FindingReport.padded(subject["version"]?.string ?? "", 10)) \(subject["format"]?.string ?? "")"
    }

    private static func versionLine(_ version: Node) -> String {
        let name = FindingReport.padded(version["version"]?.string ?? "", 10)
        let origin = version["submission"]?.string.map { "approved as \($0)" } ?? "taken over"
        let digest = version["contentDigest"]?.string ?? ""
        return "\(name) \(version["acceptedAt"]?.string ?? "")  \(FindingReport.padded(origin, 16)) \(digest)"
    }

    private static func submissionLine(_ submission: Node) -> String {
        let text = { (name: String) in submission[name]?.string ?? "" }
        return "  \(FindingReport.padded(text("id"), 8)) \(FindingReport.padded(text("state"), 10)) "
            + "\(text("subject")) \(text("version")) by \(text("author")) at \(text("openedAt"))"
    }
}
