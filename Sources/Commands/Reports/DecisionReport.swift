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
        return firstOfEachCode(result.reasons).flatMap { reason, further in
            var lines = ["  \(effect) policy \(result.policy)  \(reason.code)", "           \(reason.message)"]
            if further > 0 { lines.append("           and \(further) more of the kind") }
            if let remedy = reason.remedy { lines.append("           -> \(remedy)") }
            return lines
        }
    }

    /// Reasons of one code mostly repeat the findings; one of them is told, and how many more there are.
    private static func firstOfEachCode(_ reasons: [Reason]) -> [(reason: Reason, further: Int)] {
        var told: [(reason: Reason, further: Int)] = []
        for reason in reasons {
            if let known = told.firstIndex(where: { $0.reason.code == reason.code && reason.owner == nil }) {
                told[known].further += 1
            } else {
                told.append((reason, 0))
            }
        }
        return told
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
