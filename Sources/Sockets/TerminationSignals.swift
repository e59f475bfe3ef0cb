internal import CLinux
import Glibc

/// The signals that ask a server to end, for a `main` that is not `async`.
///
/// With an `async` main the runtime's parked main thread takes signals itself and dies of them.
///
/// ```swift
/// TerminationSignals.block()                 // before any thread starts
/// let stopped = startServer()
/// TerminationSignals.wait()                  // SIGTERM or SIGINT
/// TerminationSignals.exitOnNext(status: 1)   // an impatient second one
/// ```
public enum TerminationSignals {
    /// Keeps SIGTERM and SIGINT pending for ``wait()`` and ignores SIGPIPE; call it before any thread starts.
    public static func block() {
        _ = signal(SIGPIPE, SIG_IGN)
        var signals = set
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Blocks the calling thread until SIGTERM or SIGINT comes.
    ///
    /// - Returns: The signal's number.
    @discardableResult public static func wait() -> CInt {
        var signals = set
        var caught: CInt = 0
        while sigwait(&signals, &caught) != 0 {}
        return caught
    }

    /// Lets the next SIGTERM or SIGINT end the process at once.
    ///
    /// - Parameter status: The exit status.
    /// - Throws: ``SystemCallError`` where the system has no thread left.
    public static func exitOnNext(status: CInt) throws(SystemCallError) {
        var thread = pthread_t()
        let argument = UnsafeMutableRawPointer(bitPattern: Int(status) + 1)
        let result = pthread_create(
            &thread,
            nil,
            { argument in
                TerminationSignals.wait()
                _exit(CInt(Int(bitPattern: argument) - 1))
            },
            argument
        )
        guard result == 0 else { throw SystemCallError("pthread_create", number: result) }
        pthread_detach(thread)
    }

    private static var set: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        return signals
    }
}
