import Glibc
import HTTP
import Sockets
import Testing

/// The loops that all tests of this module share.
enum TestLoops {
    static let shared: [EventLoop] = (try? EventLoop.startAll(count: 2)) ?? []
}

/// What a server in a test is like.
struct TestSetup {
    var limits = HTTPLimits()
    var accessLog: (@Sendable (AccessRecord) -> Void)?
    var handler: HTTPServer.Handler = { _ in Response(.ok, body: "hello") }

    /// Starts a server, calls a function, stops the server and waits for its end.
    func run<Result: Sendable>(_ body: (TestServer) async throws -> Result) async throws -> Result {
        let loops = TestLoops.shared
        let listener = try Listener(.loopback(port: 0), on: loops[0])
        let server = HTTPServer(limits: limits, accessLog: accessLog, handler: handler)
        let serving = Task(executorPreference: loops[0]) { try await server.serve(listener, on: loops) }
        let result: Result
        do {
            result = try await body(TestServer(server: server, address: listener.address))
        } catch {
            serving.cancel()
            throw error
        }
        server.stop()
        try await serving.value
        return result
    }
}

/// A server on a free port while a test runs.
struct TestServer: Sendable {
    let server: HTTPServer
    let address: SocketAddress

    var url: HTTPURL {
        get throws { try HTTPURL(parsing: "http://\(address)") }
    }

    /// Sends octets on a new connection, ends the sending side, and returns all that comes back.
    func exchange(_ text: String, halfClose: Bool = true) async throws -> [Answer] {
        try await onThread {
            let client = try RawClient(address)
            try client.send(Array(text.utf8))
            if halfClose { client.stream.finishSending() }
            return try Answer.all(in: client.readToEnd())
        }
    }
}

/// Runs blocking code on a thread of its own: the shared pool has one thread for each core.
func onThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        let job = ThreadJob { continuation.resume(with: Swift.Result { try body() }) }
        var thread = pthread_t()
        pthread_create(
            &thread,
            nil,
            { argument in
                if let argument { Unmanaged<ThreadJob>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            },
            Unmanaged.passRetained(job).toOpaque()
        )
        pthread_detach(thread)
    }
}

private final class ThreadJob: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// A connection whose octets a test chooses.
final class RawClient {
    let stream: BlockingStream

    init(_ address: SocketAddress, patience: TimeSpan = .seconds(300)) throws {
        stream = try BlockingStream(connectingTo: address, deadline: MonotonicTime.now() + patience)
    }

    func send(_ octets: [UInt8]) throws {
        try stream.send(octets)
    }

    func send(_ text: String) throws {
        try stream.send(Array(text.utf8))
    }

    /// All octets up to the end; what came before a reset counts.
    func readToEnd() throws -> [UInt8] {
        var octets: [UInt8] = []
        while true {
            let more = try receive()
            if more.isEmpty { return octets }
            octets += more
        }
    }

    /// The next octets; nil at the end.
    func receiveUnlessReset() throws -> [UInt8]? {
        let octets = try receive()
        return octets.isEmpty ? nil : octets
    }

    private func receive() throws -> [UInt8] {
        do {
            return try stream.receive()
        } catch {
            guard error.number == ECONNRESET else { throw error }
            return []
        }
    }

    /// Octets up to the end of so many answers.
    func readAnswers(_ count: Int, to methods: [HTTP.Method] = []) throws -> [Answer] {
        var octets: [UInt8] = []
        while true {
            let answers = (try? Answer.all(in: octets, to: methods)) ?? []
            if answers.count >= count { return answers }
            let more = try stream.receive()
            guard !more.isEmpty else { return answers }
            octets += more
        }
    }
}
