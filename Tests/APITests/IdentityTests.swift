import HTTP
import Syntax
import Testing

/// Who acts is known by the token alone.
@Suite("identity")
struct IdentityTests {
    @Test(arguments: [
        "X-Forwarded-User", "X-Remote-User", "X-Forwarded-For", "Remote-User", "X-Actor", "Forwarded", "From", "Cookie",
    ])
    func isNotTakenFromAField(_ name: String) async throws {
        let service = try await Service()
        let answer = try await service.ask(.get, "/v1/whoami", as: "otto", fields: [(name, "ada")])
        #expect(answer.json["person"] == "otto")
        #expect(try await service.ask(.get, "/v1/tokens", as: "otto", fields: [(name, "ada")]).code == "ROLE_MISSING")
        #expect(try await service.ask(.get, "/v1/whoami", as: nil, fields: [(name, "ada")]).code == "TOKEN_MISSING")
    }

    @Test(arguments: ["actor", "author", "person", "on_behalf_of", "state", "verdict", "approved", "submission"])
    func isNotTakenFromTheBody(_ member: String) async throws {
        let service = try await Service()
        guard case .object(let members) = Service.proposal("1.0.0", "id") else { return }
        let body = JSON.object(members + [.init(member, "ada")])
        let answer = try await service.ask(.post, "/v1/subjects/billing.invoice/submissions", as: "maria", body)
        #expect(answer.status == 422)
        #expect(answer.code == "REQUEST_INVALID")
        #expect(answer.json["place"]?["pointer"] == .string("/\(member)"))
    }

    @Test func isNotTakenFromTheQuery() async throws {
        let service = try await Service()
        let token = service.tokens["ada"] ?? ""
        let answer = try await service.ask(.get, "/v1/whoami?access_token=\(token)&token=\(token)", as: nil)
        #expect(answer.code == "TOKEN_MISSING")
    }

    @Test func theRecordNamesTheTokensOwner() async throws {
        let service = try await Service()
        let fields = [("X-Forwarded-User", "ada")]
        let body = Service.proposal("1.0.0", "id")
        let answer = try await service.ask(
            .post,
            "/v1/subjects/billing.invoice/submissions",
            as: "maria",
            body,
            fields: fields
        )
        #expect(answer.json["author"] == "maria")
        let records = try await service.ask(.get, "/v1/audit/records?limit=1").json
        #expect(records["items"]?.elements.first?["actor"] == "maria")
    }

    @Test func aRevokedTokenIsRefusedAtOnce() async throws {
        let service = try await Service()
        let issued = try await service.ask(.post, "/v1/tokens", ["person": "otto", "days": 1]).json
        let (id, secret) = (issued["id"]?.string ?? "", issued["token"]?.string ?? "")
        // Twice, so that it is known by heart.
        for _ in 0..<2 { #expect(try await service.ask(.get, "/v1/whoami", as: secret).status == 200) }
        #expect(try await service.ask(.delete, "/v1/tokens/\(id)").status == 204)
        #expect(try await service.ask(.get, "/v1/whoami", as: secret).code == "TOKEN_UNKNOWN")
        let tokens = try await service.ask(.get, "/v1/tokens").json["items"]?.elements ?? []
        #expect(tokens.first { $0["id"] == .string(id) }?["revoked"] == true)
        #expect(!tokens.contains { $0["token"] != nil })
    }

    @Test func aPersonWhoLosesARoleLosesItAtOnce() async throws {
        let service = try await Service()
        #expect(try await service.ask(.get, "/v1/whoami", as: "rita").json["roles"] == ["release"])
        let rita: JSON = ["name": "rita", "roles": []]
        #expect(try await service.ask(.put, "/v1/catalog/people/rita", rita).status == 200)
        #expect(try await service.ask(.get, "/v1/whoami", as: "rita").json["roles"] == [])
    }
}
