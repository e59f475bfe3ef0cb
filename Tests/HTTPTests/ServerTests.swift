import Glibc
import HTTP
import Sockets
import Synchronization
import Testing

@Suite("server")
struct ServerTests {
    /// Small limits, so that no test waits for real ones.
    static func small(_ change: (inout HTTPLimits) -> Void) -> HTTPLimits {
        var limits = HTTPLimits()
        change(&limits)
        return limits
    }

    static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

    // MARK: Answers

    @Test func answersWithFramingAndDate() async throws {
        let answers = try await TestSetup().run { try await $0.exchange(Self.get) }
        #expect(answers.map(\.status) == [200])
        #expect(answers[0].text == "hello")
        #expect(answers[0].fields["content-length"] == "5")
        #expect(answers[0].fields["date"]?.utf8.count == HTTPDate.length)
        #expect(answers[0].fields["x-request-id"]?.utf8.count == 16)
        #expect(answers[0].fields["connection"] == nil)
    }

    @Test func keepsTheRequestName() async throws {
        let answers = try await TestSetup().run { server in
            try await server.exchange("GET / HTTP/1.0\r\nX-Request-Id: mine-1\r\nConnection: keep-alive\r\n\r\n")
        }
        #expect(answers[0].fields["x-request-id"] == "mine-1")
        #expect(answers[0].fields["connection"] == "keep-alive")
    }

    @Test func headHasLengthAndNoContent() async throws {
        let octets = try await TestSetup().run { server in
            try await onThread {
                let client = try RawClient(server.address)
                try client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" + Self.get)
                client.stream.finishSending()
                return try client.readToEnd()
            }
        }
        let answers = try Answer.all(in: octets, to: [.head])
        #expect(answers.map(\.status) == [200, 200])
        #expect(answers.map(\.fields["content-length"]) == ["5", "5"])
        #expect(answers.map(\.text) == ["", "hello"])
    }

    @Test(arguments: [100, 5000, 3_000_000])
    func renderedContentComesWhole(_ size: Int) async throws {
        let body = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let rendered = RenderedContent(.ok, fields: ["ETag": "\"1\""], body: body)
        let answers = try await TestSetup(handler: { _ in Response(rendered, fields: ["X-B": "2"]) }).run { server in
            try await server.exchange(Self.get + Self.get)
        }
        #expect(answers.map(\.body) == [body, body])
        #expect(answers.map(\.fields["etag"]) == ["\"1\"", "\"1\""])
        #expect(answers.map(\.fields["x-b"]) == ["2", "2"])
    }

    @Test func echoesLargeContent() async throws {
        let size = 5_000_000
        let answers = try await TestSetup(handler: { Response(.ok, body: $0.body) }).run { server in
            try await onThread {
                let client = try RawClient(server.address)
                try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(size)\r\n\r\n")
                try client.send([UInt8](repeating: 7, count: size))
                return try client.readAnswers(1)
            }
        }
        #expect(answers.map(\.body) == [[UInt8](repeating: 7, count: size)])
    }

    @Test func streamsInChunks() async throws {
        let text = try await TestSetup(handler: Self.streaming).run { server in
            try await server.exchange(Self.get + Self.get).map(\.text)
        }
        let expected = (0..<2000).map { "line \($0)\n" }.joined()
        #expect(text == [expected, expected])
    }

    @Test func streamsToHTTP10UntilTheEnd() async throws {
        let answers = try await TestSetup(handler: Self.streaming).run { server in
            try await server.exchange("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", halfClose: false)
        }
        #expect(answers[0].fields["transfer-encoding"] == nil)
        #expect(answers[0].fields["connection"] == "close")
        #expect(answers[0].text.hasSuffix("line 1999\n"))
    }

    static let streaming: HTTPServer.Handler = { _ in
        Response(.ok) { writer in
            for number in 0..<2000 { try await writer.write("line \(number)\n") }
        }
    }

