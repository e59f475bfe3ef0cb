internal import Sockets
internal import Synchronization

/// The connections of a server: how many, from where, and which of them wait for a request.
final class ConnectionRegister: Sendable {
    private struct State {
        var connections: [UInt64: ConnectionState] = [:]
        var perAddress: [[UInt8]: Int] = [:]
        var count = 0
        var nextID: UInt64 = 0
        var isDraining = false
    }

    private let state = Mutex(State())
    /// Called after each connection that ends.
    private let onLeave: @Sendable () -> Void

    init(onLeave: @escaping @Sendable () -> Void) {
        self.onLeave = onLeave
    }

    /// Connections that are open or about to be served.
    var count: Int { state.withLock { $0.count } }

    /// True once ``drain()`` was called.
    var isDraining: Bool { state.withLock { $0.isDraining } }

    /// Counts a connection in.
    ///
    /// - Returns: How many there are from its address now, with this one.
    func admit(_ peer: SocketAddress) -> Int {
        state.withLock { state in
            state.count += 1
            state.perAddress[peer.octets, default: 0] += 1
            return state.perAddress[peer.octets] ?? 1
        }
    }

    /// Enters a connection that was counted in, so that it can be told to drain.
    func enter(_ stream: ByteStream) -> ConnectionState {
        state.withLock { state in
            state.nextID += 1
            let connection = ConnectionState(id: state.nextID, stream: stream, isDraining: state.isDraining)
            state.connections[state.nextID] = connection
            return connection
        }
    }

    /// Counts a connection out.
    ///
    /// - Parameters:
    ///   - connection: Nil where it was never entered.
    ///   - peer: Whom it was counted in for.
    func leave(_ connection: ConnectionState?, from peer: SocketAddress) {
        state.withLock { state in
            if let connection { state.connections[connection.id] = nil }
            state.count -= 1
            let left = (state.perAddress[peer.octets] ?? 1) - 1
            state.perAddress[peer.octets] = left == 0 ? nil : left
        }
        onLeave()
    }

    /// Ends the connections that wait for a request, now and from now on.
    func drain() {
        let connections = state.withLock { state in
            state.isDraining = true
            return Array(state.connections.values)
        }
        for connection in connections { connection.drain() }
    }
}

/// What others must know of one connection, or tell it.
final class ConnectionState: Sendable {
    private struct State {
        var isIdle = false
        var isDraining: Bool
        var handlerTookTooLong = false
    }

    let id: UInt64
    let stream: ByteStream
    private let state: Mutex<State>

    init(id: UInt64, stream: ByteStream, isDraining: Bool) {
        self.id = id
        self.stream = stream
        state = Mutex(State(isDraining: isDraining))
    }

    /// Notes that no request is in progress.
    ///
    /// - Returns: False where the server drains, so that the connection has to end.
    func becomeIdle() -> Bool {
        state.withLock { state in
            state.isIdle = !state.isDraining
            return state.isIdle
        }
    }

    /// Notes that a request is in progress.
    func becomeBusy() {
        state.withLock { $0.isIdle = false }
    }

    /// True where the server drains: answers then say that the connection ends.
    var isDraining: Bool { state.withLock { $0.isDraining } }

    /// True once the handler's time is up.
    var handlerTookTooLong: Bool { state.withLock { $0.handlerTookTooLong } }

    /// Notes that the handler's time is up.
    func noteHandlerTookTooLong() {
        state.withLock { $0.handlerTookTooLong = true }
    }

    /// Ends the connection if it waits for a request, else after its present one.
    func drain() {
        let isIdle = state.withLock { state in
            state.isDraining = true
            return state.isIdle
        }
        if isIdle { stream.interrupt(.read) }
    }
}
