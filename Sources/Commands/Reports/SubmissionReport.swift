internal import Arguments
internal import Contracts
internal import Syntax

/// A submission for people, or as the registry gave it.
enum SubmissionReport {
    /// Shows an answer that holds a submission or a decision, and tells the exit code that it means.
    static func show(
        _ answer: Node,
        subject: String,
        _ arguments: ParsedArguments,
        _ console: Console
    ) throws -> ExitCode {
        if arguments.value("output") == "json" {
            console.json(answer.json)
        } else {
            for line in lines(answer, subject: subject) { console.line(line) }
        }
        return exitCode(answer)
    }

    /// What a submission's state or a decision's verdict means to a pipeline.
    static func exitCode(_ answer: Node) -> ExitCode {
        let state = answer["state"]?.string ?? answer["decision"]?["verdict"]?.string
        switch state {
        case "approved", "unchanged": return .allowed
        case "pending": return .pending
        default: return .denied
        }
    }

    /// The lines.
    static func lines(_ answer: Node, subject: String) -> [String] {
        var lines: [String] = []
        if let id = answer["id"]?.string {
            let author = answer["author"]?.string ?? ""
            lines.append("submission \(id) by \(author): \(answer["state"]?.string?.uppercased() ?? "")")
        }
        if let decision = answer["decision"].flatMap(Decision.init) {
            lines +=
                decision.verdict == .unchanged
                ? ["\(subject): UNCHANGED, the content is registered already\(decision.base.map { " as \($0)" } ?? "")"]
                : DecisionReport.lines(subject, decision)
        }
        lines += requirementLines(answer)
        if let binding = answer["binding"]?.string { lines.append("binding \(binding)") }
        if answer["stale"]?.bool == true {
            lines.append("stale: policies or base moved since; it is judged again when somebody answers")
        }
        return lines
    }

    private static func requirementLines(_ answer: Node) -> [String] {
        guard let requirements = answer["requirements"], requirements.count > 0 else { return [] }
        return ["approvals:"]
            + requirements.elements.map { line in
                let isSatisfied = line["state"]?.string == "SATISFIED"
                let teams = line["teams"]?.elements.compactMap(\.string).joined(separator: " or ") ?? ""
                let people = line["approvedBy"]?.elements.compactMap(\.string).joined(separator: ", ") ?? ""
                return "    [\(isSatisfied ? "x" : " ")] \(teams)\(people.isEmpty ? "" : " by \(people)")"
            }
    }
}
