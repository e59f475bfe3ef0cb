import HTTP
import Syntax
import Testing

/// What the table of calls finds: `billing.invoice` with versions 1.0.0 and 1.1.0, open submissions, a gate's answer.
///
/// Names that are known at run time only stand in the table as `@…`.
struct Stage: Sendable {
    let service: Service
    private var names: [String: String] = [:]

    static let approved = "@approved"
    static let toWithdraw = "@withdraw"
    static let toApprove = (id: "@approve", binding: "@binding-of-approve")
    static let toReject = (id: "@reject", binding: "@binding-of-reject")
    static let gate = "@gate"
    static let token = "@token"

    init() async throws {
        service = try await Service()
        names[Self.approved] = try await service.register("1.0.0", "id")
        try await service.register("1.1.0", "id\ntax")
        try await open(Self.toWithdraw, "", subject: "a.withdraw")
        try await open(Self.toApprove.id, Self.toApprove.binding, subject: "a.approve")
        try await open(Self.toReject.id, Self.toReject.binding, subject: "a.reject")
        let lock = #"{"lockVersion":1,"app":"bridge","version":"0"}"#
        let gate = try await service.ask(
            .post,
            "/v1/gates",
            as: "rita",
            ["lock": .string(lock), "environment": "production"]
        )
        names[Self.gate] = gate.json["id"]?.string
        let token = try await service.ask(.post, "/v1/tokens", ["person": "otto"])
        names[Self.token] = token.json["id"]?.string
    }

    private mutating func open(_ id: String, _ binding: String, subject: String) async throws {
        let body = Service.proposal("1.0.0", "id", subject: subject)
        let answer = try await service.ask(.post, "/v1/subjects/\(subject)/submissions", as: "maria", body)
        names[id] = answer.json["id"]?.string
        names[binding] = answer.json["binding"]?.string
    }

    /// What a call of the table is answered; with `as`, for somebody else.
    func answer(_ call: Call, as person: String?) async throws -> Answer {
        let body = try call.body.map { try Document.json(Array(resolved($0.text).utf8)).root.json }
        return try await service.ask(call.method, resolved(call.target), as: person, body, fields: call.fields)
    }

    /// The text with every name in its place, the longer names first.
    private func resolved(_ text: String) -> String {
        let longerFirst = names.sorted { $0.key.utf8.count > $1.key.utf8.count }
        return longerFirst.reduce(text) { text, name in
            name.key.isEmpty ? text : text.replacing(name.key, with: name.value)
        }
    }
}
