internal import CLinux
import Glibc

/// A connected socket whose calls block the calling thread up to a deadline: for command-line programs.
///
/// It must never be used in a task of an ``EventLoop``.
public struct BlockingStream: ~Copyable {
    private let descriptor: FileDescriptor
    private let peer: SocketAddress
    /// When every call gives up.
    public var deadline: MonotonicTime

    /// Connects.
    ///
    /// - Throws: ``SystemCallError``; its number is `ETIMEDOUT` where the deadline passed.
    public init(connectingTo address: SocketAddress, deadline: MonotonicTime) throws(SystemCallError) {
        descriptor = try Self.connected(to: address, deadline: deadline)
        peer = address
        self.deadline = deadline
    }

    private static func connected(
        to address: SocketAddress,
        deadline: MonotonicTime
    ) throws(SystemCallError) -> FileDescriptor {
        let flags = CInt(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = try FileDescriptor(owning: socket(address.family, flags, 0), from: "socket")
        try descriptor.set(TCP_NODELAY, of: CInt(IPPROTO_TCP))
        let number = descriptor.number
        guard address.withSystemAddress({ connect(number, $0, $1) }) != 0 else { return descriptor }
        guard errno == EINPROGRESS else { throw SystemCallError("connect", on: "\(address)") }
        try wait(for: CInt(POLLOUT), on: number, until: deadline, call: "connect", peer: address)
        var failure: CInt = 0
        var length = socklen_t(MemoryLayout<CInt>.size)
        getsockopt(number, SOL_SOCKET, SO_ERROR, &failure, &length)
        guard failure == 0 else { throw SystemCallError("connect", on: "\(address)", number: failure) }
        return descriptor
    }

    private static func wait(
        for events: CInt,
        on number: CInt,
        until deadline: MonotonicTime,
        call: String,
        peer: SocketAddress
    ) throws(SystemCallError) {
        while true {
            let left = (deadline - MonotonicTime.now()).nanoseconds
            guard left > 0 else { throw SystemCallError(call, on: "\(peer)", number: ETIMEDOUT) }
            var entry = pollfd(fd: number, events: Int16(events), revents: 0)
            let count = poll(&entry, 1, CInt(min((left &+ 999_999) / 1_000_000, 60_000)))
            if count > 0 { return }
            guard count == 0 || errno == EINTR else { throw SystemCallError("poll", on: "\(peer)") }
        }
    }

    private func wait(for events: CInt, call: String) throws(SystemCallError) {
        try Self.wait(for: events, on: descriptor.number, until: deadline, call: call, peer: peer)
    }

    /// Sends everything.
    ///
    /// - Throws: ``SystemCallError`` where the connection broke or the deadline passed.
    public func send(_ octets: [UInt8]) throws(SystemCallError) {
        var sent = 0
        while sent < octets.count {
            let count = octets.withUnsafeBytes { bytes in
                Glibc.send(
                    descriptor.number,
                    bytes.baseAddress.map { $0 + sent },
                    bytes.count - sent,
                    CInt(MSG_NOSIGNAL)
                )
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                try wait(for: CInt(POLLOUT), call: "send")
            } else if errno != EINTR {
                throw SystemCallError("send", on: "\(peer)")
            }
        }
    }

    /// Reads what is there, waiting for the first octet.
    ///
    /// - Parameter limit: The most octets to read at once.
    /// - Returns: At least one octet; none where the peer sends no more.
    /// - Throws: ``SystemCallError`` where the connection broke or the deadline passed.
    public func receive(upTo limit: Int = 65536) throws(SystemCallError) -> [UInt8] {
        var failure: CInt = 0
        while true {
            let octets = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
                let received = recv(descriptor.number, buffer.baseAddress, buffer.count, 0)
                failure = received < 0 ? errno : 0
                count = max(0, received)
            }
            switch failure {
            case 0: return octets
            case EAGAIN: try wait(for: CInt(POLLIN), call: "recv")
            case EINTR: continue
            default: throw SystemCallError("recv", on: "\(peer)", number: failure)
            }
        }
    }

    /// True where nothing has come and the peer has not ended: so a connection that is to be used again should be.
    public var isQuiet: Bool {
        var entry = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) == 0
    }

    /// Lets the connection end with a reset instead of an orderly close, as that of a process that was killed may.
    public func resetOnClose() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor.number, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    /// Tells the peer that nothing more will come; it can still send.
    public func finishSending() {
        _ = shutdown(descriptor.number, CInt(SHUT_WR))
    }
}
