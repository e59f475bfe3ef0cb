import HTTP
import Testing

@Suite("router")
struct RouterTests {
    struct Mishap: Error {}

    static let router = Router(
        [
            Route(.get, "/") { _ in Response(.ok, body: "root") },
            Route(.get, "/s") { _ in Response(.ok, body: "list") },
            Route(.post, "/s") { _ in Response(.created, body: "new") },
            Route(.get, "/s/latest") { _ in Response(.ok, body: "latest") },
            Route(.get, "/s/{name}") { Response(.ok, body: "one \($0.path["name"] ?? "-")\($0.path["other"] ?? "")") },
            Route(.delete, "/s/{name}") { _ in throw Mishap() },
            Route(.get, "/s/{name}/v/{number}") {
                Response(.ok, body: "\($0.path["name"] ?? "-") \($0.path["number"] ?? "-")")
            },
            Route(.get, "/s/latest/w") { _ in Response(.ok, body: "w") },
        ],
        renderer: { error, _ in Response((error as? RoutingFailure)?.status ?? .internalServerError, body: "\(error)") }
    )

    static func answer(_ method: HTTP.Method, _ target: String) async throws -> String {
        let response = await router.respond(to: try #require(Request(method, target)))
        guard case .octets(let body) = response.body else { return "" }
        let allow = response.fields["Allow"].map { " Allow: \($0)" } ?? ""
        return "\(response.status.code)\(allow) \(String(decoding: body, as: UTF8.self))"
    }

    @Test(arguments: [
        (HTTP.Method.get, "/", "200 root"), (.get, "/s", "200 list"), (.post, "/s", "201 new"),
        (.head, "/s", "200 list"), (.get, "/s/latest", "200 latest"), (.get, "/s/a%20b", "200 one a b"),
        (.get, "/s/latest/w", "200 w"), (.get, "/s/latest/v/1", "200 latest 1"), (.get, "/s/x/v/9?q=1", "200 x 9"),
        (.options, "/s", "204 Allow: GET, HEAD, POST, OPTIONS "),
        (.options, "/s/x", "204 Allow: GET, HEAD, DELETE, OPTIONS "),
        (.options, "*", "204 Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS "),
        (.get, "/x", "404 nothing is at /x; see the API's contract for its paths"),
        (.get, "/s/", "404 nothing is at /s/; see the API's contract for its paths"),
        (.get, "/s/x/v", "404 nothing is at /s/x/v; see the API's contract for its paths"),
        (.get, "/s/x/w", "404 nothing is at /s/x/w; see the API's contract for its paths"),
        (
            .put, "/s",
            "405 Allow: GET, HEAD, POST, OPTIONS /s does not know PUT; use one of: GET, HEAD, POST, OPTIONS"
        ),
        (.delete, "/s/x", "500 Mishap()"),
    ])
    func finds(_ method: HTTP.Method, _ target: String, _ expected: String) async throws {
        #expect(try await Self.answer(method, target) == expected)
    }

    @Test func listsItsRoutes() {
        #expect(Self.router.inventory.count == 8)
        #expect(Self.router.inventory.contains("GET /s/{name}/v/{number}"))
    }
}
