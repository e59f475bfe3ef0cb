package import Compatibility
package import Contracts
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

    /// A proposal.
    package init(manifest: Manifest, version: SemanticVersion, content: ContractSource) {
        self.manifest = manifest
        self.version = version
        self.content = content
    }

    /// What it is proposed for.
    package var subject: Subject { manifest.subject }
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
        policies: PolicySet,
        previous: Manifest?,
        history: [Registered],
        library: ReferenceLibrary
    ) {
        self.author = author
        self.catalog = catalog
        self.policies = policies
        self.previous = previous
        self.history = history
        self.library = library
    }
}
