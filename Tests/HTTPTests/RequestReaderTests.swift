import HTTP
import Testing

@Suite("request reader")
struct RequestReaderTests {
    /// What the reader makes of octets, one word or two for each event.
    static func events(of pieces: [[UInt8]], end: Bool = false, limits: HTTPLimits = HTTPLimits()) -> [String] {
        var reader = RequestReader(limits: limits)
        var events: [String] = []
        for piece in pieces {
            reader.received(piece.span)
            drain(&reader, into: &events)
        }
        if end {
            reader.receivedEnd()
            drain(&reader, into: &events)
        }
        return events
    }

    private static func drain(_ reader: inout RequestReader, into events: inout [String]) {
        while true {
            switch reader.next() {
            case .needsOctets: return
            case .sendContinue: events.append("continue")
            case .request(let request):
                let body = String(decoding: request.body, as: UTF8.self)
                events.append("\(request.method.rawValue) \(request.target)" + (body.isEmpty ? "" : " \(body)"))
            case .refused(let refusal): events.append(refusal.rawValue)
            case .finished:
                if events.last != "finished" { events.append("finished") }
                return
            }
        }
    }

    static func events(_ text: String, end: Bool = false, limits: HTTPLimits = HTTPLimits()) -> [String] {
        events(of: [Array(text.utf8)], end: end, limits: limits)
    }

