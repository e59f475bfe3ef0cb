import HTTP
import Syntax
import Testing

/// Following `next` shows everything once.
@Suite("paging")
struct PagingTests {
    static func walk(_ service: Service, _ path: String, _ member: String, limit: Int) async throws -> [String] {
        var seen: [String] = []
        var cursor: String?
        repeat {
            let query = "?limit=\(limit)" + (cursor.map { "&cursor=\($0)" } ?? "")
            let page = try await service.ask(.get, path + query).json
            let items = page["items"]?.elements ?? []
            #expect(items.count <= limit)
            seen += items.compactMap { $0[member].map { $0.string ?? $0.text } }
            cursor = page["next"]?.string
        } while cursor != nil
        return seen
    }

    @Test(arguments: [1, 2, 3, 7, 200])
    func walksEverythingOnce(_ limit: Int) async throws {
        let service = try await Service()
        for version in 0..<5 {
            try await service.register("1.\(version).0", (0...version).map { "w\($0)" }.joined(separator: "\n"))
        }
        for name in ["a.c", "a", "a-b.c", "z9"] {
            let body = Service.proposal("1.0.0", "id", subject: name)
            #expect(try await service.ask(.post, "/v1/subjects/\(name)/baselines", body).status == 201)
            let change = Service.proposal("1.1.0", "id\nx", subject: name)
            #expect(try await service.ask(.post, "/v1/subjects/\(name)/submissions", as: "maria", change).status == 201)
        }
        let versions = try await Self.walk(service, "/v1/subjects/billing.invoice/versions", "version", limit: limit)
        #expect(versions == ["1.4.0", "1.3.0", "1.2.0", "1.1.0", "1.0.0"])
        let subjects = try await Self.walk(service, "/v1/subjects", "subject", limit: limit)
        #expect(subjects == ["a", "a-b.c", "a.c", "billing.invoice", "z9"])
        let submissions = try await Self.walk(
            service,
            "/v1/subjects/billing.invoice/submissions",
            "version",
            limit: limit
        )
        #expect(submissions == versions)
        let open = try await Self.walk(service, "/v1/submissions", "subject", limit: limit)
        #expect(open.sorted() == ["a", "a-b.c", "a.c", "z9"])
        let records = try await Self.walk(service, "/v1/audit/records", "record", limit: limit)
        #expect(records == (0..<records.count).reversed().map(String.init))
        #expect(records.count > 40)
    }

    @Test func aNewItemDoesNotShiftThePage() async throws {
        let service = try await Service()
        for version in 0..<3 {
            try await service.register("1.\(version).0", "w0\nw\(version)".replacing("w0\nw0", with: "w0"))
        }
        let path = "/v1/subjects/billing.invoice/versions?limit=2"
        let first = try await service.ask(.get, path).json
        let body = Service.proposal("9.0.0", "w0\nw1\nw2\nw9")
        #expect(
            try await service.ask(.post, "/v1/subjects/billing.invoice/submissions", as: "maria", body).status == 201
        )
        let second = try await service.ask(.get, path + "&cursor=\(first["next"]?.string ?? "")").json
        let names = [first, second].flatMap { $0["items"]?.elements ?? [] }.compactMap { $0["version"]?.string }
        #expect(names == ["1.2.0", "1.1.0", "1.0.0"])
    }

    @Test(arguments: ["0", "201", "-1", "+1", "1e2", " 1", "", "99999999999999999999"])
    func limitsThatAreNone(_ limit: String) async throws {
        let service = try await Service()
        let encoded = limit.replacing(" ", with: "%20")
        #expect(try await service.ask(.get, "/v1/subjects?limit=\(encoded)").code == "PAGE_LIMIT")
    }
}
