import Glibc
package import StorePort

/// How a store in SQLite works; the defaults are right for a server.
package struct SQLiteOptions: Sendable {
    /// Connections for reading, at least 1: as many reads run at the same time.
    package var readers = 4

    /// The most writes in one group, at least 1.
    package var groupLimit = 200

    /// After this time no further write joins a group.
    package var groupTime: Duration = .milliseconds(20)

    /// Called on the writer's thread when nobody can know what the disk holds.
    ///
    /// The store refuses all writes by then and has answered those that waited. Whatever is called has to end the
    /// process: the next start finds out.
    package var onFatal: @Sendable (StoreError) -> Void = { error in
        let message = "canon: \(error)\n"
        _ = write(STDERR_FILENO, message, message.utf8.count)
        // Not `exit`: its handlers would run beside threads that are still at work.
        _exit(exitStatus)
    }

    /// The status that the process ends with after an unknown outcome: could not judge.
    package static let exitStatus: CInt = 5

    package init() {}
}
