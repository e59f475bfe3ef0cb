import HTTP
import Sockets
import Testing

@Suite("server that is told to stop")
struct StoppingTests {
    @Test func stopEndsIdleConnectionsAndFinishesRequests() async throws {
        let entered = AsyncStream<Void>.makeStream()
        let goOn = AsyncStream<Void>.makeStream()
        let handler: HTTPServer.Handler = { request in
            guard request.rawPath == "/slow" else { return Response(.ok) }
            entered.continuation.yield()
            for await _ in goOn.stream { break }
            return Response(.ok, body: "finished")
        }
        // So long that the test would be noticed if the server waited for it.
        let limits = ServerTests.small { $0.stopTime = .seconds(600) }
        try await TestSetup(limits: limits, handler: handler).run { server in
            let idle = Handed(
                try await onThread {
                    let client = Handed(try RawClient(server.address))
                    try client.value?.send(ServerTests.get)
                    _ = try client.value?.readAnswers(1)
                    return client
                }
            )
            async let answers = server.exchange("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n", halfClose: false)
            for await _ in entered.stream { break }
            server.server.stop()
            let rest = try await onThread { try idle.value?.value?.readToEnd() }
            #expect(rest == [])
            goOn.continuation.finish()
            let finished = try await answers
            #expect(finished.map(\.text) == ["finished"])
            #expect(finished.map(\.fields["connection"]) == ["close"])
            await #expect(throws: SystemCallError.self) { try await onThread { _ = try RawClient(server.address) } }
        }
    }

    @Test func stopAnswersWhatHasArrived() async throws {
        let answers = try await TestSetup().run { server in
            try await onThread {
                let client = try RawClient(server.address)
                try client.send(ServerTests.get)
                let first = try client.readAnswers(1)
                try client.send(ServerTests.get)
                server.server.stop()
                return first + (try client.readAnswers(1))
            }
        }
        #expect(answers.map(\.status) == [200, 200])
    }

    @Test func stopCancelsWhatTakesTooLong() async throws {
        let entered = AsyncStream<Void>.makeStream()
        let limits = ServerTests.small { $0.stopTime = .milliseconds(30) }
        let answers = try await TestSetup(
            limits: limits,
            handler: { _ in
                entered.continuation.yield()
                try? await Task.sleep(for: .seconds(600))
                return Response(.ok, body: Task.isCancelled ? "cancelled" : "finished")
            }
        ).run { server in
            async let answers = server.exchange(ServerTests.get, halfClose: false)
            for await _ in entered.stream { break }
            server.server.stop()
            return try await answers
        }
        #expect(answers.map(\.text) == ["cancelled"])
    }
}
