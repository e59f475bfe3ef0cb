package import Contracts
package import Crypto

/// All policies in force, under one digest.
package struct PolicySet: Sendable {
    /// The policies by name, ascending.
    package let policies: [Policy]
    /// Digest over the names and digests of all: two sets that judge alike by their documents have the same.
    package let digest: Digest

    /// A set; of two policies of one name the later counts.
    package init(_ policies: some Sequence<Policy> = []) {
        let byName = Dictionary(policies.map { ($0.id, $0) }) { _, later in later }
        self.policies = byName.values.sorted { $0.id < $1.id }
        digest = Digest(of: self.policies.map { "\($0.id) \($0.digest)\n" }.joined())
    }

    /// What each policy that looks at the change says.
    package func evaluate(_ context: PolicyContext) -> [PolicyResult] {
        policies.compactMap { $0.evaluate(context) }
    }

    /// The approvals that results ask for together; the owner's where nobody asks and nobody refuses.
    package static func requirements(of results: [PolicyResult], context: PolicyContext) -> [Requirement] {
        let asked = Requirement.union(results.flatMap(\.requirements))
        guard asked.isEmpty else { return asked }
        let owner = context.previous?.owner ?? context.manifest.owner
        return [Requirement("owner", teams: [owner], why: "no policy asks for anybody, so the owner agrees")]
    }
}
