package import Contracts

/// Asks the team of every registered consumer that a breaking change touches.
///
/// - SeeAlso: DOMAIN, policy VER-02; design/policy.md, GOV-12.
package struct ConsumersApprove: PolicyFunction {
    package static let name = "consumers-approve"
    package static let parameters: Set<String> = []

    package init(_ parameters: MemberReader?) throws(ContractFailure) {}

    package func evaluate(_ context: PolicyContext) -> Outcome {
        let breaking = context.breaking
        // Whoever was registered before the change counts: a submission cannot unregister its consumers.
        let consumers = context.previous?.consumers ?? context.manifest.consumers
        var outcome = Outcome.allowed
        for consumer in consumers {
            guard let finding = breaking.first(where: consumer.isTouched) else { continue }
            let name = "consumer \(consumer.application)"
            let why = "\(consumer.application) uses what \(finding.rule) breaks at \(finding.address)"
            outcome.requirements.append(Requirement(name, teams: [consumer.team], why: why))
            outcome.notes.append(
                Reason("CONSUMER_BREAKS", why, path: finding.address, owner: consumer.team)
            )
        }
        return outcome
    }
}
