package import Compatibility
package import Contracts
package import Crypto
package import Policies
internal import Syntax

/// A change as somebody proposes it: content, version and manifest together, since they are approved together.
package struct Proposal: Sendable {
    /// The manifest that would be in force.
    package let manifest: Manifest
    /// The version that the author declares.
    package let version: SemanticVersion
    /// The content.
    package let content: ContractSource
    /// The manifest's canonical form, made once for all that hash, compare and store it.
    let manifestForm: [UInt8]

    /// A proposal.
    package init(manifest: Manifest, version: SemanticVersion, content: ContractSource) {
        self.manifest = manifest
        self.version = version
        self.content = content
        manifestForm = manifest.canonicalForm
    }

    /// What it is proposed for.
    package var subject: Subject { manifest.subject }
}

extension Manifest {
    /// The manifest as it is stored: two that differ in the order of their members only are one.
    var canonicalForm: [UInt8] { CanonicalJSON.bytes(of: declared, numbers: .exact) }

    /// What a change to a contract is held to: what its manifest in force promises, so that a change cannot release
    /// itself from the promise that it breaks; for a new contract, what it declares itself.
    func promise(after previous: Manifest?) -> (mode: CompatibilityMode, policy: CompatibilityPolicy) {
        let binding = previous ?? self
        return (binding.mode, binding.policy)
    }
}

/// All that a judgement may depend on beside the proposal; loaded beforehand.
package struct Ground: Sendable {
    /// A version that is registered.
    package struct Registered: Sendable {
        /// Its place in the subject's history, from 1.
        package let number: Int
        /// Its version.
        package let version: SemanticVersion
        /// Its content.
        package let content: ContractSource
        /// The registered contracts that it refers to.
        package let library: ReferenceLibrary

        /// A registered version.
        package init(number: Int, version: SemanticVersion, content: ContractSource, library: ReferenceLibrary) {
            self.number = number
            self.version = version
            self.content = content
            self.library = library
        }
    }

    /// Who proposes.
    package let author: PersonID
    /// The catalog.
    package let catalog: Catalog
    /// Digest of the catalog.
    package let catalogDigest: Digest
    /// The policies in force.
    package let policies: PolicySet
    /// The manifest in force, or nil for a new subject.
    package let previous: Manifest?
    /// The versions to compare with: the latest last; all of them where the mode is transitive.
    package let history: [Registered]
    /// The registered contracts that the proposal refers to.
    package let library: ReferenceLibrary

    /// A ground.
    package init(
        author: PersonID,
        catalog: Catalog,
        catalogDigest: Digest,
        policies: PolicySet,
        previous: Manifest?,
        history: [Registered],
        library: ReferenceLibrary
    ) {
        self.author = author
        self.catalog = catalog
        self.catalogDigest = catalogDigest
        self.policies = policies
        self.previous = previous
        self.history = history
        self.library = library
    }
}
