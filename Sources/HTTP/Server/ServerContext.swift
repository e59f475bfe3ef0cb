internal import CLinux
import Glibc
internal import Sockets
internal import Synchronization

/// What all connections of a server share.
final class ServerContext: Sendable {
    let limits: HTTPLimits
    let metrics: ServerMetrics
    let accessLog: (@Sendable (AccessRecord) -> Void)?
    let handler: HTTPServer.Handler
    let date = DateCache()
    private let nextRequest = Atomic<UInt64>(UInt64.random(in: 0...UInt64.max))

    init(
        limits: HTTPLimits,
        metrics: ServerMetrics,
        accessLog: (@Sendable (AccessRecord) -> Void)?,
        handler: @escaping HTTPServer.Handler
    ) {
        self.limits = limits
        self.metrics = metrics
        self.accessLog = accessLog
        self.handler = handler
    }

    /// A name for a request whose client gave none.
    func makeRequestID() -> RequestID {
        RequestID(number: nextRequest.wrappingAdd(1, ordering: .relaxed).newValue)
    }

    /// Serves one connection until it ends.
    ///
    /// - Parameters:
    ///   - number: The connected socket; it is owned from here on.
    ///   - peer: The other end.
    ///   - loop: The loop that the task runs on.
    ///   - register: Where the connection was counted in.
    ///   - turnAway: True where it only gets told that its address has too many.
    func run(
        _ number: CInt,
        from peer: SocketAddress,
        on loop: EventLoop,
        in register: ConnectionRegister,
        turnAway: Bool
    ) async {
        metrics.openConnections.increment()
        defer { metrics.openConnections.decrement() }
        guard
            let stream = try? ByteStream(owning: FileDescriptor(owning: number, from: "accept4"), peer: peer, on: loop)
        else { return register.leave(nil, from: peer) }
        let state = register.enter(stream)
        await supervise(state, turnAway: turnAway)
        register.leave(state, from: peer)
    }

    /// Runs the connection in a child task, and cancels it when its handler takes too long or the client is gone.
    ///
    /// One task more a connection, instead of one more a request.
    private func supervise(_ state: ConnectionState, turnAway: Bool) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [self] in
                let connection = ServerConnection(state, in: self)
                if turnAway { await connection.turnAway() } else { await connection.serve() }
                state.stream.interrupt(.control)
            }
            let wakeup = await state.stream.waitForControl()
            if wakeup == .timedOut { state.noteHandlerTookTooLong() }
            if wakeup != .interrupted { group.cancelAll() }
        }
    }
}
