internal import Arguments
internal import Contracts
internal import Governance
internal import Syntax

/// A gate's answer for people, or as the registry gave it.
enum GateReport {
    /// Shows the answer and tells the exit code that it means.
    static func show(_ answer: Node, _ arguments: ParsedArguments, _ console: Console) -> ExitCode {
        if arguments.value("output") == "json" {
            console.json(answer.json)
        } else {
            for line in lines(answer) { console.line(line) }
        }
        return exitCode(answer)
    }

    /// What a decision means to a pipeline; one that is not understood is no verdict.
    static func exitCode(_ answer: Node) -> ExitCode {
        switch answer["decision"]?.string.flatMap(GateVerdict.init(rawValue:)) {
        case .allowed: .allowed
        case .denied: .denied
        case .pending: .pending
        case .unknown, nil: .unjudged
        }
    }

    /// The lines.
    static func lines(_ answer: Node) -> [String] {
        let text = { (name: String) in answer[name]?.string ?? "" }
        let reasons = answer["reasons"]?.elements.compactMap(Reason.init) ?? []
        return [
            "\(text("app")) \(text("version")) to \(text("environment")): \(text("decision"))  (record \(text("id")))"
        ]
            + reasons.flatMap { reason in
                let remedy = reason.remedy.map { ["    -> \($0)"] } ?? []
                return ["  \(reason.code)", "    \(reason.message)"] + remedy
            }
    }
}
