import HTTP
import Syntax
import Testing

/// How content and other things that never change are served.
@Suite("content")
struct ContentTests {
    static let base = "/v1/subjects/billing.invoice/versions"
    static let forever = "private, max-age=31536000, immutable"

    static func service() async throws -> Service {
        let service = try await Service()
        try await service.register("1.0.0", "id")
        return service
    }

    @Test(arguments: ["1.0.0", "1", "latest"])
    func isServedAsTheBytesThatWereSent(_ version: String) async throws {
        let service = try await Self.service()
        // Twice: the second may come from memory.
        for _ in 0..<2 {
            let answer = try await service.ask(.get, "\(Self.base)/\(version)/content")
            #expect(answer.status == 200)
            #expect(answer.text == "id")
        }
        let answer = try await service.ask(.get, "\(Self.base)/\(version)/content")
        #expect(answer.field("X-Content-Type-Options") == "nosniff")
        #expect(answer.field("Content-Disposition") == "attachment")
        #expect(answer.field("Content-Type") == "text/plain; charset=utf-8")
        #expect(answer.field("Canon-Version") == "1.0.0")
    }

    @Test(arguments: [
        ("1.0.0/content", forever), ("1/content", forever), ("latest/content", "no-cache"), ("1.0.0", forever),
        ("1", forever), ("latest", "no-cache"),
    ])
    func isNotSentAgain(_ path: String, _ caching: String) async throws {
        let service = try await Self.service()
        let first = try await service.ask(.get, "\(Self.base)/\(path)")
        let tag = try #require(first.tag)
        for match in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
            let answer = try await service.ask(.get, "\(Self.base)/\(path)", fields: [("If-None-Match", match)])
            #expect(answer.status == 304)
            #expect(answer.bytes.isEmpty)
            #expect(answer.fields["ETag"] == tag)
            #expect(answer.fields["Cache-Control"] == caching)
        }
        let other = try await service.ask(.get, "\(Self.base)/\(path)", fields: [("If-None-Match", "\"x\"")])
        #expect(other.status == 200)
        #expect(other.cacheControl == caching)
    }

    @Test func ofTheLatestChangesItsTagWithTheVersion() async throws {
        let service = try await Self.service()
        let before = try await service.ask(.get, "\(Self.base)/latest").tag
        try await service.register("1.1.0", "id\ntax")
        let answer = try await service.ask(.get, "\(Self.base)/latest", fields: [("If-None-Match", before ?? "")])
        #expect(answer.status == 200)
        #expect(answer.json["number"] == .int(2))
    }

    @Test func ofASubmissionIsNeverRun() async throws {
        let service = try await Service()
        let body = Service.proposal("1.0.0", "<script>alert(1)</script>")
        let id = try await service.ask(.post, "/v1/subjects/billing.invoice/submissions", as: "maria", body).json["id"]
        let answer = try await service.ask(.get, "/v1/submissions/\(id?.string ?? "")/content")
        #expect(answer.text == "<script>alert(1)</script>")
        #expect(answer.fields["Content-Type"] == "text/plain; charset=utf-8")
        #expect(answer.fields["X-Content-Type-Options"] == "nosniff")
        #expect(answer.fields["Content-Disposition"] == "attachment")
    }

    @Test func aGatesAnswerNeverChanges() async throws {
        let service = try await Service()
        let lock = #"{"lockVersion":1,"app":"bridge","version":"1"}"#
        let gate = try await service.ask(
            .post,
            "/v1/gates",
            as: "rita",
            ["lock": .string(lock), "environment": "production"]
        )
        let location = try #require(gate.fields["Location"])
        let answer = try await service.ask(.get, location, as: "otto")
        #expect(answer.json == gate.json)
        #expect(answer.cacheControl == Self.forever)
        let again = try await service.ask(.get, location, as: "otto", fields: [("If-None-Match", answer.tag ?? "")])
        #expect(again.status == 304)
    }

    @Test func headAndOptionsAreAnswered() async throws {
        let service = try await Self.service()
        let head = try await service.ask(.head, "\(Self.base)/1.0.0")
        #expect(head.status == 200)
        let options = try await service.ask(.options, "/v1/policies/x", as: nil)
        #expect(options.status == 204)
        #expect(options.fields["Allow"] == "GET, HEAD, PUT, DELETE, OPTIONS")
        let wrong = try await service.ask(.patch, "/v1/policies/x")
        #expect(wrong.status == 405)
        #expect(wrong.code == "ROUTE_METHOD_NOT_ALLOWED")
        #expect(wrong.fields["Allow"] == "GET, HEAD, PUT, DELETE, OPTIONS")
        #expect(try await service.ask(.get, "/v1/nothing").code == "ROUTE_NOT_FOUND")
    }
}
