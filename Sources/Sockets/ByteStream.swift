import CLinux
import Glibc

/// A connected socket on a loop: octets in, octets out, and waits with deadlines in between.
///
/// The socket is closed when the last reference goes. Reads and waits belong to one task of the stream's loop;
/// ``interrupt(_:)`` may be called from any thread.
public final class ByteStream: Sendable {
    private let descriptor: FileDescriptor
    private let token: WatchToken
    /// The loop whose tasks may read, write and wait.
    public let loop: EventLoop
    /// The other end.
    public let peer: SocketAddress

    /// Takes over a connected, non-blocking socket.
    ///
    /// - Throws: ``SystemCallError`` where the loop cannot watch it.
    public init(
        owning descriptor: consuming FileDescriptor,
        peer: SocketAddress,
        on loop: EventLoop
    ) throws(SystemCallError) {
        token = try loop.watch(descriptor.number)
        self.descriptor = descriptor
        self.loop = loop
        self.peer = peer
    }

    deinit { loop.forget(token) }

    // MARK: Reading

    /// What came of a read.
    public enum Receipt: Hashable, Sendable {
        /// So many octets, at least one, were handed over.
        case octets(Int)
        /// Nothing is there yet.
        case nothingYet
        /// The peer sends no more.
        case end
    }

    /// Reads what is there and hands it over.
    ///
    /// - Parameter body: Called with the octets, only where there are any; they are gone afterwards.
    /// - Returns: What came of it.
    /// - Throws: ``SystemCallError`` where the connection broke.
    public func receive(_ body: (Span<UInt8>) -> Void) throws(SystemCallError) -> Receipt {
        let (count, failure) = loop.withScratch { buffer in receive(into: &buffer, body) }
        if count > 0 { return .octets(count) }
        if count == 0 { return .end }
        guard failure == EAGAIN || failure == EINTR else { throw SystemCallError("recv", number: failure) }
        return .nothingYet
    }

    private func receive(into buffer: inout [UInt8], _ body: (Span<UInt8>) -> Void) -> (count: Int, failure: CInt) {
        let count = buffer.withUnsafeMutableBytes { recv(descriptor.number, $0.baseAddress, $0.count, 0) }
        let failure = count < 0 ? errno : 0
        if count > 0 { body(buffer.span.extracting(first: count)) }
        // A full buffer may have left something behind, of which no new edge tells.
        if count == buffer.count { loop.markReady(.read, of: token) }
        return (count, failure)
    }

    /// Waits for octets or the end of input.
    public func waitUntilReadable(deadline: MonotonicTime) async -> Wakeup {
        await loop.wait(for: .read, of: token, until: deadline)
    }

    // MARK: Writing

    /// Writes as much as the socket takes now of two pieces, one after the other, in one system call.
    ///
    /// - Parameters:
    ///   - first: Goes out before `second`.
    ///   - second: May be empty.
    ///   - offset: Octets of the two together that are sent already.
    /// - Returns: How many octets went out now; 0 where the socket is full.
    /// - Throws: ``SystemCallError`` where the connection broke.
    public func send(_ first: [UInt8], _ second: [UInt8], from offset: Int) throws(SystemCallError) -> Int {
        let skipped = min(offset, first.count)
        let count = first.withUnsafeBytes { head in
            second.withUnsafeBytes { tail in
                transmit(.init(rebasing: head[skipped...]), .init(rebasing: tail[(offset - skipped)...]))
            }
        }
        guard count < 0 else { return count }
        guard errno == EAGAIN || errno == EINTR else { throw SystemCallError("sendmsg") }
        return 0
    }

    private func transmit(_ head: UnsafeRawBufferPointer, _ tail: UnsafeRawBufferPointer) -> Int {
        if tail.isEmpty { return Glibc.send(descriptor.number, head.baseAddress, head.count, CInt(MSG_NOSIGNAL)) }
        var pieces = (
            iovec(iov_base: UnsafeMutableRawPointer(mutating: head.baseAddress), iov_len: head.count),
            iovec(iov_base: UnsafeMutableRawPointer(mutating: tail.baseAddress), iov_len: tail.count)
        )
        return withUnsafeMutablePointer(to: &pieces) { pointer in
            pointer.withMemoryRebound(to: iovec.self, capacity: 2) { pieces in
                var message = msghdr()
                message.msg_iov = pieces
                message.msg_iovlen = 2
                return sendmsg(descriptor.number, &message, CInt(MSG_NOSIGNAL))
            }
        }
    }

    /// Waits until the socket takes octets again.
    public func waitUntilWritable(deadline: MonotonicTime) async -> Wakeup {
        await loop.wait(for: .write, of: token, until: deadline)
    }

    /// Sends everything, waiting for the peer to take it.
    ///
    /// - Parameters:
    ///   - first: Goes out before `second`.
    ///   - second: May be empty.
    ///   - patience: How long one wait for the peer may last without an octet going out.
    /// - Throws: ``StreamError``.
    public func sendAll(_ first: [UInt8], _ second: [UInt8] = [], patience: TimeSpan) async throws(StreamError) {
        var sent = 0
        while sent < first.count + second.count {
            let count: Int
            do { count = try send(first, second, from: sent) } catch { throw .broken(error) }
            sent += count
            guard count == 0 else { continue }
            switch await waitUntilWritable(deadline: loop.now + patience) {
            case .ready, .interrupted: continue
            case .timedOut: throw .timedOut
            case .cancelled: throw .cancelled
            }
        }
    }

    /// Tells the peer that nothing more will come; it can still send.
    public func finishSending() {
        _ = shutdown(descriptor.number, CInt(SHUT_WR))
    }

    // MARK: Watching over

    /// Waits for the peer's hanging up (``Wakeup/ready``), the control deadline, or a word from another task.
    public func waitForControl() async -> Wakeup {
        await loop.wait(for: .control, of: token, until: .never)
    }

    /// Moves the deadline of ``waitForControl()``; only tasks of the stream's loop may call it.
    public func setControlDeadline(_ deadline: MonotonicTime) {
        loop.setDeadline(deadline, on: .control, of: token)
    }

    /// Ends the wait in a lane, or the next one if nobody waits now; any thread may call it.
    public func interrupt(_ lane: Lane) {
        loop.interrupt(lane, of: token)
    }
}

/// Why octets could not be sent.
public enum StreamError: Error, Hashable, Sendable {
    /// The peer took nothing for too long.
    case timedOut
    /// The task was cancelled while it waited.
    case cancelled
    /// The connection broke.
    case broken(SystemCallError)
}

extension StreamError: CustomStringConvertible {
    /// Says what happened.
    public var description: String {
        switch self {
        case .timedOut: "the peer took no octets for too long; the connection is closed"
        case .cancelled: "the connection was closed while octets were being sent"
        case .broken(let error): "\(error)"
        }
    }
}
