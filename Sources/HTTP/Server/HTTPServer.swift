public import Sockets
internal import Synchronization

/// An HTTP/1.1 server: takes connections, reads requests, calls the handler, sends the answers.
///
/// ```swift
/// let loops = try EventLoop.startAll()
/// let listener = try Listener(.loopback(port: 0), on: loops[0])
/// let server = HTTPServer { request in Response(.ok, body: "hello") }
/// Task(executorPreference: loops[0]) { try await server.serve(listener, on: loops) }
/// …
/// server.stop()
/// ```
public final class HTTPServer: Sendable {
    /// Answers one request; runs on a loop's thread and must not block.
    public typealias Handler = @Sendable (Request) async -> Response

    private let context: ServerContext
    private let register: ConnectionRegister
    private let acceptor: Acceptor

    /// A server that is not serving yet.
    ///
    /// - Parameters:
    ///   - limits: What it holds its clients to.
    ///   - metrics: Where it counts.
    ///   - accessLog: Called after each answer, on a loop's thread; must not block.
    ///   - handler: Answers requests.
    public init(
        limits: HTTPLimits = HTTPLimits(),
        metrics: ServerMetrics = ServerMetrics(),
        accessLog: (@Sendable (AccessRecord) -> Void)? = nil,
        handler: @escaping Handler
    ) {
        let acceptor = Acceptor()
        register = ConnectionRegister { acceptor.noteRoom() }
        context = ServerContext(limits: limits, metrics: metrics, accessLog: accessLog, handler: handler)
        self.acceptor = acceptor
    }

    /// What the server counts.
    public var metrics: ServerMetrics { context.metrics }

    /// Serves until ``stop()`` and the end of the last request, or until the task is cancelled.
    ///
    /// Connections are dealt out to the loops in turn.
    ///
    /// - Parameters:
    ///   - listener: Where connections come in; the task must run on its loop.
    ///   - loops: Whose threads serve them.
    /// - Throws: ``SystemCallError`` where the listener breaks.
    public func serve(_ listener: Listener, on loops: [EventLoop]) async throws {
        acceptor.begin(listener)
        try await withThrowingDiscardingTaskGroup { group in
            var next = 0
            while !register.isDraining && !Task.isCancelled {
                guard let (number, peer) = try await acceptOne(from: listener) else { continue }
                let isTooMany = register.admit(peer) > context.limits.connections(from: peer)
                let loop = loops[next % loops.count]
                next += 1
                group.addTask(executorPreference: loop) { [context, register] in
                    await context.run(number, from: peer, on: loop, in: register, turnAway: isTooMany)
                }
            }
            listener.refuseFurther()
            await waitForConnections(listener)
            group.cancelAll()
        }
    }

    /// Stops taking connections, ends idle ones and lets requests in progress finish for
    /// ``HTTPLimits/stopTime``; any thread may call it.
    public func stop() {
        register.drain()
        acceptor.noteStop()
    }

    private var capacity: Int {
        min(context.limits.connections, max(1, OpenFiles.limit - context.limits.reservedDescriptors))
    }

    private func acceptOne(from listener: Listener) async throws -> (Int32, SocketAddress)? {
        guard register.count < capacity else {
            context.metrics.listenerPauses.increment()
            _ = await listener.pause(.seconds(1))
            return nil
        }
        switch try listener.accept() {
        case .connection(let descriptor, let peer):
            return (descriptor.relinquish(), peer)
        case .nothingYet:
            _ = await listener.waitUntilAcceptable()
        case .exhausted:
            context.metrics.listenerPauses.increment()
            _ = await listener.pause(.milliseconds(100))
        }
        return nil
    }

    private func waitForConnections(_ listener: Listener) async {
        let deadline = MonotonicTime.now() + context.limits.stopTime
        while register.count > 0 && MonotonicTime.now() < deadline && !Task.isCancelled {
            _ = await listener.pause(deadline - MonotonicTime.now())
        }
    }
}

/// Wakes the task that accepts connections.
private final class Acceptor: Sendable {
    private let listener = Mutex<Listener?>(nil)

    func begin(_ listener: Listener) {
        self.listener.withLock { $0 = listener }
    }

    /// A connection ended: there may be room for another.
    func noteRoom() {
        listener.withLock { $0 }?.interruptPause()
    }

    /// The server is to stop.
    func noteStop() {
        listener.withLock { $0 }?.interruptPause()
        listener.withLock { $0 }?.interruptWait()
    }
}