    static let accepted: [(String, [String])] = [
        ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", ["GET /"]),
        ("GET / HTTP/1.0\r\n\r\n", ["GET /", "finished"]),
        ("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", ["GET /"]),
        ("GET / HTTP/1.9\r\nHost: a\r\n\r\n", ["GET /"]),
        ("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", ["GET /"]),
        ("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\nGET /2 HTTP/1.1\r\n", ["GET /", "finished"]),
        ("GET /a?b=%41&c HTTP/1.1\r\nHost:\r\n\r\n", ["GET /a?b=%41&c"]),
        ("GET http://a:80/x HTTP/1.1\r\nHost: b\r\n\r\n", ["GET http://a:80/x"]),
        ("GET HTTP://[::1] HTTP/1.1\r\nHost: b\r\n\r\n", ["GET HTTP://[::1]"]),
        ("OPTIONS * HTTP/1.1\r\nHost: b\r\n\r\n", ["OPTIONS *"]),
        ("POST / HTTP/1.1\r\nHost: a\r\n\r\n", ["POST /"]),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 003\r\n\r\nabcGET / HTTP/1.1\r\n", ["POST / abc"]),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-Continue\r\n\r\nabc", ["POST / abc"]),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n", ["continue"]),
        ("POST / HTTP/1.0\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n", []),
        ("GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n", ["GET /"]),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n3;a=\"\\\"\";b\r\nabc\r\n1\r\nd\r\n0\r\nT: 1\r\n\r\n",
            ["POST / abcd"]
        ),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", ["POST /"]),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0000000000000001\r\na\r\n0\r\n\r\n",
            ["POST / a"]
        ),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n", ["continue"]),
        ("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n\r\nGET /3", ["GET /1", "GET /2"]),
        // The same head again, and what only begins like it.
        ("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /1 HTTP/1.1\r\nHost: a\r\n\r\n", ["GET /1", "GET /1"]),
        ("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n\r\nGET /1 HTTP/1.1\r\nHost: a\r\n\r\n", ["GET /1", "GET /1"]),
        ("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /1 HTTP/1.1\r\nHost: a\r\nX: 1\r\n\r\n", ["GET /1", "GET /1"]),
        ("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /1 HTTP/1.1\r\nHost: a\r\n", ["GET /1"]),
        (
            "POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\naPOST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nb",
            ["POST /1 a", "POST /1 b"]
        ),
        (
            "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nbGET /1 HTTP/1.1\r\nHost: a\r\n\r\n",
            ["GET /1", "POST /2 b", "GET /1"]
        ),
    ]

    @Test(arguments: accepted)
    func accepts(_ text: String, _ expected: [String]) {
        #expect(Self.events(text) == expected)
    }

    /// The octets mean the same wherever the network cuts them.
    @Test(arguments: accepted)
    func cutsDoNotMatter(_ text: String, _ expected: [String]) {
        let octets = Array(text.utf8)
        let expected = expected.filter { $0 != "continue" }
        for cut in 1..<octets.count {
            let events = Self.events(of: [Array(octets[..<cut]), Array(octets[cut...])])
            #expect(events.filter { $0 != "continue" } == expected, "cut at \(cut)")
        }
        #expect(Self.events(of: octets.map { [$0] }).filter { $0 != "continue" } == expected)
    }

    static let refused: [(String, String)] = [
        ("GET /\r\n\r\n", "HTTP_REQUEST_LINE"),
        ("GET  / HTTP/1.1\r\n", "HTTP_TARGET"),
        ("G(T / HTTP/1.1\r\n", "HTTP_REQUEST_LINE"),
        (" / HTTP/1.1\r\n", "HTTP_REQUEST_LINE"),
        ("get / HTTP/1.1\r\n", "HTTP_METHOD"),
        ("TRACE / HTTP/1.1\r\n", "HTTP_METHOD"),
        ("GET / HTTP/2.0\r\n", "HTTP_VERSION"),
        ("GET / HTTP/1.10\r\n", "HTTP_REQUEST_LINE"),
        ("GET / http/1.1\r\n", "HTTP_REQUEST_LINE"),
        ("GET * HTTP/1.1\r\n", "HTTP_TARGET"),
        ("GET x HTTP/1.1\r\n", "HTTP_TARGET"),
        ("GET /# HTTP/1.1\r\n", "HTTP_TARGET"),
        ("GET /é HTTP/1.1\r\n", "HTTP_TARGET"),
        ("GET https://a/ HTTP/1.1\r\n", "HTTP_TARGET"),
        ("GET http:///x HTTP/1.1\r\n", "HTTP_TARGET"),
        ("GET http://u@a/ HTTP/1.1\r\n", "HTTP_TARGET"),
        ("GET /?a=%4 HTTP/1.1\r\n", "HTTP_TARGET"),
        ("\r\n\r\n\r\n\r\n\r\n", "HTTP_REQUEST_LINE"),
        ("\nGET / HTTP/1.1\r\n", "HTTP_LINE"),
        ("GET / HTTP/1.1\n", "HTTP_LINE"),
        ("GET / HTTP/1.1\r\r", "HTTP_LINE"),
        ("GET / HTTP/1.1\r\nHost: a\u{0}b\r\n", "HTTP_LINE"),
        ("\u{16}\u{3}\u{1}", "HTTP_LINE"),
        ("GET / HTTP/1.1\r\n\r\n", "HTTP_HOST"),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n", "HTTP_HOST"),
        ("GET / HTTP/1.1\r\nHost: a b\r\n", "HTTP_HOST"),
        ("GET / HTTP/1.1\r\nHost: a:65536\r\n", "HTTP_HOST"),
        ("GET / HTTP/1.1\r\nHost: [::1\r\n", "HTTP_HOST"),
        ("GET / HTTP/1.1\r\nHost: [1.2.3.4]\r\n", "HTTP_HOST"),
        ("GET / HTTP/1.1\r\nHost : a\r\n", "HTTP_FIELD"),
        ("GET / HTTP/1.1\r\nHost: a\r\n b\r\n", "HTTP_FIELD"),
        ("GET / HTTP/1.1\r\nHost: a\r\nX\r\n", "HTTP_FIELD"),
        ("GET / HTTP/1.1\r\nHost: a\r\n: v\r\n", "HTTP_FIELD"),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n", "HTTP_LENGTH"),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n", "HTTP_LENGTH"),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\r\n", "HTTP_LENGTH"),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n", "HTTP_BODY_TOO_LARGE"),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8388609\r\nExpect: 100-continue\r\n\r\n",
            "HTTP_BODY_TOO_LARGE"
        ),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP_FRAMING"),
        ("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP_FRAMING"),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n", "HTTP_TRANSFER_CODING"),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
            "HTTP_TRANSFER_CODING"
        ),
        ("POST / HTTP/1.1\r\nHost: a\r\nExpect: 200-ok\r\n", "HTTP_EXPECTATION"),
    ]

    @Test(arguments: refused)
    func refuses(_ text: String, _ expected: String) {
        // Nothing after a refusal is looked at.
        #expect(Self.events(text + "\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n") == [expected, "finished"])
        #expect(Self.events(of: Array(text.utf8).map { [$0] }) == [expected, "finished"])
    }

    @Test(arguments: [
        ("x", "HTTP_CHUNK"), ("\r\n", "HTTP_CHUNK"), ("1;\r\n", "HTTP_CHUNK"), ("1 \r\n", "HTTP_CHUNK"),
        ("1;a=\"b\r\n", "HTTP_CHUNK"), ("1;a=\r\n", "HTTP_CHUNK"), ("-1\r\n", "HTTP_CHUNK"), ("0x1\r\n", "HTTP_CHUNK"),
        ("1\r\nab\r\n", "HTTP_CHUNK"), ("1\r\na\n", "HTTP_CHUNK"), ("1\n", "HTTP_CHUNK"),
        ("00000000000000001\r\n", "HTTP_CHUNK"), ("FFFFFFFFFFFFFFFF\r\n", "HTTP_BODY_TOO_LARGE"),
        ("0\r\nT\r\n", "HTTP_FIELD"), ("0\r\nT: \u{1}\r\n", "HTTP_CHUNK"),
    ])
    func refusesChunks(_ text: String, _ expected: String) {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        let padding = text == "x" ? "\r\n" : ""
        #expect(Self.events(head + text + padding) == [expected, "finished"])
    }

    @Test(arguments: [
        ("", ["finished"]), ("\r\n", ["finished"]), ("GET", ["HTTP_INCOMPLETE", "finished"]),
        ("GET / HTTP/1.1\r\nHost: a\r\n", ["HTTP_INCOMPLETE", "finished"]),
        ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", ["GET /", "finished"]),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\na", ["HTTP_INCOMPLETE", "finished"]),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n",
            ["HTTP_INCOMPLETE", "finished"]
        ),
    ])
    func inputMayEnd(_ text: String, _ expected: [String]) {
        #expect(Self.events(text, end: true) == expected)
    }

    // MARK: Limits, each at its edge

    @Test func limitsHoldToTheOctet() {
        var limits = HTTPLimits()
        limits.requestLine = 20
        limits.fieldLine = 12
        limits.fieldSection = 40
        limits.fields = 3
        limits.body = 4
        func events(_ text: String) -> [String] { Self.events(text, limits: limits) }
        #expect(events("GET /\(String(repeating: "a", count: 6)) HTTP/1.1\r\nHost: a\r\n\r\n") == ["GET /aaaaaa"])
        #expect(events("GET /\(String(repeating: "a", count: 7))") == [])
        #expect(events("GET /\(String(repeating: "a", count: 16))") == ["HTTP_REQUEST_LINE_TOO_LONG", "finished"])
        let start = "GET / HTTP/1.1\r\nHost: a\r\n"
        #expect(events(start + "X: 234567890\r\n\r\n") == ["GET /"])
        #expect(events(start + "X: 2345678901\r\n\r\n") == ["HTTP_FIELDS_TOO_LARGE", "finished"])
        #expect(events(start + "A: 1\r\nB: 1\r\n\r\n") == ["GET /"])
        #expect(events(start + "A: 1\r\nB: 1\r\nC: 1\r\n\r\n") == ["HTTP_FIELDS_TOO_LARGE", "finished"])
        #expect(events(start + "A: 1234567890\r\nB: 1234567890\r\n\r\n") == ["HTTP_FIELDS_TOO_LARGE", "finished"])
        let post = "POST / HTTP/1.1\r\nHost: a\r\n"
        #expect(events(post + "Content-Length: 4\r\n\r\n") == ["HTTP_FIELDS_TOO_LARGE", "finished"])
        limits.fieldLine = 100
        limits.fieldSection = 400
        #expect(Self.events(post + "Content-Length: 4\r\n\r\nabcd", limits: limits) == ["POST / abcd"])
        #expect(Self.events(post + "Content-Length: 5\r\n\r\n", limits: limits) == ["HTTP_BODY_TOO_LARGE", "finished"])
        let chunked = post + "Transfer-Encoding: chunked\r\n\r\n"
        #expect(Self.events(chunked + "2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n", limits: limits) == ["POST / abcd"])
        #expect(Self.events(chunked + "2\r\nab\r\n3\r\n", limits: limits) == ["HTTP_BODY_TOO_LARGE", "finished"])
    }

    @Test func everyRefusalIsAProblemDocument() {
        for refusal in Refusal.allCases {
            let response = refusal.response
            guard case .octets(let body) = response.body else { continue }
            let text = String(decoding: body, as: UTF8.self)
            #expect(response.fields["content-type"] == "application/problem+json")
            #expect(
                text.contains("\"code\":\"\(refusal.rawValue)\"") && text.contains("\"status\":\(response.status.code)")
            )
            #expect(!refusal.detail.contains { $0 == "\"" || $0 == "\\" })
        }
    }

    @Test func tellsWhatItWaitsFor() {
        var reader = RequestReader()
        func phase(after text: String) -> RequestReader.Phase {
            reader.received(Array(text.utf8).span)
            _ = reader.next()
            return reader.phase
        }
        #expect(reader.phase == .idle)
        #expect(phase(after: "POST / HT") == .head)
        #expect(phase(after: "TP/1.1\r\nHost: a\r\n") == .head)
        #expect(phase(after: "Content-Length: 3\r\n\r\na") == .body)
        #expect(reader.bodyCount == 1)
        #expect(phase(after: "bc") == .idle)
    }
}
