package import Contracts
package import Crypto
package import Syntax

/// How far a policy's word counts.
package enum PolicyMode: String, Hashable, NamedChoice {
    package static let kindName = "policy mode"

    /// It counts.
    case enforce
    /// It is shown as a warning.
    case warn
    /// It is recorded only.
    case audit
}

/// A policy document, ready to be evaluated.
///
/// ```yaml
/// policy: owner-approval
/// summary: The owning team agrees to every change.
/// owner: enterprise-arch
/// mode: enforce
/// match: {kinds: [canonical, api]}
/// rule: owner-approval
/// parameters: {count: 1}
/// ```
package struct Policy: Sendable {
    /// Its name.
    package let id: PolicyID
    /// One line for people.
    package let summary: String
    /// The team that answers for it.
    package let owner: TeamID
    /// How far its word counts.
    package let mode: PolicyMode
    /// Which changes it looks at.
    package let match: PolicyMatch
    /// The built-in rule it applies.
    package let function: any PolicyFunction
    /// Digest of the document's normalised form: a policy that differs in form only is the same policy.
    package let digest: Digest

    /// Stable code of every failure in a policy document.
    package static let code = "POLICY_INVALID"

    /// Reads a policy document.
    ///
    /// - Throws: ``ContractFailure`` with the place of the first thing that is wrong.
    package init(_ node: Node, file: String? = nil, functions: PolicyFunctions) throws(ContractFailure) {
        let known: Set<String> = ["policy", "summary", "why", "owner", "mode", "match", "rule", "parameters"]
        let reader = try MemberReader(node, code: Self.code, file: file, known: known)
        id = try reader.value("policy", PolicyID.init(parsing:))
        summary = try reader.text("summary")
        owner = try reader.value("owner", TeamID.init(parsing:))
        mode = try reader.optionalValue("mode", PolicyMode.init(parsing:)) ?? .enforce
        match = try PolicyMatch(reader.part("match", known: PolicyMatch.known))
        function = try functions.function(of: reader)
        digest = Digest(of: CanonicalJSON.bytes(of: node, numbers: .exact))
    }

    /// What the policy says about a change; nil where it does not look at it.
    package func evaluate(_ context: PolicyContext) -> PolicyResult? {
        guard match.covers(context) else { return nil }
        let outcome = function.evaluate(context)
        let effect = mode.weighed(outcome.effect)
        return PolicyResult(
            policy: id,
            digest: digest.description,
            effect: effect,
            wouldBe: outcome.effect,
            reasons: outcome.denials + outcome.notes,
            requirements: effect == .require ? outcome.requirements : []
        )
    }
}

extension PolicyMode {
    /// What is left of an effect in this mode.
    fileprivate func weighed(_ effect: Effect) -> Effect {
        switch self {
        case .enforce: effect
        case .warn: min(effect, .warn)
        case .audit: .allow
        }
    }
}

extension MemberReader {
    /// A reader of a member that is a mapping; nil where the member is missing.
    ///
    /// - Throws: ``ContractFailure`` as the reader's own initialiser does.
    package func part(_ name: String, known: Set<String>) throws(ContractFailure) -> MemberReader? {
        guard let node = node[name] else { return nil }
        return try MemberReader(node, code: Policy.code, file: file, known: known)
    }
}
