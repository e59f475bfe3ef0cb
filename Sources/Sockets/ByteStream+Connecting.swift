import CLinux
import Glibc

extension ByteStream {
    /// Connects to an address, for tasks of a loop.
    ///
    /// - Parameters:
    ///   - address: Where somebody listens.
    ///   - loop: Whose tasks will use the stream; the caller must be one of them.
    ///   - deadline: When it gives up.
    /// - Returns: The connected stream, which sends small writes at once.
    /// - Throws: ``SystemCallError``; its number is `ETIMEDOUT` where the deadline passed.
    public static func connect(
        to address: SocketAddress,
        on loop: EventLoop,
        deadline: MonotonicTime
    ) async throws(SystemCallError) -> ByteStream {
        let flags = CInt(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = try FileDescriptor(owning: socket(address.family, flags, 0), from: "socket")
        try descriptor.set(TCP_NODELAY, of: CInt(IPPROTO_TCP))
        let number = descriptor.number
        let isDone = address.withSystemAddress { Glibc.connect(number, $0, $1) } == 0
        guard isDone || errno == EINPROGRESS else { throw SystemCallError("connect", on: "\(address)") }
        let stream = try ByteStream(owning: descriptor, peer: address, on: loop)
        guard !isDone else { return stream }
        guard await stream.waitUntilWritable(deadline: deadline) == .ready else {
            throw SystemCallError("connect", on: "\(address)", number: ETIMEDOUT)
        }
        var failure: CInt = 0
        var length = socklen_t(MemoryLayout<CInt>.size)
        getsockopt(number, SOL_SOCKET, SO_ERROR, &failure, &length)
        guard failure == 0 else { throw SystemCallError("connect", on: "\(address)", number: failure) }
        return stream
    }
}
