internal import Compatibility
internal import Contracts
internal import Syntax

/// How a comparison is shown.
struct ComparisonReport {
    let comparison: Comparison

    /// The members of the result as JSON.
    var members: [JSON.Member] {
        [
            .init("compatible", .bool(comparison.isCompatible)), .init("mode", .string(comparison.mode.rawValue)),
            .init("bump", .string(comparison.bump.rawValue)),
            .init("changes", .array(comparison.findings.map(\.json))),
        ]
    }

    /// The result for people.
    var lines: [String] {
        let verdict = comparison.isCompatible ? "compatible" : "NOT compatible"
        let headline = "\(verdict) (\(comparison.mode.rawValue)); the change is \(comparison.bump.rawValue)"
        let hint = comparison.findings.first.map { ["  'canon rules ID' explains a rule, such as \($0.rule)"] } ?? []
        return [headline] + comparison.findings.flatMap(FindingReport.lines) + hint
    }

    /// Why it cannot be said whether the change is compatible: nothing is proved to break, and something not to hold.
    var undecided: String? {
        let errors = comparison.findings.filter { $0.severity == .error }
        guard !errors.isEmpty, errors.allSatisfy({ $0.undecided != nil }) else { return nil }
        return errors[0].undecided
    }
}
