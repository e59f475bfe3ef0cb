package import Contracts

/// Asks the owning team to agree; when the owner changes, the losing and the gaining team.
///
/// - SeeAlso: design/policy.md, section 2C.
package struct OwnerApproves: PolicyFunction {
    package static let name = "owner-approves"
    package static let parameters: Set<String> = ["count"]
    private let count: Int

    package init(_ parameters: MemberReader?) throws(ContractFailure) {
        count = try parameters?.number("count", default: 1, in: 1...10) ?? 1
    }

    package func evaluate(_ context: PolicyContext) -> Outcome {
        let subject = context.manifest.subject
        let owner = context.previous?.owner ?? context.manifest.owner
        var requirements = [Requirement("owner", count: count, teams: [owner], why: "\(owner) owns \(subject)")]
        if owner != context.manifest.owner {
            let gaining = context.manifest.owner
            requirements.append(
                Requirement("new owner", count: count, teams: [gaining], why: "\(gaining) would own \(subject)")
            )
        }
        return Outcome(requirements: requirements)
    }
}
