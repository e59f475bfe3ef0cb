import Glibc
import Sockets
import Synchronization
import Testing

@testable import HTTP

@Suite("client")
struct ClientTests {
    // MARK: URLs

    @Test(arguments: [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"), ("HTTP://LocalHost", "http://localhost/"),
        ("https://canon.example/registry/", "https://canon.example/registry/"),
        ("https://canon.example:443", "https://canon.example/"), ("http://[::1]:81?x=1", "http://[::1]:81/?x=1"),
        ("http://a:", "http://a/"),
    ])
    func readsURLs(_ text: String, _ expected: String) throws {
        #expect(try HTTPURL(parsing: text).description == expected)
    }

    @Test(arguments: [
        ("", HTTPURLError.scheme("")), ("ftp://a", .scheme("ftp://a")), ("a:80", .scheme("a:80")),
        ("http://", .host("http://")), ("http://:80", .host("http://:80")), ("http://a:0", .host("http://a:0")),
        ("http://a:99999", .host("http://a:99999")), ("http://a b", .host("http://a b")),
        ("https://me:secret@a/", .userInformation), ("http://a/#x", .target("http://a/#x")),
        ("http://a/%zz", .target("http://a/%zz")), ("http://a/../b", .target("http://a/../b")),
    ])
    func refusesURLs(_ text: String, _ expected: HTTPURLError) {
        #expect(throws: expected) { try HTTPURL(parsing: text) }
    }

    @Test func findsTargetsBelowThePath() throws {
        #expect(try HTTPURL(parsing: "http://a/x/?q=1").target(appending: "/v1/s?l=2") == "/x/v1/s?l=2")
        #expect(try HTTPURL(parsing: "http://a").target(appending: "/v1") == "/v1")
    }

    // MARK: Reading answers

    static func outcome(_ text: String, to method: HTTP.Method = .get, end: Bool = true) -> String {
        var reader = ResponseReader(to: method, bodyLimit: 10)
        do {
            for octet in text.utf8 {
                reader.received([octet].span)
                if let response = try reader.next() { return describe(response, reader) }
            }
            if end { reader.receivedEnd() }
            return try reader.next().map { describe($0, reader) } ?? "more"
        } catch {
            return "\(error)"
        }
    }

