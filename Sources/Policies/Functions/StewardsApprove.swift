package import Contracts

/// Asks the stewards of the entity that a canonical contract defines.
///
/// - SeeAlso: DOMAIN, policy CAN-02.
package struct StewardsApprove: PolicyFunction {
    package static let name = "stewards-approve"
    package static let parameters: Set<String> = []

    package init(_ parameters: MemberReader?) throws(ContractFailure) {}

    package func evaluate(_ context: PolicyContext) -> Outcome {
        // Also those of the manifest in force: a change cannot drop its own stewards.
        let entities = context.manifests.compactMap(\.entity)
        let ofEntities = entities.flatMap { context.catalog.entities[$0]?.stewards ?? [] }
        let teams = Set(ofEntities + context.manifests.flatMap(\.stewards)).sorted()
        let what = entities.last?.name ?? context.manifest.subject.name
        return Outcome(
            requirements: teams.map { Requirement("steward \($0)", teams: [$0], why: "\($0) is steward of \(what)") }
        )
    }
}
