internal import CLinux
import Glibc
public import Sockets
internal import Synchronization

/// Writes access records as JSON lines to a descriptor, on a thread of its own.
///
/// A loop's thread only adds a line to a buffer: a full pipe or a slow disk stops no connection. Lines that find the
/// buffer full are dropped, and how many is told once there is room again.
public final class AccessLog: Sendable {
    private struct State {
        var lines: [UInt8] = []
        var dropped = 0
        var isEnding = false
    }

    /// Octets that wait at most.
    private static let capacity = 4 * 1024 * 1024
    /// Lines gather for so long before they are written, so that a busy server makes few large writes.
    private static let pause: UInt32 = 20_000

    private let descriptor: Int32
    private let state = Mutex(State())
    private let wakeUp: FileDescriptor
    private let ended: FileDescriptor

    /// Starts the thread.
    ///
    /// - Parameter descriptor: Where lines go, such as 1; it stays open and somebody else's.
    /// - Throws: ``SystemCallError`` where the system has no descriptor or thread left.
    public init(writingTo descriptor: Int32) throws(SystemCallError) {
        self.descriptor = descriptor
        wakeUp = try FileDescriptor(owning: eventfd(0, CInt(EFD_CLOEXEC)), from: "eventfd")
        ended = try FileDescriptor(owning: eventfd(0, CInt(EFD_CLOEXEC)), from: "eventfd")
        try SystemThread.start { self.run() }
    }

    /// Adds a line; any thread may call it, and it never waits for the descriptor.
    public func record(_ record: AccessRecord) {
        let milliseconds = Self.milliseconds()
        let isFirst = state.withLock { state in
            guard state.lines.count < Self.capacity else {
                state.dropped += 1
                return false
            }
            let wasEmpty = state.lines.isEmpty
            AccessLine.write(record, milliseconds: milliseconds, to: &state.lines)
            return wasEmpty
        }
        if isFirst { _ = eventfd_write(wakeUp.number, 1) }
    }

    /// Writes what waits and ends the thread; returns when that is done.
    public func end() {
        state.withLock { $0.isEnding = true }
        _ = eventfd_write(wakeUp.number, 1)
        var count = eventfd_t()
        _ = eventfd_read(ended.number, &count)
    }

    private func run() {
        var isEnding = false
        while !isEnding {
            var count = eventfd_t()
            _ = eventfd_read(wakeUp.number, &count)
            isEnding = state.withLock { $0.isEnding }
            if !isEnding { usleep(Self.pause) }
            write(takeLines())
        }
        _ = eventfd_write(ended.number, 1)
    }

    private func takeLines() -> [UInt8] {
        state.withLock { state in
            var lines = state.lines
            if state.dropped > 0 { lines += Array("{\"dropped\":\(state.dropped)}\n".utf8) }
            state.lines = []
            state.dropped = 0
            return lines
        }
    }

    /// Lines that cannot be written are lost: there is nobody to tell.
    private func write(_ lines: [UInt8]) {
        var written = 0
        while written < lines.count {
            let count = lines.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count > 0 {
                written += count
            } else if count == 0 || errno != EINTR {
                return
            }
        }
    }

    private static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    }
}