    private static func describe(_ response: ClientResponse, _ reader: ResponseReader) -> String {
        "\(response.status.code) \(String(decoding: response.body, as: UTF8.self))"
            + (reader.keepsAlive ? "" : " closes")
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "200 ok"),
        ("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", "200 "),
        ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n", "201 "),
        ("HTTP/1.1 204 No Content\r\n\r\n", "204 "),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n", "200 ok"),
        ("HTTP/1.1 200 OK\r\n\r\nuntil", "200 until closes"),
        ("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na", "200 a closes"),
        ("HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 1\r\n\r\na", "200 a closes"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok", "incomplete"),
        ("HTTP/1.1 200 OK\r\nContent-Le", "incomplete"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n", "tooLarge"),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n", "tooLarge"),
        ("HTTP/1.1 200 OK\r\n\r\nmuch too long", "tooLarge"),
        ("HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\n", "malformed(\"the length is malformed\")"),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
            "malformed(\"the transfer coding is not chunked alone\")"
        ),
        ("HTTP/1.1 999 X\r\n\r\n", "malformed(\"the status is 999\")"),
        ("SSH-2.0-x\r\n", "malformed(\"the status line is not HTTP/1.1\")"),
    ])
    func reads(_ text: String, _ expected: String) {
        #expect(Self.outcome(text) == expected)
    }

    @Test func headHasNoContent() {
        #expect(Self.outcome("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", to: .head, end: false) == "200 ")
    }

    // MARK: Talking to a server

    static let echo: HTTPServer.Handler = { request in
        guard request.rawPath != "/stream" else {
            return Response(.ok) { writer in for word in ["a", "b", "c"] { try await writer.write(word) } }
        }
        let text =
            "\(request.method.rawValue) \(request.target) \(request.fields["X-A"] ?? "-") "
            + "\(request.fields["Content-Type"] ?? "-") \(String(decoding: request.body, as: UTF8.self))"
        return Response(request.rawPath == "/missing" ? .notFound : .ok, body: text)
    }

    /// Both ways to a server must give the same.
    static func conversation(_ makeTransport: @escaping @Sendable (HTTPURL, SocketAddress) -> any ClientTransport)
        async throws -> [String]
    {
        try await TestSetup(handler: echo).run { server in
            let url = try server.url
            return try await onThread {
                let transport = makeTransport(url, server.address)
                func send(_ method: HTTP.Method, _ target: String, _ fields: Fields, _ body: String?) throws -> String {
                    let request = ClientRequest(
                        method: method,
                        target: target,
                        fields: fields,
                        body: body.map { Array($0.utf8) },
                        timeout: .seconds(20)
                    )
                    let response = try transport.exchange(request)
                    return "\(response.status.code) \(String(decoding: response.body, as: UTF8.self))"
                }
                return [
                    try send(.get, "/x?q=1", ["X-A": "quote \" back\\slash"], nil),
                    try send(.post, "/y", ["Content-Type": "application/json"], "{\"a\":1}"),
                    try send(.put, "/y", [:], ""),
                    try send(.patch, "/missing", [:], "@file"),
                    try send(.head, "/x", [:], nil),
                    try send(.get, "/stream", [:], nil),
                ]
            }
        }
    }

    static let expected = [
        "200 GET /x?q=1 quote \" back\\slash - ", "200 POST /y - application/json {\"a\":1}", "200 PUT /y - - ",
        "404 PATCH /missing - - @file", "200 ", "200 abc",
    ]

    @Test func speaksOverASocket() async throws {
        let replies = try await Self.conversation { SocketTransport($1, url: $0, responseLimit: 1000) }
        #expect(replies == Self.expected)
    }

    @Test(.enabled(if: access("/usr/bin/curl", X_OK) == 0, "curl is not installed"))
    func speaksThroughCurl() async throws {
        let replies = try await Self.conversation { url, _ in CurlTransport(url, responseLimit: 1000) }
        #expect(replies == Self.expected)
    }

    @Test func keepsTheConnection() async throws {
        let peers = Mutex<Set<UInt16>>([])
        try await TestSetup(accessLog: { record in peers.withLock { _ = $0.insert(record.peer.port) } }).run {
            server in
            let url = try server.url
            try await onThread {
                let client = HTTPClient(url)
                for _ in 0..<5 { _ = try client.send(.get, "/") }
            }
        }
        #expect(peers.withLock { $0.count } == 1)
    }

    @Test func connectsAnewWhereTheServerClosed() async throws {
        let loop = TestLoops.shared[0]
        let listener = try Listener(.loopback(port: 0), on: loop)
        let serving = Task(executorPreference: loop) {
            for _ in 0..<5 { try await Self.answerOnceAndClose(listener, on: loop) }
        }
        let url = try HTTPURL(parsing: "http://\(listener.address)")
        let statuses = try await onThread {
            let client = HTTPClient(url)
            return try (0..<5).map { _ in try client.send(.get, "/").status.code }
        }
        #expect(statuses == [200, 200, 200, 200, 200])
        try await serving.value
    }

    /// Answers as if the connection stayed, and closes it.
    private static func answerOnceAndClose(_ listener: Listener, on loop: EventLoop) async throws {
        while true {
            guard case .connection(let descriptor, let peer) = try listener.accept() else {
                _ = await listener.waitUntilAcceptable()
                continue
            }
            let stream = try ByteStream(owning: descriptor, peer: peer, on: loop)
            var reader = RequestReader()
            while case .needsOctets = reader.next() {
                _ = await stream.waitUntilReadable(deadline: .never)
                _ = try stream.receive { reader.received($0) }
            }
            return try await stream.sendAll(
                Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8),
                patience: .seconds(20)
            )
        }
    }

    @Test func saysWhyThereIsNoAnswer() async throws {
        let listener = try Listener(.loopback(port: 0), on: TestLoops.shared[0])
        let silent = try HTTPURL(parsing: "http://\(listener.address)")
        try await onThread {
            _ = #expect(throws: ClientError.timedOut(server: "\(silent)")) {
                try HTTPClient(silent, timeout: .milliseconds(20)).send(.get, "/")
            }
        }
        listener.refuseFurther()
        try await onThread {
            let error = #expect(throws: ClientError.self) { try HTTPClient(silent).send(.get, "/") }
            #expect(error?.code == "CLIENT_UNREACHABLE")
        }
    }

    @Test func holdsTheLimitOfContent() async throws {
        try await TestSetup(handler: { _ in Response(.ok, body: [UInt8](repeating: 0, count: 2000)) }).run { server in
            let url = try server.url
            try await onThread {
                _ = #expect(throws: ClientError.tooLarge(server: "\(url)", limit: 1999)) {
                    try HTTPClient(url, responseLimit: 1999).send(.get, "/")
                }
                let response = try HTTPClient(url, responseLimit: 2000).send(.get, "/")
                #expect(response.body.count == 2000)
            }
        }
    }
}
