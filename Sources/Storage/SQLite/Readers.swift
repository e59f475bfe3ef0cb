import CSQLite
import StorePort
import Synchronization

/// Connections that only read, each used by one thread at a time.
final class Readers: Sendable {
    private final class Slot: Sendable {
        /// Held by whoever uses the connection.
        ///
        /// The connection lies beside the lock and not in it, for a value in a `Mutex` can be handed to `@Sendable`
        /// closures only, and a reading closure should be free to use what surrounds it.
        let lock = Mutex(())

        /// Nil when closed; touched with the lock held, and only there.
        nonisolated(unsafe) var connection: Connection?

        init(_ connection: sending Connection) { self.connection = connection }

        func read<R>(_ body: (any StoreSnapshot) throws -> R) throws -> R {
            guard let connection else { throw StoreError.closed }
            connection.forgetFailure()
            try connection.run("BEGIN")
            defer { connection.endReading() }
            return try body(SQLiteSnapshot(connection: connection))
        }
    }

    private let slots: [Slot]
    private let turn = Atomic<UInt>(0)

    /// Opens the connections to a database that the writer has made ready.
    init(_ file: DatabaseFile, count: Int) throws(StoreError) {
        var slots: [Slot] = []
        for _ in 0..<count { slots.append(try Self.slot(file)) }
        self.slots = slots
    }

    private static func slot(_ file: DatabaseFile) throws(StoreError) -> Slot {
        let connection = try Connection(file.path, flags: SQLITE_OPEN_READONLY, folder: file.folder)
        try connection.becomeReader()
        return Slot(connection)
    }

    /// Reads on the first connection that is free, else waits for one.
    func read<R: Sendable>(_ body: (any StoreSnapshot) throws -> R) throws -> R {
        for slot in slots {
            if let result = try slot.lock.withLockIfAvailable({ _ in try slot.read(body) }) { return result }
        }
        // All are taken: each caller waits at another one.
        let place = Int(turn.wrappingAdd(1, ordering: .relaxed).oldValue % UInt(slots.count))
        return try slots[place].lock.withLock { _ in try slots[place].read(body) }
    }

    /// Closes the connections, waiting for those that are in use.
    func close() {
        for slot in slots { slot.lock.withLock { _ in slot.connection = nil } }
    }
}

extension Connection {
    /// Ends the read transaction, also after a failure.
    fileprivate func endReading() {
        forgetFailure()
        if isInTransaction { try? run("COMMIT") }
    }
}
