internal import Contracts

/// A decision for people: the verdict first, then every reason, then who must agree.
enum DecisionReport {
    /// The lines about a decision on a subject.
    static func lines(_ subject: String, _ decision: Decision) -> [String] {
        var lines = [headline(subject, decision)]
        lines += decision.findings.flatMap(FindingReport.lines)
        let speaking = decision.results.filter { $0.effect != .allow || !$0.reasons.isEmpty }
        lines += speaking.flatMap(policyLines)
        if decision.verdict == .pending { lines += requirementLines(decision.requirements) }
        return lines
    }

    private static func headline(_ subject: String, _ decision: Decision) -> String {
        let base = decision.base.map { " over \($0)" } ?? " (first version)"
        let compatible = decision.isCompatible ? "compatible" : "NOT compatible"
        let change =
            decision.base == nil
            ? "" : ", \(compatible) (\(decision.mode.rawValue)), change is \(decision.bump.rawValue)"
        return "\(subject) \(decision.declared)\(base): \(decision.verdict.rawValue.uppercased())\(change)"
    }

    private static func policyLines(_ result: PolicyResult) -> [String] {
        let effect = FindingReport.padded(result.effect.rawValue, 8)
        guard !result.reasons.isEmpty else {
            let who = result.requirements.map { "\($0.teams.map(\.name).joined(separator: " or ")) (\($0.name))" }
            return ["  \(effect) policy \(result.policy)" + (who.isEmpty ? "" : " asks \(who.joined(separator: ", "))")]
        }
        return result.reasons.flatMap { reason in
            var lines = ["  \(effect) policy \(result.policy)  \(reason.code)", "           \(reason.message)"]
            if let remedy = reason.remedy { lines.append("           -> \(remedy)") }
            return lines
        }
    }

    private static func requirementLines(_ requirements: [Requirement]) -> [String] {
        ["  needs approval:"]
            + requirements.map { requirement in
                let teams = requirement.teams.map(\.name).joined(separator: " or ")
                let count = requirement.count > 1 ? "\(requirement.count) of " : ""
                return "    [ ] \(count)\(teams)  (\(requirement.why))"
            }
    }
}
