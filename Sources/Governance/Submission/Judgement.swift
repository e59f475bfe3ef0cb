package import Contracts
package import Crypto
internal import Syntax

/// A decision with the digests of what it was made of and on.
package struct Judgement: Hashable, Sendable {
    /// The decision.
    package let decision: Decision
    /// The bytes as sent.
    package let raw: Digest
    /// The content's normalised form.
    package let content: Digest
    /// The manifest's normalised form.
    package let manifest: Digest
    /// The findings.
    package let findings: Digest
    /// The policies in force.
    package let policySet: Digest
    /// The catalog.
    package let catalog: Digest
    /// Number of the version that it was compared with, or 0.
    package let base: Int
    /// What an approval is bound to: content, manifest, findings, policies, base and version at once.
    ///
    /// Whatever of it changes, the approval is no longer one of what is proposed.
    package let binding: Digest

    /// A judgement.
    package init(
        decision: Decision,
        raw: Digest,
        content: Digest,
        manifest: Digest,
        findings: Digest,
        policySet: Digest,
        catalog: Digest,
        base: Int
    ) {
        self.decision = decision
        self.raw = raw
        self.content = content
        self.manifest = manifest
        self.findings = findings
        self.policySet = policySet
        self.catalog = catalog
        self.base = base
        let parts = [content, manifest, findings, policySet].map(\.description)
        binding = Digest(of: (parts + ["\(base)", "\(decision.declared)"]).joined(separator: "\n"))
    }

    /// Digest of findings as they are stored.
    static func digest(of findings: [Finding]) -> Digest {
        Digest(of: CanonicalJSON.bytes(of: .array(findings.map(\.json)), numbers: .exact))
    }
}

extension Judgement {
    /// The judgement that a submission was given last, as it is stored.
    init(of submission: Submission, _ decision: Decision) {
        self.init(
            decision: decision,
            raw: submission.raw,
            content: submission.judged.content,
            manifest: submission.manifestBody,
            findings: submission.judged.findings,
            policySet: submission.judged.policySet,
            catalog: submission.judged.catalog,
            base: submission.judged.base
        )
    }
}
