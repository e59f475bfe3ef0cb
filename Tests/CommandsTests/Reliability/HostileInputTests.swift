import Glibc
import HTTP
import Sockets
import Syntax
import Testing

@testable import Commands

/// Input that nobody sends by mistake only.
@Suite("hostile input", .serialized, .enabled(if: BuiltProgram.isBuilt, BuiltProgram.absence))
struct HostileInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let body: [UInt8]
        let status: Int
        let code: String
        var testDescription: String { why }

        init(_ why: String, body: [UInt8], _ status: Int, _ code: String) {
            self.why = why
            self.body = body
            self.status = status
            self.code = code
        }

        /// A submission whose content is a text.
        init(
            _ why: String,
            content: String,
            format: String = "json-schema",
            file: String,
            _ status: Int,
            _ code: String
        ) {
            let manifest: JSON = [
                "subject": "hostile.input", "format": .string(format), "kind": "event", "owner": "bench",
            ]
            let body: JSON = [
                "version": "1.0.0", "file": .string(file), "content": .string(content), "manifest": manifest,
            ]
            self.init(why, body: body.bytes, status, code)
        }
    }

    /// Nine lists, each of nine of the one before: 9 to the ninth values from 400 bytes.
    private static let aliasBomb = (0..<9).map { level in
        let items = level == 0 ? "lol" : "*a\(level - 1)"
        return "a\(level): &a\(level) [\(Array(repeating: items, count: 9).joined(separator: ","))]"
    }.joined(separator: "\n")

    private static let deep = String(repeating: "[", count: 100_000)

    static let cases = [
        Case("over the limit", body: [UInt8](repeating: 0x20, count: 9 << 20), 413, "HTTP_BODY_TOO_LARGE"),
        Case("a deep body", body: Array(deep.utf8), 400, "SYNTAX_LIMIT"),
        Case("a deep contract", content: deep, file: "a.json", 422, "SYNTAX_LIMIT"),
        Case("a deep YAML contract", content: deep, format: "openapi", file: "a.yaml", 422, "SYNTAX_LIMIT"),
        Case("an alias bomb", content: aliasBomb, format: "openapi", file: "a.yaml", 422, "SYNTAX_ALIAS"),
        Case("NUL in a contract", content: "{\"a\0b\": 1}", file: "a.json", 422, "SYNTAX_MALFORMED"),
        Case("NUL in a body", body: [0x7B, 0, 0x7D], 400, "SYNTAX_MALFORMED"),
        Case("no UTF-8", body: [0x22, 0xC3, 0x28, 0x22], 400, "SYNTAX_ENCODING"),
        Case("nothing", body: [], 400, "SYNTAX_MALFORMED"),
    ]

    @Test("is answered with a problem that has a stable code, again and again, in the same memory")
    func isAnswered() async throws {
        let registry = try BenchRegistry()
        let token = try registry.declare()
        let server = try ServedProcess(data: registry.data)
        func round() throws {
            for test in Self.cases {
                // The server ends the connection with some of the answers.
                let client = try server.client(token)
                let path = "/v1/subjects/hostile.input/submissions"
                let answer = try client.send(.post, path, test.body)
                #expect(answer.status == test.status, "\(test.why)")
                #expect(answer.code == test.code, "\(test.why)")
            }
        }
        for _ in 0..<2 { try round() }
        let before = server.residentKibibytes
        for _ in 0..<4 { try round() }
        #expect(server.residentKibibytes < before + 32 * 1024)
        #expect(try server.client(token).submit("hostile.after").status == 201)
        #expect(server.end(with: SIGTERM) == 0)
    }

    @Test("a thousand slow connections keep nobody else waiting")
    func slowConnections() async throws {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        let hard = limit.rlim_max
        limit.rlim_cur = min(hard, 8192)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        let registry = try BenchRegistry()
        let token = try registry.declare()
        let server = try ServedProcess(data: registry.data)
        try await onOwnThread { [url = server.url, port = server.port] in
            var slow: [SlowConnection] = []
            for _ in 0..<1000 { slow.append(try SlowConnection(port)) }
            let client = try RegistryClient(url, token)
            #expect(try client.get("/health").status == 200)
            #expect(try client.submit("slow.others").status == 201)
            for connection in slow { connection.sendOneOctet() }
            #expect(try client.get("/ready").status == 200)
        }
        #expect(server.residentKibibytes < 100 * 1024)
        #expect(server.end(with: SIGTERM) == 0)
    }
}

/// A connection on which a request never ends.
private final class SlowConnection {
    private let stream: BlockingStream

    init(_ port: UInt16) throws {
        stream = try BlockingStream(connectingTo: .loopback(port: port), deadline: .now() + .seconds(30))
        try stream.send(Array("POST /v1/x HTTP/1.1\r\nHost: a\r\nX-Slow: ".utf8))
    }

    func sendOneOctet() { try? stream.send([0x61]) }
}
