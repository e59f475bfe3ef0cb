package import Compatibility
package import Contracts
internal import Policies

extension RegistryFolder: ContractSourceIndex {
    package func content(of reference: ContractReference) -> (source: ContractSource, format: FormatID)? {
        guard let contract = contracts[reference.subject] else { return nil }
        let found = contract.versions.enumerated().first { index, entry in
            entry.version.description == reference.version || String(index + 1) == reference.version
        }
        return found.map { ($0.element.content, contract.manifest.format) }
    }
}

extension RegistryFolder {
    /// One change that the folder proposes over a base: a version that the base has not.
    package struct Candidate: Sendable {
        /// What would be submitted.
        package let proposal: Proposal
        /// What it is judged on.
        package let ground: Ground
    }

    /// The changes that this folder proposes over a base, in the order in which they can be submitted.
    ///
    /// - Parameters:
    ///   - base: What is there already; nil judges each subject's latest version against its earlier ones.
    ///   - author: Who proposes.
    ///   - formats: The formats.
    /// - Returns: The candidates with their grounds.
    /// - Throws: ``ReferenceFailure``, ``ContractFailure`` or ``FormatUnknown`` where one cannot be judged.
    package func candidates(over base: RegistryFolder?, by author: PersonID, _ formats: Formats) throws -> [Candidate] {
        try contracts.keys.sorted().flatMap { subject in
            try candidates(for: subject, over: base, by: author, formats)
        }
    }

    private func candidates(
        for subject: Subject,
        over base: RegistryFolder?,
        by author: PersonID,
        _ formats: Formats
    ) throws -> [Candidate] {
        guard let contract = contracts[subject] else { return [] }
        let known = base?.contracts[subject]
        let before = known?.versions ?? Array(contract.versions.dropLast())
        let proposed = contract.versions.filter { entry in !before.contains { $0.version == entry.version } }
        var history = before
        return try proposed.map { entry in
            defer { history.append(entry) }
            let previous = known?.manifest ?? (history.isEmpty ? nil : contract.manifest)
            return Candidate(
                proposal: Proposal(manifest: contract.manifest, version: entry.version, content: entry.content),
                ground: try ground(contract.manifest, entry.content, history, previous, author, formats)
            )
        }
    }

    private func ground(
        _ manifest: Manifest,
        _ content: ContractSource,
        _ history: [(version: SemanticVersion, content: ContractSource)],
        _ previous: Manifest?,
        _ author: PersonID,
        _ formats: Formats
    ) throws -> Ground {
        let compared =
            manifest.promise(after: previous).mode.isTransitive ? history.suffix(Limit.history) : history.suffix(1)
        return Ground(
            author: author,
            catalog: catalog,
            catalogDigest: CatalogMemory.digest(of: items.map { ($0.item, $0.node) }),
            policies: policySet,
            previous: previous,
            history: try zip(compared.indices, compared).map { index, entry in
                Ground.Registered(
                    number: index + 1,
                    version: entry.version,
                    content: entry.content,
                    library: try formats.library(for: entry.content, in: manifest.format, from: self)
                )
            },
            library: try formats.library(for: content, in: manifest.format, from: self)
        )
    }

    /// The contracts in an order in which everything that one refers to comes before it.
    ///
    /// - Throws: ``ContractFailure`` or ``FormatUnknown`` where references cannot be read.
    package func inOrderOfReference(_ formats: Formats) throws -> [Contract] {
        var ordered: [Contract] = []
        var placed: Set<Subject> = []
        for subject in contracts.keys.sorted() { try place(subject, formats, &placed, &ordered) }
        return ordered
    }

    private func place(
        _ subject: Subject,
        _ formats: Formats,
        _ placed: inout Set<Subject>,
        _ ordered: inout [Contract]
    ) throws {
        guard let contract = contracts[subject], placed.insert(subject).inserted else { return }
        let format = try formats.named(contract.manifest.format)
        for entry in contract.versions {
            for name in try format.references(in: entry.content) {
                if let reference = ContractReference(name) { try place(reference.subject, formats, &placed, &ordered) }
            }
        }
        ordered.append(contract)
    }
}