    @Test func brokenStreamIsNotTakenForWhole() async throws {
        struct Mishap: Error {}
        await #expect(throws: Answer.Failure.cutOff) {
            try await TestSetup(handler: { _ in
                Response(.ok) { writer in
                    try await writer.write("half")
                    throw Mishap()
                }
            }).run { try await $0.exchange(Self.get) }
        }
    }

    @Test func continuesOnlyWithinTheLimit() async throws {
        let head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: "
        let statuses = try await TestSetup().run { server in
            try await onThread {
                let client = try RawClient(server.address)
                try client.send(head + "2\r\n\r\n")
                let first = try client.readAnswers(1).map(\.status)
                try client.send("ok")
                let second = try client.readAnswers(1).map(\.status)
                let other = try RawClient(server.address)
                try other.send(head + "99999999\r\n\r\n")
                return [first, second, try other.readAnswers(2).map(\.status)]
            }
        }
        #expect(statuses == [[100], [200], [413]])
    }

    // MARK: Pipelining

    @Test func thousandPipelinedRequestsComeBackInOrder() async throws {
        let count = 1000
        let requests = (0..<count).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined()
        let answers = try await TestSetup(handler: { Response(.ok, body: $0.rawPath) }).run { server in
            try await server.exchange(requests)
        }
        #expect(answers.map(\.text) == (0..<count).map { "/\($0)" })
    }

    @Test func nothingIsServedAfterARefusal() async throws {
        let answers = try await TestSetup().run { server in
            try await server.exchange(Self.get + "GET / HTTP/1.1\r\nHost : a\r\n\r\n" + Self.get, halfClose: false)
        }
        #expect(answers.map(\.status) == [200, 400])
        #expect(answers[1].fields["connection"] == "close")
    }

    @Test func refusalReachesAClientThatKeepsSending() async throws {
        let answers = try await TestSetup().run { server in
            try await onThread {
                let client = try RawClient(server.address)
                try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n")
                try? client.send([UInt8](repeating: 0, count: 1_000_000))
                client.stream.finishSending()
                return try Answer.all(in: client.readToEnd())
            }
        }
        #expect(answers.map(\.status) == [413])
    }

    // MARK: Time

    @Test func slowHeaderIsTold() async throws {
        let limits = Self.small { $0.headerTime = .milliseconds(30) }
        let answers = try await TestSetup(limits: limits).run { server in
            try await server.exchange("GET / HTTP/1.1\r\nHost:", halfClose: false)
        }
        #expect(answers.map(\.status) == [408])
    }

    @Test func slowContentIsTold() async throws {
        let limits = Self.small {
            $0.bodyGrace = .milliseconds(20)
            $0.bodyRate = 1000
        }
        let answers = try await TestSetup(limits: limits).run { server in
            try await server.exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nab", halfClose: false)
        }
        #expect(answers.map(\.status) == [408])
    }

    @Test func idleConnectionIsClosedWithoutAWord() async throws {
        let limits = Self.small { $0.idleTime = .milliseconds(200) }
        let answers = try await TestSetup(limits: limits).run { server in
            [try await server.exchange("", halfClose: false), try await server.exchange(Self.get, halfClose: false)]
        }
        #expect(answers.map { $0.map(\.status) } == [[], [200]])
    }

    @Test func slowReaderIsDropped() async throws {
        let limits = Self.small { $0.writeTime = .milliseconds(30) }
        let ended = Mutex(false)
        try await TestSetup(
            limits: limits,
            handler: { _ in
                Response(.ok) { writer in
                    defer { ended.withLock { $0 = true } }
                    while true { try await writer.write([UInt8](repeating: 0, count: 60_000)) }
                }
            }
        ).run { server in
            try await onThread {
                let client = try RawClient(server.address)
                try client.send(Self.get)
                // The server gives up while nothing is read; what the system buffered still comes.
                while !ended.withLock({ $0 }) { _ = try client.stream.receive(upTo: 1) }
            }
        }
        #expect(ended.withLock { $0 })
    }

    @Test func slowHandlerIsCancelled() async throws {
        let limits = Self.small { $0.handlerTime = .milliseconds(30) }
        let answers = try await TestSetup(
            limits: limits,
            handler: { _ in
                try? await Task.sleep(for: .seconds(600))
                return Response(.ok)
            }
        ).run { try await $0.exchange(Self.get, halfClose: false) }
        #expect(answers.map(\.status) == [503])
        #expect(answers[0].text.contains("HTTP_HANDLER_TOO_SLOW"))
    }

    @Test func handlerIsCancelledWhenTheClientIsGone() async throws {
        let cancelled = AsyncStream<Bool>.makeStream()
        try await TestSetup(handler: { _ in
            cancelled.continuation.yield(false)
            try? await Task.sleep(for: .seconds(600))
            cancelled.continuation.yield(Task.isCancelled)
            return Response(.ok)
        }).run { server in
            var events = cancelled.stream.makeAsyncIterator()
            let client = try await onThread {
                let client = Handed(try RawClient(server.address))
                try client.value?.send(Self.get)
                return client
            }
            #expect(await events.next() == false)
            client.value?.stream.resetOnClose()
            client.drop()
            #expect(await events.next() == true)
        }
    }

    // MARK: Many

    @Test func tooMuchContentAtOnceIsTurnedAway() async throws {
        let limits = Self.small { $0.bodiesTogether = 1000 }
        let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n"
        let statuses = try await TestSetup(limits: limits).run { server in
            try await onThread {
                let first = try RawClient(server.address)
                try first.send(head + String(repeating: "a", count: 899))
                while server.server.metrics.octetsInFlight.value < 899 { sched_yield() }
                let second = try RawClient(server.address)
                try second.send(head + String(repeating: "b", count: 899))
                let refused = try second.readAnswers(1)
                try first.send("c")
                return (refused + (try first.readAnswers(1))).map(\.status)
            }
        }
        #expect(statuses == [503, 200])
    }

    @Test func manyIdleConnectionsDoNotDisturb() async throws {
        let limits = Self.small {
            $0.connections = 2000
            $0.connectionsFromLoopback = 2000
        }
        OpenFiles.raiseLimit()
        try await TestSetup(limits: limits).run { server in
            let statuses = try await onThread {
                let idle = try (0..<1000).map { _ in try RawClient(server.address) }
                let other = try RawClient(server.address)
                try other.send(Self.get)
                let answers = try other.readAnswers(1)
                // Each of them still works.
                for client in idle { try client.send(Self.get) }
                return answers.map(\.status) + (try idle.map { try $0.readAnswers(1)[0].status })
            }
            #expect(statuses == [Int](repeating: 200, count: 1001))
        }
    }

    @Test func furtherConnectionsFromAnAddressAreTurnedAway() async throws {
        let limits = Self.small { $0.connectionsFromLoopback = 2 }
        let statuses = try await TestSetup(limits: limits).run { server in
            try await onThread {
                let first = [try RawClient(server.address), try RawClient(server.address)]
                for client in first { try client.send(Self.get) }
                let served = try first.map { try $0.readAnswers(1)[0].status }
                return served + [try RawClient(server.address).readAnswers(1)[0].status]
            }
        }
        #expect(statuses == [200, 200, 503])
    }

    @Test func furtherConnectionsWaitForRoom() async throws {
        let limits = Self.small { $0.connections = 1 }
        let statuses = try await TestSetup(limits: limits).run { server in
            try await onThread {
                var first: RawClient? = try RawClient(server.address)
                try first?.send(Self.get)
                var statuses = [try first?.readAnswers(1)[0].status]
                let second = try RawClient(server.address)
                try second.send(Self.get)
                first = nil
                statuses.append(try second.readAnswers(1)[0].status)
                return statuses
            }
        }
        #expect(statuses == [200, 200])
    }

    // MARK: Logging and counting

    @Test func tellsAndCountsWhatHappened() async throws {
        let records = Mutex<[String]>([])
        let log: @Sendable (AccessRecord) -> Void = { record in
            let method = record.method?.rawValue ?? "-"
            let refusal = record.refusal?.rawValue ?? "-"
            records.withLock {
                $0.append("\(method) \(record.path) \(record.status.code) \(record.contentCount) \(refusal)")
            }
        }
        let counts = try await TestSetup(accessLog: log).run { server in
            _ = try await server.exchange("GET /a?token=secret HTTP/1.1\r\nHost: a\r\n\r\n" + Self.get + "x\r\n")
            let metrics = server.server.metrics
            return [metrics.answers(family: 2), metrics.answers(family: 4), metrics.refusals.value]
        }
        #expect(
            records.withLock { $0.map { $0.hasSuffix("HTTP_REQUEST_LINE") ? "refused" : $0 } }
                == ["GET /a 200 5 -", "GET / 200 5 -", "refused"]
        )
        #expect(counts == [2, 0, 1])
    }
}

/// Hands a client from one thread to the next; the test sees to it that only one has it at a time.
final class Handed<Value>: @unchecked Sendable {
    private(set) var value: Value?

    init(_ value: Value) { self.value = value }

    func drop() { value = nil }
}
