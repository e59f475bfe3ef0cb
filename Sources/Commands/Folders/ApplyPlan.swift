internal import Compatibility
internal import Contracts
internal import Crypto
internal import Governance
internal import HTTP
internal import Policies
internal import Syntax

/// What bringing a folder into a registry would do, step by step.
struct ApplyPlan {
    /// One thing that the folder declares.
    struct Step {
        /// What the registry has of it.
        enum Kind: String {
            case new
            case changed
            case unchanged
        }

        let kind: Kind
        /// What it is, such as `policy owner-approves`.
        let name: String
        /// Does it.
        let perform: (RegistryConnection) throws -> StepResult
    }

    /// What a step came to.
    enum StepResult {
        case done
        /// A submission that waits for somebody, or was denied.
        case submitted(Node)
    }

    /// The steps, in the order in which they must be done.
    let steps: [Step]

    /// Compares a folder with a registry.
    ///
    /// - Throws: What reading either throws.
    init(_ folder: RegistryFolder, _ registry: RegistryConnection, _ formats: Formats) throws {
        var steps: [Step] = []
        for kind in CatalogItem.Kind.allCases {
            let items = folder.items.filter { $0.item.kind == kind }
            guard !items.isEmpty else { continue }
            let known = Self.digests(try registry.all("/v1/catalog/\(kind.rawValue)"), name: "name") { $0 }
            steps += items.map { Self.catalogStep(kind, $0.item, $0.node, known) }
        }
        let known = Self.digests(try registry.all("/v1/policies"), name: "policy") { $0["document"] ?? $0 }
        steps += folder.policies.map { Self.policyStep($0, known) }
        for contract in try folder.inOrderOfReference(formats) {
            steps += try Self.contractSteps(contract, registry, formats)
        }
        self.steps = steps
    }

    private static func digests(_ nodes: [Node], name: String, _ part: (Node) -> Node) -> [String: Digest] {
        let pairs = nodes.map { ($0[name]?.string ?? "", digest(of: part($0))) }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func digest(of node: Node) -> Digest { Digest(of: CanonicalJSON.bytes(of: node, numbers: .exact)) }

    private static func kind(_ known: Digest?, _ node: Node) -> Step.Kind {
        known == nil ? .new : known == digest(of: node) ? .unchanged : .changed
    }

    private static func catalogStep(
        _ kind: CatalogItem.Kind,
        _ item: CatalogItem,
        _ node: Node,
        _ known: [String: Digest]
    ) -> Step {
        Step(kind: Self.kind(known[item.name], node), name: "\(kind.rawValue) \(item.name)") { registry in
            _ = try registry.put("/v1/catalog/\(kind.rawValue)/\(PercentEncoding.encode(item.name))", node.json)
            return .done
        }
    }

    private static func policyStep(_ file: RegistryFolder.PolicyFile, _ known: [String: Digest]) -> Step {
        let id = file.policy.id.name
        return Step(kind: kind(known[id], file.node), name: "policy \(id)") { registry in
            _ = try registry.put("/v1/policies/\(PercentEncoding.encode(id))", file.node.json)
            return .done
        }
    }
}

// MARK: - Contracts

extension ApplyPlan {
    private static func contractSteps(
        _ contract: RegistryFolder.Contract,
        _ registry: RegistryConnection,
        _ formats: Formats
    ) throws -> [Step] {
        let subject = contract.manifest.subject
        let known = try knownVersions(of: subject, registry)
        // What was taken over as it was may be added to until the first change has gone through approval.
        let mayTakeOver = known.allSatisfy { $0["baseline"]?.bool == true }
        return try contract.versions.map { entry in
            let registered = known.first { $0["version"]?.string == entry.version.description }
            let verb = mayTakeOver ? "take over" : "submit"
            let name = "\(subject) \(entry.version)"
            guard registered == nil else { return try unchanged(name, entry.content, registered) }
            return Step(kind: .new, name: "\(name) (\(verb))") { registry in
                try bringIn(contract, entry.version, entry.content, registry, asBaseline: mayTakeOver)
            }
        }
    }

    private static func knownVersions(of subject: Subject, _ registry: RegistryConnection) throws -> [Node] {
        do { return try registry.all("/v1/subjects/\(subject)/versions") } catch let failure as Failure {
            guard failure.code == "SUBJECT_UNKNOWN" else { throw failure }
            return []
        }
    }

    /// A version that is registered stays as it is; a file that says something else is refused.
    private static func unchanged(_ name: String, _ content: ContractSource, _ registered: Node?) throws -> Step {
        let known = registered?["rawDigest"]?.string ?? ""
        guard known == Digest(of: content.bytes).description else {
            throw Failure(
                "VERSION_IMMUTABLE",
                "\(name) is registered with other content; a version never changes: give the new content a new version",
                .usage
            )
        }
        return Step(kind: .unchanged, name: name) { _ in .done }
    }

    private static func bringIn(
        _ contract: RegistryFolder.Contract,
        _ version: SemanticVersion,
        _ content: ContractSource,
        _ registry: RegistryConnection,
        asBaseline: Bool
    ) throws -> StepResult {
        let body = try ProposalMessage.body(
            version: version.description,
            content: content.bytes,
            file: content.file,
            manifest: contract.manifest.declared
        )
        let path = "/v1/subjects/\(contract.manifest.subject)/" + (asBaseline ? "baselines" : "submissions")
        let answer = try registry.post(path, body)
        return asBaseline ? .done : .submitted(answer)
    }
}
