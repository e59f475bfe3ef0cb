internal import CLinux
import Glibc

/// A file descriptor with exactly one owner; it is closed when the owner lets go.
public struct FileDescriptor: ~Copyable, Sendable {
    /// The number that system calls take; never negative.
    public let number: CInt

    /// Takes over a descriptor that a system call gave.
    ///
    /// - Parameters:
    ///   - number: What the call returned; negative means that it failed.
    ///   - call: Its name, for the error.
    ///   - subject: What it was called on, for the error.
    /// - Throws: ``SystemCallError`` where `number` is negative.
    public init(owning number: CInt, from call: String, on subject: String = "") throws(SystemCallError) {
        guard number >= 0 else { throw SystemCallError(call, on: subject) }
        self.number = number
    }

    deinit { _ = close(number) }

    /// Gives the descriptor up without closing it.
    public consuming func relinquish() -> CInt {
        let number = number
        discard self
        return number
    }
}
