import Testing

@Suite("security and servers")
struct SecurityTests {
    private static func api(_ requirement: String, _ schemes: String = "k: {type: apiKey, in: header, name: X-K}")
        -> String
    {
        Sketch.api(
            "/x:\n  get:\n    security: \(requirement)\n    responses: {200: {description: found}}",
            more: "components:\n  securitySchemes: {\(schemes)}"
        )
    }

    private static let two = "k: {type: apiKey, in: header, name: X-K}, o: {type: http, scheme: bearer}"

    static let cases: [ChangeCase] = [
        .init("the same", api("[{k: []}]"), api("[{k: []}]")),
        .init("anybody, said in two ways", api("[]"), api("[{}]")),
        .init("credentials are asked for", api("[]"), api("[{k: []}]"), ["backward api-security-added GET /x"]),
        .init(
            "credentials are no longer asked for",
            api("[{k: []}]"),
            api("[]"),
            ["forward api-security-removed GET /x"]
        ),
        .init(
            "one way in more",
            api("[{k: []}]", two),
            api("[{k: []}, {o: []}]", two),
            ["forward api-security-added GET /x"]
        ),
        .init(
            "one way in fewer",
            api("[{k: []}, {o: []}]", two),
            api("[{k: []}]", two),
            ["backward api-security-removed GET /x"]
        ),
        .init(
            "both at once",
            api("[{k: []}]", two),
            api("[{k: [], o: []}]", two),
            ["backward api-security-removed GET /x"]
        ),
        .init(
            "the scheme's own name",
            api("[{k: []}]"),
            api("[{j: []}]", "j: {type: apiKey, in: header, name: X-K}"),
            ["noted api-security-component-added /", "noted api-security-component-removed /"]
        ),
        .init(
            "another header",
            api("[{k: []}]"),
            api("[{k: []}]", "k: {type: apiKey, in: header, name: X-J}"),
            [
                "backward api-security-component-api-key-name-changed GET /x",
                "forward api-security-component-api-key-name-changed GET /x",
            ]
        ),
        .init(
            "a token address that the implicit flow does not have",
            api(
                "[{k: []}]",
                "k: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a', tokenUrl: 'https://a', scopes: {}}}}"
            ),
            api(
                "[{k: []}]",
                "k: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a', tokenUrl: 'https://b', scopes: {}}}}"
            )
        ),
        .init(
            "a scope more",
            api("[{o: [read]}]", two),
            api("[{o: [read, write]}]", two),
            ["backward api-security-scope-added GET /x"]
        ),
    ]

    @Test(arguments: cases)
    func showsExactly(_ test: ChangeCase) throws {
        #expect(try changes(from: test.old, to: test.new) == test.shows)
    }

    private static func served(_ servers: String) -> String {
        Sketch.api("/x: {get: {responses: {200: {description: found}}}}", more: "servers: \(servers)")
    }

    static let servers: [ChangeCase] = [
        .init("the same place, said", served("[]"), served("[{url: /}]")),
        .init(
            "another host",
            served("[{url: 'https://a/v1'}]"),
            served("[{url: 'https://b/v1'}]"),
            ["noted api-server-removed GET /x"]
        ),
        .init(
            "one host more",
            served("[{url: 'https://a/v1'}]"),
            served("[{url: 'https://a/v1'}, {url: 'https://b/v1'}]")
        ),
        .init(
            "another path",
            served("[{url: /v1}]"),
            served("[{url: /v2}]"),
            [
                "backward api-server-path-removed GET /x", "forward api-server-path-added GET /x",
                "noted api-server-removed GET /x",
            ]
        ),
        .init(
            "a variable with one value",
            served("[{url: 'https://a/{v}', variables: {v: {default: v1}}}]"),
            served("[{url: 'https://a/v1'}]")
        ),
    ]

    @Test(arguments: servers)
    func showsServers(_ test: ChangeCase) throws {
        #expect(try changes(from: test.old, to: test.new) == test.shows)
    }
}
