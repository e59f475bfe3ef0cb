package import Contracts

/// All that a policy may look at; loaded beforehand, so that evaluation reads nothing else.
package struct PolicyContext: Sendable {
    /// What is proposed.
    package enum Change: String, Hashable, NamedChoice {
        package static let kindName = "change"

        /// The subject's first version.
        case create
        /// A further version.
        case update
    }

    /// What is proposed.
    package let change: Change
    /// Who proposes it.
    package let author: PersonID
    /// The manifest that the change would put in force.
    package let manifest: Manifest
    /// The manifest in force, or nil for a first version.
    package let previous: Manifest?
    /// The version that the change is measured against.
    package let base: SemanticVersion?
    /// The version that the author declares.
    package let declared: SemanticVersion
    /// The smallest raise that tells the truth.
    package let bump: Bump
    /// All that the comparison saw.
    package let findings: [Finding]
    /// The fields that the change touches, by address.
    package let touched: [TouchedField]
    /// What consumers say they use and the contract does not have, before and after the change.
    package let missingUses: Set<String>
    /// The catalog.
    package let catalog: Catalog

    /// A context.
    package init(
        change: Change,
        author: PersonID,
        manifest: Manifest,
        previous: Manifest?,
        base: SemanticVersion?,
        declared: SemanticVersion,
        bump: Bump,
        findings: [Finding],
        touched: [TouchedField],
        missingUses: Set<String> = [],
        catalog: Catalog
    ) {
        self.change = change
        self.author = author
        self.manifest = manifest
        self.previous = previous
        self.base = base
        self.declared = declared
        self.bump = bump
        self.findings = findings
        self.touched = touched
        self.missingUses = missingUses
        self.catalog = catalog
    }

    /// The manifest that would be in force, and the one that is.
    var manifests: [Manifest] { [manifest] + (previous.map { [$0] } ?? []) }

    /// What the change is held to: the promise in force, or the first one.
    var promised: CompatibilityMode { (previous ?? manifest).mode }

    /// The findings that break what the mode promises.
    package var breaking: [Finding] { findings.filter { $0.severity == .error } }
}
