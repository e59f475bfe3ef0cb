package import Syntax

/// What the spine says about a proposed change.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The content is what is registered already; nothing happens.
    case unchanged
    /// Nothing stands against it and nobody has to agree.
    case approved
    /// Nothing stands against it, and somebody has to agree first.
    case pending
    /// A policy forbids it.
    case denied
}

/// The verdict on a proposed change, with every reason.
package struct Decision: Hashable, Sendable {
    /// The verdict.
    package let verdict: Verdict
    /// The comparison's mode.
    package let mode: CompatibilityMode
    /// The smallest raise of the version that tells the truth.
    package let bump: Bump
    /// The version it was compared with, or nil for a first one.
    package let base: SemanticVersion?
    /// The version that the submitter declares.
    package let declared: SemanticVersion
    /// All that the comparison saw.
    package let findings: [Finding]
    /// What each policy that applies said.
    package let results: [PolicyResult]
    /// The approvals needed, of all policies together.
    package let requirements: [Requirement]

    /// A decision.
    package init(
        verdict: Verdict,
        mode: CompatibilityMode,
        bump: Bump,
        base: SemanticVersion?,
        declared: SemanticVersion,
        findings: [Finding],
        results: [PolicyResult],
        requirements: [Requirement]
    ) {
        self.verdict = verdict
        self.mode = mode
        self.bump = bump
        self.base = base
        self.declared = declared
        self.findings = findings
        self.results = results
        self.requirements = requirements
    }

    /// Whether nothing breaks what the mode promises.
    package var isCompatible: Bool { findings.allSatisfy { $0.severity < .error } }

    /// The reasons that stand against the change.
    package var denials: [(policy: PolicyID, reason: Reason)] {
        results.filter { $0.effect == .deny }.flatMap { result in result.reasons.map { (result.policy, $0) } }
    }

    /// The decision as stored and as the API shows it.
    package var json: JSON {
        [
            "verdict": .string(verdict.rawValue), "compatible": .bool(isCompatible), "mode": .string(mode.rawValue),
            "bump": .string(bump.rawValue), "base": .optional(base?.description),
            "declared": .string(declared.description), "findings": .array(findings.map(\.json)),
            "policies": .array(results.map(\.json)), "requirements": .array(requirements.map(\.json)),
        ]
    }

    /// Reads what ``json`` wrote; nil if it is anything else.
    package init?(_ node: Node) {
        guard let verdict = node["verdict"]?.string.flatMap(Verdict.init(rawValue:)),
            let mode = node["mode"]?.string.flatMap(CompatibilityMode.init(rawValue:)),
            let bump = node["bump"]?.string.flatMap(Bump.init(rawValue:)),
            let declared = node["declared"]?.string.flatMap({ try? SemanticVersion(parsing: $0) }),
            let findings = node["findings"]?.all(Finding.init),
            let results = node["policies"]?.all(PolicyResult.init),
            let requirements = node["requirements"]?.all(Requirement.init)
        else { return nil }
        self.init(
            verdict: verdict,
            mode: mode,
            bump: bump,
            base: node["base"]?.string.flatMap { try? SemanticVersion(parsing: $0) },
            declared: declared,
            findings: findings,
            results: results,
            requirements: requirements
        )
    }
}

extension Node {
    /// All elements of a list, or nil if this is none or one of them is not what it should be.
    func all<Element>(_ read: (Node) -> Element?) -> [Element]? {
        guard isArray else { return nil }
        let read = elements.map(read)
        return read.contains { $0 == nil } ? nil : read.compactMap { $0 }
    }
}
