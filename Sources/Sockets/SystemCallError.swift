internal import CLinux
import Glibc

/// A system call that failed: which one, on what, and the system's reason.
public struct SystemCallError: Error, Hashable, Sendable {
    /// The call, such as `bind`.
    public let call: String
    /// What it was called on, such as `127.0.0.1:8080`; empty where that would say nothing.
    public let subject: String
    /// The system's error number.
    public let number: CInt

    /// Stable code of every error of this type.
    public static let code = "SYSTEM_CALL_FAILED"

    /// An error of a known number.
    ///
    /// - Parameters:
    ///   - call: The call, such as `bind`.
    ///   - subject: What it was called on.
    ///   - number: The system's error number; nil takes that of the last call on this thread.
    public init(_ call: String, on subject: String = "", number: CInt? = nil) {
        self.number = number ?? errno
        self.call = call
        self.subject = subject
    }

    /// True where the process or the system has no descriptor or memory left just now.
    public var isExhaustion: Bool {
        number == EMFILE || number == ENFILE || number == ENOBUFS || number == ENOMEM
    }
}

extension SystemCallError: CustomStringConvertible {
    /// Such as `bind 127.0.0.1:80: Permission denied; use a port above 1023 or run with the right to bind it`.
    public var description: String {
        let reason = strerror(number).map { String(cString: $0) } ?? "error \(number)"
        let place = subject.isEmpty ? call : "\(call) \(subject)"
        return "\(place): \(reason)\(advice)"
    }

    private var advice: String {
        switch number {
        case EADDRINUSE: "; stop the other process or choose another port"
        case EACCES: "; use a port above 1023 or run with the right to bind it"
        case EADDRNOTAVAIL: "; listen on an address of this machine, such as 127.0.0.1"
        case EMFILE, ENFILE: "; raise the limit of open files (ulimit -n)"
        case ECONNREFUSED: "; check that the server runs and listens there"
        default: ""
        }
    }
}
