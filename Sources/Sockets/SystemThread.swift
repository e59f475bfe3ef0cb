import Glibc

/// A thread of the system, for what blocks or goes on for the life of the process.
public enum SystemThread {
    private final class Work: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread that ends when its work does; nobody waits for it.
    ///
    /// - Parameter work: What it does; kept until then.
    /// - Throws: ``SystemCallError`` where the system has no thread left.
    public static func start(_ work: @escaping @Sendable () -> Void) throws(SystemCallError) {
        var thread = pthread_t()
        let retained = Unmanaged.passRetained(Work(work)).toOpaque()
        let result = pthread_create(
            &thread,
            nil,
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            },
            retained
        )
        guard result == 0 else {
            Unmanaged<Work>.fromOpaque(retained).release()
            throw SystemCallError("pthread_create", number: result)
        }
        pthread_detach(thread)
    }
}
