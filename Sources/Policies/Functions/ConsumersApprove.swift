package import Contracts

/// Asks the team of every registered consumer that a breaking change touches, or that says it uses what the contract does
/// not have; every consumer, where the change takes back what the contract promises of later versions.
///
/// - SeeAlso: DOMAIN, policy VER-02; design/policy.md, GOV-12.
package struct ConsumersApprove: PolicyFunction {
    package static let name = "consumers-approve"
    package static let parameters: Set<String> = []

    package init(_ parameters: MemberReader?) throws(ContractFailure) {}

    package func evaluate(_ context: PolicyContext) -> Outcome {
        // Whoever was registered before the change counts: a submission cannot unregister its consumers.
        let consumers = context.previous?.consumers ?? context.manifest.consumers
        var outcome = Outcome.allowed
        for consumer in consumers {
            guard let reason = reason(of: consumer, context) else { continue }
            outcome.notes.append(reason)
            outcome.requirements.append(
                Requirement("consumer \(consumer.application)", teams: [consumer.team], why: reason.message)
            )
        }
        return outcome
    }

    /// Why a consumer is asked, or nil.
    private func reason(of consumer: Consumer, _ context: PolicyContext) -> Reason? {
        if let finding = context.breaking.first(where: consumer.isTouched) {
            let why = "\(consumer.application) uses what \(finding.rule) breaks at \(finding.address)"
            return Reason("CONSUMER_BREAKS", why, path: finding.address, owner: consumer.team)
        }
        if let finding = context.breaking.first, let use = consumer.uses.first(where: context.missingUses.contains) {
            let says = "\(consumer.application) says that it uses '\(use)', which the contract does not have"
            let why = "\(says), and \(finding.rule) breaks \(finding.address)"
            return Reason("CONSUMER_USE_UNKNOWN", why, path: finding.address, owner: consumer.team)
        }
        guard let before = context.previous, context.manifest.promisesLess(than: before) else { return nil }
        let why = "\(consumer.application) was promised \(before.mode.rawValue) \(before.policy.rawValue)"
        return Reason("PROMISE_WEAKENED", why, path: "/compatibility", owner: consumer.team)
    }
}

extension Manifest {
    /// Whether later versions may break what an earlier manifest promised.
    fileprivate func promisesLess(than before: Manifest) -> Bool {
        !Set(before.mode.directions).isSubset(of: mode.directions)
            || (before.mode.isTransitive && !mode.isTransitive)
            || (before.policy == .strict && policy == .lenient)
    }
}
