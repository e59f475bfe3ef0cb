package import Syntax

/// What a policy does to a change.
package enum Effect: String, Hashable, Sendable, CaseIterable, Comparable {
    case allow
    case warn
    case require
    case deny

    package static func < (left: Effect, right: Effect) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What one policy said about one change.
package struct PolicyResult: Hashable, Sendable {
    /// The policy.
    package let policy: PolicyID
    /// Digest of the policy document that said it, as `sha256:…`.
    package let digest: String
    /// What counts: after the policy's mode.
    package let effect: Effect
    /// What the policy would have done if it were enforced; the same as `effect` for one that is.
    package let wouldBe: Effect
    /// Why.
    package let reasons: [Reason]
    /// The approvals it asks for; empty unless `effect` is `require`.
    package let requirements: [Requirement]

    /// A result.
    package init(
        policy: PolicyID,
        digest: String,
        effect: Effect,
        wouldBe: Effect,
        reasons: [Reason],
        requirements: [Requirement]
    ) {
        self.policy = policy
        self.digest = digest
        self.effect = effect
        self.wouldBe = wouldBe
        self.reasons = reasons
        self.requirements = requirements
    }

    /// `{"policy", "digest", "effect", "wouldBe", "reasons", "requirements"}`.
    package var json: JSON {
        [
            "policy": .string(policy.name), "digest": .string(digest), "effect": .string(effect.rawValue),
            "wouldBe": .string(wouldBe.rawValue), "reasons": .array(reasons.map(\.json)),
            "requirements": .array(requirements.map(\.json)),
        ]
    }

    /// Reads what ``json`` wrote; nil if it is anything else.
    package init?(_ node: Node) {
        guard let policy = node["policy"]?.string.flatMap({ try? PolicyID(parsing: $0) }),
            let digest = node["digest"]?.string, let effect = node["effect"]?.string.flatMap(Effect.init(rawValue:)),
            let wouldBe = node["wouldBe"]?.string.flatMap(Effect.init(rawValue:)),
            let reasons = node["reasons"]?.all(Reason.init),
            let requirements = node["requirements"]?.all(Requirement.init)
        else { return nil }
        self.init(
            policy: policy,
            digest: digest,
            effect: effect,
            wouldBe: wouldBe,
            reasons: reasons,
            requirements: requirements
        )
    }
}
