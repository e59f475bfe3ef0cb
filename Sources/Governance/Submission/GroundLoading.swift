package import Compatibility
package import Contracts
internal import Policies
internal import StorePort
internal import Syntax

/// Where registered contracts are found by reference; a store's snapshot, or a folder.
package protocol ContractSourceIndex {
    /// The content that a reference such as `canon:billing.invoice@3` names, with its format, or nil.
    func content(of reference: ContractReference) throws -> (source: ContractSource, format: FormatID)?
}

/// A reference from one contract to another: `canon:<subject>@<version or number>`.
package struct ContractReference: Hashable, Sendable, CustomStringConvertible {
    /// The contract.
    package let subject: Subject
    /// A version such as `1.2.0`, or the number of one such as `3`.
    package let version: String

    /// What a reference begins with.
    package static let scheme = "canon:"

    /// Reads a reference without its fragment; nil if the text is none.
    package init?(_ text: String) {
        guard text.hasPrefix(Self.scheme) else { return nil }
        let parts = text.dropFirst(Self.scheme.count).split(
            separator: "@",
            omittingEmptySubsequences: false
        )
        guard parts.count == 2, let subject = try? Subject(parsing: String(parts[0])), !parts[1].isEmpty else {
            return nil
        }
        self.subject = subject
        version = String(parts[1])
    }

    package var description: String { "\(Self.scheme)\(subject)@\(version)" }
}

extension Formats {
    /// The registered contracts that a text refers to, directly and through others.
    ///
    /// - Throws: ``ContractFailure`` with code `REFERENCE_UNRESOLVED` where one is not registered.
    package func library(
        for source: ContractSource,
        in format: FormatID,
        from index: some ContractSourceIndex
    ) throws -> ReferenceLibrary {
        var documents: [String: Document] = [:]
        var open = try named(format).references(in: source)
        while let name = open.popLast() {
            guard documents[name] == nil else { continue }
            guard documents.count < Limit.references else {
                throw ReferenceFailure(
                    name,
                    "more than \(Limit.references) contracts are referred to (limit references)"
                )
            }
            guard let reference = ContractReference(name), let found = try index.content(of: reference) else {
                throw ReferenceFailure(name, "is not registered; register it first, or refer to a version that is")
            }
            do throws(SyntaxFailure) {
                documents[name] = try Document.parse(found.source.bytes, named: found.source.file)
            } catch {
                throw ReferenceFailure(name, "cannot be read: \(error)")
            }
            open += try named(found.format).references(in: found.source)
        }
        return ReferenceLibrary(documents)
    }
}

/// A reference that leads nowhere.
package struct ReferenceFailure: Error, Hashable, CustomStringConvertible {
    /// The reference.
    package let reference: String
    /// What is wrong with it.
    package let problem: String

    /// The stable code.
    package static let code = "REFERENCE_UNRESOLVED"

    init(_ reference: String, _ problem: String) {
        self.reference = reference
        self.problem = problem
    }

    package var description: String { "'\(reference)' \(problem)" }
}

/// The registered contracts of a store at one moment.
struct StoredContracts: ContractSourceIndex {
    let snapshot: any StoreSnapshot

    func content(of reference: ContractReference) throws -> (source: ContractSource, format: FormatID)? {
        guard let version = try version(of: reference) else { return nil }
        return (try source(of: version), version.format)
    }

    func version(of reference: ContractReference) throws -> Version? {
        if let number = Int(reference.version) { return try snapshot.version(number, of: reference.subject) }
        guard let name = try? SemanticVersion(parsing: reference.version) else { return nil }
        return try snapshot.version(named: name, of: reference.subject)
    }

    func source(of version: Version) throws -> ContractSource {
        ContractSource(try snapshot.body(version.raw), file: version.file.isEmpty ? nil : version.file)
    }
}

extension Registry {
    /// Everything that a judgement of a proposal may depend on, at the moment of a snapshot.
    func ground(for proposal: Proposal, by author: PersonID, _ snapshot: any StoreSnapshot) throws -> Ground {
        let standing = try standing(snapshot)
        let record = try snapshot.subject(proposal.subject)
        let contracts = StoredContracts(snapshot: snapshot)
        let previous = try record.map { try snapshot.manifest($0.manifestBody) }
        let mode = proposal.manifest.promise(after: previous).mode
        let numbers = record.map { compared(upTo: $0.latest, mode) } ?? []
        let history = try numbers.compactMap { try snapshot.version($0, of: proposal.subject) }.map { version in
            let source = try contracts.source(of: version)
            return Ground.Registered(
                number: version.number,
                version: version.version,
                content: source,
                library: try formats.library(for: source, in: version.format, from: contracts)
            )
        }
        return Ground(
            author: author,
            catalog: standing.catalog,
            catalogDigest: standing.catalogDigest,
            policies: standing.policies,
            previous: previous,
            history: history,
            library: try formats.library(for: proposal.content, in: proposal.manifest.format, from: contracts)
        )
    }

    /// The versions that a mode compares with: the latest, or the last few where it is transitive.
    private func compared(upTo latest: Int, _ mode: CompatibilityMode) -> [Int] {
        guard latest > 0 else { return [] }
        return mode.isTransitive ? Array(max(1, latest - Limit.history + 1)...latest) : [latest]
    }
}
