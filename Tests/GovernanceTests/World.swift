import Audit
import Compatibility
import Contracts
import Crypto
import Governance
import Policies
import SQLiteStore
import StorePort
import Synchronization
import Syntax

/// A clock that stands until it is set.
final class TestClock: Governance.Clock {
    private let time = Mutex(Instant("2026-11-24T09:00:00Z"))

    var now: Instant { time.withLock { $0 } ?? Instant(milliseconds: 0) }

    func set(_ text: String) { time.withLock { $0 = Instant(text) } }
}

/// A registry in a folder of its own, with a small firm in its catalog.
///
/// Teams `billing`, `tax`, `crm`, `arch`; systems `erp` of billing and `crm` of crm; entity `Invoice` of `erp`, its field
/// `taxCode` of `crm`, steward `arch`; application `bridge` of billing; environments `test` and `production`.
final class World: Sendable {
    let folder = TestFolder()
    let clock = TestClock()
    let store: SQLiteStore
    let registry: Registry
    let secret: String
    /// Admin and auditor.
    let ada: Principal
    private let secrets = Mutex<[String]>([])
    private let requests = Atomic(0)

    static let formats = Formats([LineFormat()])

    static let functions = PolicyFunctions([
        CompatibilityHolds.self, ConsumersApprove.self, DutiesAreSeparate.self, FieldsApproved.self,
        OwnerApproves.self, StewardsApprove.self, SystemOfRecordWrites.self, VersionTellsTruth.self,
    ])

    private static let catalog = """
        {"teams": [{"name": "billing"}, {"name": "tax"}, {"name": "crm"}, {"name": "arch"}],
         "systems": [{"name": "erp", "team": "billing"}, {"name": "crm", "team": "crm"}],
         "entities": [{"name": "Invoice", "system": "erp", "stewards": ["arch"],
                       "fields": [{"name": "taxCode", "system": "crm"}]}],
         "applications": [{"name": "bridge", "team": "billing"}],
         "environments": [{"name": "test"}, {"name": "production", "production": true}]}
        """

    init() async throws {
        store = try SQLiteStore.open(folder: folder.path + "/data", mode: .create)
        secret = try await Registry.create(
            in: store,
            origin: "canon.example/test",
            admin: .init(parsing: "ada"),
            clock: clock
        )
        registry = try Registry(store: store, formats: Self.formats, functions: Self.functions, clock: clock)
        ada = try registry.principal(secret: secret)
        secrets.withLock { $0.append(secret) }
        let root = try Document.json(Array(Self.catalog.utf8)).root
        for (item, node) in try CatalogItem.items(in: root) {
            _ = try await registry.declare(item.kind, node, by: ada, mark())
        }
    }

    /// The secrets of all tokens that were issued.
    var issued: [String] { secrets.withLock { $0 } }

    /// A new request; with a key, one that may be sent again.
    func mark(_ key: String? = nil, _ body: String = "") -> RequestMark {
        let number = requests.add(1, ordering: .relaxed).newValue
        return RequestMark(
            id: "r\(number)",
            idempotencyKey: key,
            bodyDigest: key == nil ? nil : Digest(of: body)
        )
    }

    /// Somebody with a token.
    func person(
        _ name: String,
        teams: [String] = [],
        roles: [String] = ["submitter", "approver"],
        isService: Bool = false
    ) async throws -> Principal {
        try await declare(
            .people,
            [
                "name": .string(name), "displayName": .string("Display of \(name)"), "service": .bool(isService),
                "teams": .array(teams.map(JSON.string)), "roles": .array(roles.map(JSON.string)),
            ]
        )
        let id = try PersonID(parsing: name)
        let (_, secret) = try await registry.issueToken(for: id, scopes: [], days: 90, by: ada, mark())
        secrets.withLock { $0.append(secret) }
        return try registry.principal(secret: secret)
    }

    @discardableResult
    func declare(_ kind: CatalogItem.Kind, _ item: JSON) async throws -> Declared {
        try await registry.declare(kind, Document.json(item.bytes).root, by: ada, mark())
    }

    /// Puts a policy in force.
    @discardableResult
    func enforce(_ rule: String, name: String? = nil, mode: String = "enforce", with extra: JSON = [:]) async throws
        -> Declared
    {
        var document: [JSON.Member] = [
            .init("policy", .string(name ?? rule)), .init("summary", "A policy."), .init("owner", "arch"),
            .init("mode", .string(mode)), .init("rule", .string(rule)),
        ]
        if case .object(let members) = extra { document += members }
        return try await registry.declare(policy: Document.json(JSON.object(document).bytes).root, by: ada, mark())
    }

    /// A proposal of the subject `billing.invoice`, owned by billing, unless told otherwise.
    func proposal(
        _ version: String = "1.0.0",
        _ content: String = "id:string!",
        subject: String = "billing.invoice",
        owner: String = "billing",
        mode: String = "BACKWARD",
        with extra: JSON = [:]
    ) throws -> Proposal {
        var members: [JSON.Member] = [
            .init("subject", .string(subject)), .init("format", "lines"), .init("kind", "api"),
            .init("owner", .string(owner)), .init("compatibility", .string(mode)),
        ]
        if case .object(let further) = extra {
            members.removeAll { member in further.contains { $0.key == member.key } }
            members += further
        }
        return Proposal(
            manifest: try Manifest(Document.json(JSON.object(members).bytes).root),
            version: try SemanticVersion(parsing: version),
            content: ContractSource(Array(content.utf8))
        )
    }

    /// The submission that a proposal opens.
    func submit(_ proposal: Proposal, by principal: Principal, key: String? = nil) async throws -> Submission {
        let submitted = try await registry.submit(proposal, by: principal, mark(key, proposal.version.description))
        guard let submission = submitted.submission else { throw Nothing() }
        return submission
    }

    /// Approves what stands now.
    @discardableResult
    func approve(_ id: SubmissionID, by principal: Principal, binding: Digest? = nil, key: String? = nil) async throws
        -> Answered
    {
        let shown = try binding ?? registry.dossier(id).submission.judged.binding
        return try await registry.approve(id, binding: shown, reason: "seen", by: principal, mark(key, id.name))
    }

    /// The actions of all records, oldest first, behind the first few that made the world.
    func actions(after sequence: UInt64 = 0) throws -> [String] {
        try events().filter { $0.sequence >= sequence }.map(\.change.action)
    }

    var size: UInt64 { get throws { try registry.checkpoint().head.size } }

    /// All records, oldest first.
    func events() throws -> [Event] { try leaves().map { try Event(leaf: $0.bytes) } }

    func leaves() throws -> [StoredLeaf] { try store.read { try $0.leaves(from: 0, limit: 100_000) } }

    func state(_ id: SubmissionID) throws -> Submission.State { try registry.dossier(id).submission.state }

    /// Nothing was opened.
    struct Nothing: Error {}
}

/// The code that an action is refused with, or what it did where it is not.
func code(_ body: () async throws -> some Any) async -> String {
    do { return "did \(try await body())" } catch {
        switch error {
        case let error as RegistryError: return error.code
        case let error as ContractFailure: return error.code
        case is ReferenceFailure: return ReferenceFailure.code
        case is FormatUnknown: return FormatUnknown.code
        default: return "\(error)"
        }
    }
}
