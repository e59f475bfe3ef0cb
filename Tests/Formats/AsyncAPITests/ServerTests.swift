import Testing

@Suite("servers and what they ask for")
struct ServerTests {
    private static func server(_ fields: String, more: String = "") -> String {
        Sketch.v3("servers: {main: {\(fields)}}\n\(more)")
    }

    private static func secured(_ schemes: String) -> String {
        server("host: h, protocol: kafka, security: [\(schemes)]")
    }

    private static let plain = "host: h, protocol: kafka"
    private static let oauth = "type: oauth2, flows: {clientCredentials: {tokenUrl: u, availableScopes: {r: R, w: W}}}"

    static let silent: [ChangeCase] = [
        .init("another key", server(plain), server(plain).replacing("main", with: "other")),
        .init("words for people", server(plain), server(plain + ", description: d, title: t")),
        .init(
            "the same in two lines of the specification",
            Sketch.v2("servers: {main: {url: 'ws://h:80/ws', protocol: ws}}\nchannels: {}"),
            server("host: 'h:80', pathname: /ws, protocol: ws")
        ),
        .init(
            "a scheme of another name in two lines of the specification",
            Sketch.v2(
                """
                servers: {main: {url: h, protocol: kafka, security: [{s: []}]}}
                channels: {}
                components: {securitySchemes: {s: {type: plain, description: d}}}
                """
            ),
            secured("{type: plain}")
        ),
        .init(
            "scopes that the provider has and nobody needs",
            secured("{\(oauth), scopes: [r]}"),
            secured("{\(oauth.replacing(", w: W", with: "")), scopes: [r]}")
        ),
        .init("the order of schemes", secured("{type: plain}, {type: X509}"), secured("{type: X509}, {type: plain}")),
    ]

    @Test(arguments: silent)
    func passesOver(_ test: ChangeCase) throws {
        #expect(try changes(from: test.old, to: test.new) == [])
        #expect(try changes(from: test.new, to: test.old) == [])
    }

    static let told: [ChangeCase] = [
        .init("gone", server(plain), Sketch.v3("servers: {}"), ["backward server-removed server main"]),
        .init("new", Sketch.v3("servers: {}"), server(plain), ["forward server-added server main"]),
        .init(
            "elsewhere",
            server(plain),
            server("host: i, protocol: kafka"),
            ["backward server-address-changed server main", "forward server-address-changed server main"]
        ),
        .init(
            "another protocol",
            server(plain),
            server("host: h, protocol: amqp"),
            ["backward server-protocol-changed server main", "forward server-protocol-changed server main"]
        ),
        .init(
            "another version of the protocol",
            server(plain + ", protocolVersion: '1'"),
            server(plain + ", protocolVersion: '2'"),
            ["noted server-protocol-version-changed server main"]
        ),
        .init(
            "fewer ports",
            server("host: 'h:{p}', protocol: mqtt, variables: {p: {enum: ['1', '2'], default: '1'}}"),
            server("host: 'h:{p}', protocol: mqtt, variables: {p: {enum: ['2'], default: '2'}}"),
            [
                "backward server-variable-narrowed server main p",
                "noted server-variable-default-changed server main p",
            ]
        ),
        .init(
            "credentials asked for",
            server(plain),
            secured("{type: plain}"),
            ["backward security-added server main"]
        ),
        .init(
            "credentials no longer",
            secured("{type: plain}"),
            server(plain),
            ["forward security-removed server main"]
        ),
        .init(
            "a way less",
            secured("{type: plain}, {type: X509}"),
            secured("{type: X509}"),
            ["backward security-way-removed server main"]
        ),
        .init(
            "a scope more",
            secured("{\(oauth), scopes: [r]}"),
            secured("{\(oauth), scopes: [r, w]}"),
            ["backward security-scope-added server main"]
        ),
        .init(
            "credentials from elsewhere",
            secured("{\(oauth)}"),
            secured("{\(oauth.replacing("tokenUrl: u", with: "tokenUrl: v"))}"),
            ["backward security-way-removed server main", "forward security-way-added server main"]
        ),
        .init(
            "a channel leaves a server",
            Sketch.v3(
                """
                servers: {a: {host: a, protocol: mqtt}, b: {host: b, protocol: mqtt}}
                channels: {c: {address: c}}
                """
            ),
            Sketch.v3(
                """
                servers: {a: {host: a, protocol: mqtt}, b: {host: b, protocol: mqtt}}
                channels: {c: {address: c, servers: [{$ref: '#/servers/a'}]}}
                """
            ),
            ["backward channel-server-removed channel c b"]
        ),
    ]

    @Test(arguments: told)
    func tells(_ test: ChangeCase) throws { #expect(try changes(from: test.old, to: test.new) == test.shows) }
}
