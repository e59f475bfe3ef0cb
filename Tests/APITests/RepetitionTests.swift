import HTTP
import Syntax
import Testing

/// `Idempotency-Key`: the same key and body, the same answer; another body, a refusal.
@Suite("idempotency key")
struct RepetitionTests {
    static let key = [("Idempotency-Key", "4f7c2a8e")]

    @Test func ofASubmission() async throws {
        let service = try await Service()
        let path = "/v1/subjects/billing.invoice/submissions"
        let body = Service.proposal("1.0.0", "id")
        let first = try await service.ask(.post, path, as: "maria", body, fields: Self.key)
        let again = try await service.ask(.post, path, as: "maria", body, fields: Self.key)
        #expect((first.status, again.status) == (201, 200))
        #expect(first.json == again.json)
        #expect(first.fields["Location"] == again.fields["Location"])
        let other = try await service.ask(.post, path, as: "maria", Service.proposal("1.0.1", "id"), fields: Self.key)
        #expect(other.status == 400)
        #expect(other.code == "IDEMPOTENCY_KEY_REUSED")
        let elsewhere = try await service.ask(
            .post,
            "/v1/subjects/other/submissions",
            as: "maria",
            Service.proposal("1.0.0", "id", subject: "other"),
            fields: Self.key
        )
        #expect(elsewhere.code == "IDEMPOTENCY_KEY_REUSED")
    }

    @Test func ofAGate() async throws {
        let service = try await Service()
        let lock = #"{"lockVersion":1,"app":"bridge","version":"1"}"#
        let body: JSON = ["lock": .string(lock), "environment": "production"]
        let first = try await service.ask(.post, "/v1/gates", as: "rita", body, fields: Self.key)
        let again = try await service.ask(.post, "/v1/gates", as: "rita", body, fields: Self.key)
        #expect(first.json == again.json)
    }

    @Test func ofTheLastApproval() async throws {
        let service = try await Service()
        let proposal = Service.proposal("1.0.0", "id")
        let open = try await service.ask(.post, "/v1/subjects/billing.invoice/submissions", as: "maria", proposal).json
        let path = "/v1/submissions/\(open["id"]?.string ?? "")/approvals"
        let body: JSON = ["binding": open["binding"] ?? nil]
        let first = try await service.ask(.post, path, as: "ben", body, fields: Self.key)
        let again = try await service.ask(.post, path, as: "ben", body, fields: Self.key)
        #expect(first.status == 201)
        #expect(first.json["becameVersion"]?["number"] == 1)
        #expect(first.json == again.json)
    }

    @Test(arguments: [[""], ["a b"], ["ä"], ["a\tb"], [String(repeating: "k", count: 201)], ["k1", "k2"], ["k", "k"]])
    func thatIsNone(_ keys: [String]) async throws {
        let service = try await Service()
        let body = Service.proposal("1.0.0", "id")
        let answer = try await service.ask(
            .post,
            "/v1/subjects/billing.invoice/submissions",
            as: "maria",
            body,
            fields: keys.map { ("Idempotency-Key", $0) }
        )
        #expect(answer.code == "IDEMPOTENCY_KEY_INVALID")
    }
}
