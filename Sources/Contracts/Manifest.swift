package import Syntax

/// What a contract is to the firm.
package enum ContractKind: String, Hashable, NamedChoice {
    package static let kindName = "contract kind"

    /// The schema of a business entity.
    case canonical
    /// An API.
    case api
    /// An event or the channel it goes through.
    case event
    /// A mapping between a system's objects and an entity.
    case mapping
    /// A set of rules.
    case ruleset
}

/// What the owner declares beside a contract's content: the file `contract.yaml`.
package struct Manifest: Hashable, Sendable {
    /// The name the contract is registered under.
    package let subject: Subject
    /// What the content is written in.
    package let format: FormatID
    /// What the contract is to the firm.
    package let kind: ContractKind
    /// The team that owns it.
    package let owner: TeamID
    /// One line for people.
    package let summary: String
    /// What successive versions promise.
    package let mode: CompatibilityMode
    /// By proof or by convention.
    package let policy: CompatibilityPolicy
    /// The entity whose schema this is, for canonical contracts.
    package let entity: EntityID?
    /// The system that publishes it.
    package let system: SystemID?
    /// The entities, or fields of entities, that whoever follows the contract writes.
    package let writes: [EntityUse]
    /// Teams that look after the entity beside the owner.
    package let stewards: [TeamID]
    /// Who is known to use it, and what of it.
    package let consumers: [Consumer]
    /// Where it names teams, systems and entities.
    package let mentions: [Mention]
    /// The whole manifest as declared, with what no policy reads yet.
    package let declared: JSON

    /// Stable code of every failure in a manifest.
    package static let code = "MANIFEST_INVALID"

    private static let known: Set<String> = [
        "subject", "format", "kind", "owner", "summary", "compatibility", "policy", "entity", "system", "writes",
        "stewards", "consumers", "lifecycle", "domain", "layer", "pattern", "entityRefs", "auth", "rateLimit", "slo",
        "idempotency", "replay", "retry", "dlq", "exceptionQueue", "reconciliation", "dataClass", "retention",
        "regions", "overlays", "kpi", "phase", "upstream", "runbook", "sunset", "evidence", "labels",
    ]

    /// Reads a manifest.
    ///
    /// - Throws: ``ContractFailure`` with the place of the first member that is wrong.
    package init(_ node: Node, file: String? = nil) throws(ContractFailure) {
        let reader = try MemberReader(node, code: Self.code, file: file, known: Self.known)
        subject = try reader.value("subject", Subject.init(parsing:))
        format = try reader.value("format", FormatID.init(parsing:))
        kind = try reader.value("kind", ContractKind.init(parsing:))
        owner = try reader.value("owner", TeamID.init(parsing:))
        summary = try reader.optionalText("summary") ?? ""
        mode = try reader.optionalValue("compatibility", CompatibilityMode.init(parsing:)) ?? .backward
        policy = try reader.optionalValue("policy", CompatibilityPolicy.init(parsing:)) ?? .strict
        entity = try reader.optionalValue("entity", EntityID.init(parsing:))
        system = try reader.optionalValue("system", SystemID.init(parsing:))
        stewards = try reader.values("stewards", TeamID.init(parsing:))
        var writes: [EntityUse] = []
        for node in try reader.list("writes") { writes.append(try EntityUse(node, file: file)) }
        self.writes = writes
        var consumers: [Consumer] = []
        for node in try reader.list("consumers") { consumers.append(try Consumer(node, file: file)) }
        self.consumers = consumers
        mentions = try Mention.mentions(in: reader).map { $0.inFile(file) }
        declared = node.json
    }
}

/// An entity that a contract writes, whole or some of its fields.
package struct EntityUse: Hashable, Sendable {
    /// The entity.
    package let entity: EntityID
    /// The attributes; empty means all.
    package let fields: [String]

    /// A use of a whole entity.
    package init(_ entity: EntityID) {
        self.entity = entity
        fields = []
    }

    /// Reads `{entity, fields?}`.
    ///
    /// - Throws: ``ContractFailure`` with the place of what is wrong.
    package init(_ node: Node, file: String? = nil) throws(ContractFailure) {
        let reader = try MemberReader(node, code: Manifest.code, file: file, known: ["entity", "fields"])
        entity = try reader.value("entity", EntityID.init(parsing:))
        fields = try reader.texts("fields")
    }
}

/// An application that is known to use a contract.
package struct Consumer: Hashable, Sendable {
    /// The application.
    package let application: ApplicationID
    /// The team that answers for it.
    package let team: TeamID
    /// What it uses: field addresses such as `/lines/*/taxCode`, operations such as `GET /invoices/{id}`; empty means
    /// everything.
    package let uses: [String]

    /// Reads `{application, team, uses?}`.
    ///
    /// - Throws: ``ContractFailure`` with the place of what is wrong.
    package init(_ node: Node, file: String? = nil) throws(ContractFailure) {
        let known: Set<String> = ["application", "team", "uses", "environments", "tier", "purpose", "contact"]
        let reader = try MemberReader(node, code: Manifest.code, file: file, known: known)
        application = try reader.value("application", ApplicationID.init(parsing:))
        team = try reader.value("team", TeamID.init(parsing:))
        uses = try reader.texts("uses")
    }

    /// Whether a finding touches what the consumer uses.
    ///
    /// A use that names an operation touches findings of that operation or reaching it, whatever the parameters of its
    /// path are called; any other touches findings whose field address it contains or is contained in, counted in whole
    /// steps. `*` stands for any step. What reaches more than it says may reach every use.
    package func isTouched(by finding: Finding) -> Bool {
        uses.isEmpty || finding.reachesMore || uses.contains { ContractUse($0).isTouched(by: finding) }
    }

    /// The uses that are in none of the shapes of a contract, so that nothing can be said about them.
    package func uses(missingIn shapes: [Shape]) -> [String] {
        uses.filter { !ContractUse($0).isKnown(in: shapes) }
    }
}
