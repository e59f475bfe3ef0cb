package import Contracts

/// Forbids what breaks the subject's compatibility mode, unless a new major version says so openly.
///
/// - SeeAlso: DOMAIN, policies VER-02 and VER-05.
package struct CompatibilityHolds: PolicyFunction {
    package static let name = "compatibility-holds"
    package static let parameters: Set<String> = ["majorMayBreak"]
    private let majorMayBreak: Bool

    package init(_ parameters: MemberReader?) throws(ContractFailure) {
        majorMayBreak = try parameters?.flag("majorMayBreak") ?? false
    }

    package func evaluate(_ context: PolicyContext) -> Outcome {
        let breaking = context.breaking
        guard !breaking.isEmpty else { return .allowed }
        if majorMayBreak, let base = context.base, context.declared.major > base.major {
            return Outcome(notes: [note(breaking.count, context)])
        }
        return Outcome(denials: breaking.map { denial($0, context) })
    }

    private func note(_ count: Int, _ context: PolicyContext) -> Reason {
        Reason(
            "BREAKING_AS_MAJOR",
            "\(count) breaking change\(count == 1 ? "" : "s"), declared openly as major version \(context.declared)"
        )
    }

    private func denial(_ finding: Finding, _ context: PolicyContext) -> Reason {
        Reason(
            finding.isUndecided ? "COMPATIBILITY_UNDECIDED" : "INCOMPATIBLE",
            "\(finding.rule): \(finding.message)",
            path: finding.address,
            remedy: finding.remedy ?? remedy(context)
        )
    }

    private func remedy(_ context: PolicyContext) -> String {
        guard majorMayBreak, let base = context.base else {
            return
                "keep \(context.promised.rawValue) compatibility, for instance by adding beside the old instead of changing it"
        }
        return "keep \(context.promised.rawValue) compatibility, or submit it as \(base.raised(by: .major))"
    }
}
