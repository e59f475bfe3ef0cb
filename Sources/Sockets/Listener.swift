import CLinux
import Glibc

/// A socket that takes connections on one address.
///
/// Accepting belongs to one task of the listener's loop.
public final class Listener: Sendable {
    private let descriptor: FileDescriptor
    private let token: WatchToken
    /// For pauses, which a socket that was shut down would end at once.
    private let pauseToken: WatchToken
    private let loop: EventLoop
    /// Where it listens; the port is the real one, also where port 0 was asked for.
    public let address: SocketAddress

    /// Starts to listen.
    ///
    /// - Parameters:
    ///   - address: Port 0 takes a free one.
    ///   - loop: Whose tasks accept.
    ///   - backlog: Connections that the system completes and holds until they are accepted.
    /// - Throws: ``SystemCallError``, such as for an address in use.
    public init(_ address: SocketAddress, on loop: EventLoop, backlog: Int32 = 1024) throws(SystemCallError) {
        let flags = CInt(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = try FileDescriptor(owning: socket(address.family, flags, 0), from: "socket")
        try descriptor.set(SO_REUSEADDR, of: SOL_SOCKET)
        let number = descriptor.number
        guard address.withSystemAddress({ bind(number, $0, $1) }) == 0 else {
            throw SystemCallError("bind", on: "\(address)")
        }
        guard listen(number, backlog) == 0 else { throw SystemCallError("listen", on: "\(address)") }
        let bound = SocketAddress.filled { getsockname(number, $0, $1) }
        self.address = bound.address ?? address
        token = try loop.watch(number)
        pauseToken = loop.addToken()
        self.descriptor = descriptor
        self.loop = loop
    }

    deinit {
        loop.forget(token)
        loop.forget(pauseToken)
    }

    /// What came of an attempt to accept.
    public enum Acceptance: ~Copyable {
        /// A connection, non-blocking, sending small writes at once.
        case connection(FileDescriptor, peer: SocketAddress)
        /// Nobody waits to be accepted.
        case nothingYet
        /// The process or the system has no descriptor left: let some be closed before the next attempt.
        case exhausted(SystemCallError)
    }

    /// Accepts one connection if one is there.
    ///
    /// - Throws: ``SystemCallError`` where the listener itself is broken.
    public func accept() throws(SystemCallError) -> Acceptance {
        let flags = CInt(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let (number, peer) = SocketAddress.filled { accept4(descriptor.number, $0, $1, flags) }
        guard number < 0 else {
            let connection = try FileDescriptor(owning: number, from: "accept4")
            // A local socket has no such option; the connection is as good without it.
            try? connection.set(TCP_NODELAY, of: CInt(IPPROTO_TCP))
            return .connection(connection, peer: peer ?? .loopback(port: 0))
        }
        let error = SystemCallError("accept4", on: "\(address)")
        if error.isExhaustion { return .exhausted(error) }
        switch error.number {
        case EAGAIN: return .nothingYet
        // The connection is gone before it was taken; the next one may be well (accept(2), section Error handling).
        case EINTR, ECONNABORTED, EPROTO, EPERM, ENETDOWN, ENOPROTOOPT, EHOSTDOWN, EHOSTUNREACH, EOPNOTSUPP,
            ENETUNREACH:
            loop.markReady(.read, of: token)
            return .nothingYet
        default: throw error
        }
    }

    /// Waits until a connection can be accepted.
    public func waitUntilAcceptable() async -> Wakeup {
        await loop.wait(for: .read, of: token, until: .never)
    }

    /// Lets the loop's tasks do something else for a span, unless interrupted before.
    public func pause(_ span: TimeSpan) async -> Wakeup {
        await loop.wait(for: .control, of: pauseToken, until: loop.now + span)
    }

    /// Lets the system refuse further connections, also those that it completed and nobody accepted.
    public func refuseFurther() {
        _ = shutdown(descriptor.number, CInt(SHUT_RDWR))
    }

    /// Ends a wait for a connection, or the next one if nobody waits now; any thread may call it.
    public func interruptWait() {
        loop.interrupt(.read, of: token)
    }

    /// Ends a pause, or the next one if there is none now; any thread may call it.
    public func interruptPause() {
        loop.interrupt(.control, of: pauseToken)
    }
}

extension FileDescriptor {
    /// Switches a socket option on.
    borrowing func set(_ option: CInt, of level: CInt) throws(SystemCallError) {
        var one: CInt = 1
        guard setsockopt(number, level, option, &one, socklen_t(MemoryLayout<CInt>.size)) == 0 else {
            throw SystemCallError("setsockopt")
        }
    }
}
