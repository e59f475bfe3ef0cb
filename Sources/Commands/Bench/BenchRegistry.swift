internal import Compatibility
internal import Contracts
internal import Governance
internal import Policies
internal import SQLiteStore
internal import Sockets
internal import StorePort
internal import Syntax

/// A fresh registry with what every registry has: a team, people, and the policies that hold everywhere.
struct BenchRegistry {
    /// The data folder.
    let data: String
    private let folder: ScratchFolder
    /// The secret of the first administrator.
    private let admin: String

    /// Makes a registry.
    init() throws {
        folder = try ScratchFolder("bench")
        data = folder.path + "/data"
        admin = try InitCommand.create(data, origin: "canon.bench/registry", admin: PersonID(parsing: "root"))
    }

    /// Opens it, lets somebody work on it, and closes it.
    func withRegistry<Result: Sendable>(
        _ body: @Sendable @escaping (Registry, Principal) async throws -> Result
    ) throws -> Result {
        let store = try SQLiteStore.open(folder: data, mode: .existing)
        defer { store.close() }
        let registry = try Registry(store: store, formats: BuiltIns.formats, functions: BuiltIns.functions)
        let principal = try registry.principal(secret: admin)
        return try Blocking.wait { try await body(registry, principal) }
    }

    /// Declares the team, the people and the policies.
    ///
    /// - Returns: The secret of a service account that may submit and read.
    func declare() throws -> String {
        try withRegistry { registry, admin in
            for (kind, text) in Self.catalog {
                let node = try Document.json(Array(text.utf8)).root
                _ = try await registry.declare(kind, node, by: admin, Self.mark)
            }
            for text in Self.policies {
                let node = try Document.json(Array(text.utf8)).root
                _ = try await registry.declare(policy: node, by: admin, Self.mark)
            }
            let loader = try PersonID(parsing: "loader")
            return try await registry.issueToken(for: loader, scopes: [], days: 1, by: admin, Self.mark).secret
        }
    }

    /// Takes content over as first versions, many at the same time.
    func adopt(_ proposals: [Proposal]) throws {
        try withRegistry { registry, admin in
            let lanes = 64
            try await withThrowingDiscardingTaskGroup { group in
                for lane in 0..<lanes {
                    group.addTask {
                        for index in stride(from: lane, to: proposals.count, by: lanes) {
                            _ = try await registry.adopt(proposals[index], by: admin, Self.mark)
                        }
                    }
                }
            }
        }
    }

    private static let mark = RequestMark(id: "bench")

    private static let catalog: [(CatalogItem.Kind, String)] = [
        (.teams, #"{"name": "bench"}"#),
        (.people, #"{"name": "loader", "service": true, "teams": ["bench"], "roles": ["submitter"]}"#),
        (.people, #"{"name": "approver", "teams": ["bench"], "roles": ["approver"]}"#),
    ]

    private static let policies = [
        policy("compatibility-holds", #", "parameters": {"majorMayBreak": true}"#),
        policy("duties-are-separate"),
        policy("owner-approves", #", "parameters": {"count": 1}"#),
        policy("version-tells-truth"),
    ]

    private static func policy(_ rule: String, _ parameters: String = "") -> String {
        """
        {"policy": "\(rule)", "summary": "As everywhere", "why": "As everywhere", "owner": "bench", "mode": "enforce",
         "rule": "\(rule)"\(parameters)}
        """
    }
}

/// Contracts as the workloads make them.
enum BenchContract {
    /// A JSON Schema with so many properties.
    static func content(properties: Int) -> String {
        let members = (0..<properties).map { index in
            #""field\#(index)":{"type":"string","maxLength":\#(index + 10),"description":"Field number \#(index)"}"#
        }
        return #"{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","properties":{"#
            + members.joined(separator: ",") + #"},"required":["field0"]}"#
    }

    /// The body of a submission.
    static func submission(_ subject: String) -> [UInt8] {
        let body: JSON = [
            "version": "1.0.0", "file": "schema.json", "content": .string(content(properties: 4)),
            "manifest": manifest(subject),
        ]
        return body.bytes
    }

    private static func manifest(_ subject: String) -> JSON {
        ["subject": .string(subject), "format": "json-schema", "kind": "event", "owner": "bench"]
    }

    /// A first version of a subject.
    static func proposal(_ subject: String, properties: Int) throws -> Proposal {
        Proposal(
            manifest: try Manifest(Document.json(Array(manifest(subject).bytes)).root),
            version: try SemanticVersion(parsing: "1.0.0"),
            content: ContractSource(Array(content(properties: properties).utf8), file: "schema.json")
        )
    }
}
