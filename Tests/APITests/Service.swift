import Contracts
import Governance
import Policies
import SQLiteStore
import Syntax
import Testing

@testable import API
@testable import HTTP

/// The API over a registry in a folder of its own, asked in process.
///
/// People: `ada` (admin, auditor), `maria` (submitter), `ben` (approver, billing), `rita` (release), `robot` (a service
/// account of billing), `otto` (no role).
final class Service: Sendable {
    let folder = TestFolder()
    let store: SQLiteStore
    let registry: Registry
    let router: Router
    let tokens: [String: String]

    init() async throws {
        store = try SQLiteStore.open(folder: folder.path + "/data", mode: .create)
        let secret = try await Registry.create(in: store, origin: "canon.example/api", admin: .init(parsing: "ada"))
        let functions = PolicyFunctions([OwnerApproves.self, CompatibilityHolds.self])
        registry = try Registry(store: store, formats: Formats([WordFormat()]), functions: functions)
        router = NativeAPI.router(registry, metrics: ServerMetrics())
        var tokens = ["ada": secret]
        for (path, item) in Self.catalog { try await Self.put(path, item, router, secret) }
        for name in ["maria", "ben", "rita", "robot", "otto"] {
            let request = Self.request(.post, "/v1/tokens", secret, ["person": .string(name)])
            tokens[name] = try Answer(await router.respond(to: #require(request))).json["token"]?.string
        }
        self.tokens = tokens
    }

    private static let catalog: [(String, JSON)] = [
        ("catalog/teams/billing", ["name": "billing"]),
        ("catalog/systems/erp", ["name": "erp", "team": "billing"]),
        ("catalog/applications/bridge", ["name": "bridge", "team": "billing"]),
        ("catalog/environments/production", ["name": "production", "production": true]),
        ("catalog/people/maria", ["name": "maria", "displayName": "Maria M.", "roles": ["submitter"]]),
        ("catalog/people/ben", ["name": "ben", "teams": ["billing"], "roles": ["approver"]]),
        ("catalog/people/rita", ["name": "rita", "roles": ["release"]]),
        ("catalog/people/robot", ["name": "robot", "service": true, "teams": ["billing"], "roles": ["submitter"]]),
        ("catalog/people/otto", ["name": "otto"]),
        (
            "policies/owner-approves",
            ["policy": "owner-approves", "summary": "The owner agrees.", "owner": "billing", "rule": "owner-approves"]
        ),
    ]

    private static func put(_ path: String, _ item: JSON, _ router: Router, _ secret: String) async throws {
        let answer = try Answer(await router.respond(to: #require(request(.put, "/v1/\(path)", secret, item))))
        #expect(answer.status == 201, "\(path): \(answer.text)")
    }

    private static func request(
        _ method: HTTP.Method,
        _ target: String,
        _ secret: String?,
        _ body: JSON?,
        _ fields: [(String, String)] = []
    ) -> Request? {
        var all = Fields()
        if let secret { all.append("Authorization", "Bearer \(secret)") }
        for (name, value) in fields { all.append(name, value) }
        return Request(method, target, fields: all, body: body?.bytes ?? [])
    }

    /// What the API answers somebody; nil sends no token.
    func ask(
        _ method: HTTP.Method,
        _ target: String,
        as person: String? = "ada",
        _ body: JSON? = nil,
        fields: [(String, String)] = []
    ) async throws -> Answer {
        let secret = person.map { tokens[$0] ?? $0 }
        return Answer(await router.respond(to: try #require(Self.request(method, target, secret, body, fields))))
    }

    /// A proposal of `billing.invoice` as the API takes it.
    static func proposal(_ version: String, _ content: String, subject: String = "billing.invoice") -> JSON {
        ["version": .string(version), "content": .string(content), "file": "words.txt", "manifest": manifest(subject)]
    }

    static func manifest(_ subject: String) -> JSON {
        ["subject": .string(subject), "format": "words", "kind": "api", "owner": "billing"]
    }

    /// Submits and approves a version.
    @discardableResult
    func register(_ version: String, _ content: String, subject: String = "billing.invoice") async throws -> String {
        let body = Self.proposal(version, content, subject: subject)
        let submission = try await ask(.post, "/v1/subjects/\(subject)/submissions", as: "maria", body)
        let id = submission.json["id"]?.string ?? ""
        let binding = submission.json["binding"]?.string ?? ""
        let answer = try await ask(
            .post,
            "/v1/submissions/\(id)/approvals",
            as: "ben",
            ["binding": .string(binding), "reason": "seen"]
        )
        #expect(answer.status == 201, "\(answer.text)")
        return id
    }
}

/// An answer, read.
struct Answer: Sendable {
    let status: Int
    let fields: Fields
    let bytes: [UInt8]
    /// The fields that are rendered together with the content, as text; empty for all other answers.
    private let renderedFields: String

    /// Content that comes piece by piece is not read.
    init(_ response: Response) {
        status = response.status.code
        fields = response.fields
        switch response.body {
        case .octets(let octets): (bytes, renderedFields) = (octets, "")
        case .rendered(let rendered):
            bytes = Array(rendered.octets[rendered.contentStart...])
            renderedFields = String(decoding: rendered.octets[..<rendered.contentStart], as: UTF8.self)
        case .stream: (bytes, renderedFields) = ([], "")
        }
    }

    /// A field, wherever it is.
    func field(_ name: String) -> String? {
        guard !renderedFields.isEmpty else { return fields[name] }
        let line = renderedFields.split(separator: "\r\n").first { $0.hasPrefix("\(name): ") }
        return line.map { String($0.dropFirst(name.count + 2)) }
    }

    var tag: String? { field("ETag") }
    var cacheControl: String? { field("Cache-Control") }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The content as JSON; null where it is none.
    var json: JSON { (try? Document.json(bytes).root.json) ?? nil }

    /// The problem's code, or empty.
    var code: String { json["code"]?.string ?? "" }
}

extension JSON {
    /// The text, or nil where this is none.
    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The elements; none where this is no list.
    var elements: [JSON] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }
}
