package import Contracts

/// Forbids a change that its own author would have to approve alone.
///
/// That the author of a change and a service account never approve, and that a person counts for one requirement only,
/// holds always; this function refuses early what could therefore never be approved.
///
/// - SeeAlso: DOMAIN, policy REL-04.
package struct DutiesAreSeparate: PolicyFunction {
    package static let name = "duties-are-separate"
    package static let parameters: Set<String> = []

    package init(_ parameters: MemberReader?) throws(ContractFailure) {}

    package func evaluate(_ context: PolicyContext) -> Outcome {
        let owner = context.previous?.owner ?? context.manifest.owner
        let approvers = context.catalog.people.values.filter { person in
            person.teams.contains(owner) && person.roles.contains(.approver) && person.id != context.author
        }
        guard approvers.isEmpty else { return .allowed }
        return Outcome(denials: [
            Reason(
                "NO_SECOND_PERSON",
                "nobody of \(owner) but the author \(context.author) could approve this",
                owner: owner,
                remedy: "give another person of \(owner) the role approver in the catalog"
            )
        ])
    }
}
