import CSQLite
import StorePort

/// The one connection that writes and checkpoints, and the group commit on it.
///
/// All that is done here is done on the writer's thread.
final class WriteSession {
    let connection: Connection
    private let transaction: SQLiteTransaction
    private let options: SQLiteOptions
    private let inbox: Inbox

    /// Writes taken out of the inbox for which the last group had no place, the next one last.
    private var left: [PendingWrite] = []

    /// How many of those left run in a group of their own each, since one of them failed half-way in a group of all.
    private var apart = 0

    private let writeAheadLog: WriteAheadLog

    /// Let go of last, when the connection is closed.
    private let lock: FolderLock

    /// Takes up the log on a connection that was made the writer.
    init(
        _ connection: Connection,
        _ lock: consuming FolderLock,
        _ inbox: Inbox,
        _ options: SQLiteOptions
    ) throws(StoreError) {
        self.connection = connection
        self.lock = lock
        self.inbox = inbox
        self.options = options
        transaction = try SQLiteTransaction(connection)
        writeAheadLog = WriteAheadLog(of: connection)
    }

    /// Commits one group of the writes that wait and answers them.
    ///
    /// - Returns: False where the outcome of the commit is unknown and no further one may be made.
    func commitGroup() -> Bool {
        let before = transaction.log
        var answers: [PendingWrite.Answer] = []
        var members: [PendingWrite] = []
        do {
            try transaction.begin()
            let (limit, end) = (apart > 0 ? 1 : options.groupLimit, ContinuousClock.now + options.groupTime)
            while members.count < limit, let write = next() {
                members.append(write)
                answers.append(try run(write))
                if ContinuousClock.now >= end { break }
            }
            if transaction.log != before { try transaction.writeHead() }
        } catch {
            undo(members, error, before)
            return true
        }
        return commit(members, answers, before)
    }

    /// Runs one write; where it throws and has changed nothing, its answer is the error and the group goes on.
    ///
    /// - Throws: What a write threw that has changed something, or whose error is one of the store.
    private func run(_ write: PendingWrite) throws -> PendingWrite.Answer {
        let changes = transaction.changes
        do {
            let answer = try write.run(transaction)
            // A closure may swallow an error of the store, but its write does not stand.
            if let failure = connection.failure { throw failure }
            return answer
        } catch {
            guard transaction.changes == changes, connection.failure == nil else { throw error }
            return { write.fail(error) }
        }
    }

    /// Undoes the group, one member of which failed half-way.
    ///
    /// Alone it is answered with its error. The others did nothing wrong: each runs again, now in a group of its own.
    /// That is so rare that it costs less than a savepoint for every write, which copies all pages that the write
    /// touches.
    private func undo(_ members: [PendingWrite], _ error: any Error, _ before: GrowingLog) {
        transaction.restore(before)
        guard members.count > 1 else { return giveUp(members, error) }
        rollBack()
        apart += members.count
        left += members.reversed()
    }

    /// Makes the group durable and answers it.
    private func commit(_ members: [PendingWrite], _ answers: [PendingWrite.Answer], _ before: GrowingLog) -> Bool {
        do throws(StoreError) {
            try connection.run("COMMIT")
        } catch {
            transaction.restore(before)
            // A commit that found no space has not written its last page, so it is undone. Any other is not known.
            guard case .full = error else { return stop(members, error) }
            giveUp(members, error)
            return true
        }
        for answer in answers { answer() }
        return checkpointIfDue()
    }

    /// Undoes the group and answers every member of it with the error.
    private func giveUp(_ members: [PendingWrite], _ error: any Error) {
        rollBack()
        // Without a member the group could not even begin, and the next would not either.
        let failed = members.isEmpty ? [next()].compactMap { $0 } : members
        for write in failed { write.fail(error) }
    }

    private func rollBack() {
        connection.forgetFailure()
        guard connection.isInTransaction else { return }
        try? connection.run("ROLLBACK")
        connection.forgetFailure()
    }

    /// Ends all writing: what the disk holds can be found out only by opening it anew.
    private func stop(_ members: [PendingWrite], _ error: StoreError) -> Bool {
        let outcome = StoreError.outcomeUnknown(detail: "\(error)")
        inbox.close(outcome)
        for write in members { write.fail(outcome) }
        while let write = next() { write.fail(StoreError.closed) }
        options.onFatal(outcome)
        return false
    }

    private func next() -> PendingWrite? {
        if left.isEmpty { left = inbox.takeAll().reversed() }
        apart = max(0, apart - 1)
        return left.popLast()
    }

    /// True while writes that were taken out have not been answered.
    var hasWritesLeft: Bool { !left.isEmpty }

    private func checkpointIfDue() -> Bool {
        do throws(StoreError) {
            try writeAheadLog.checkpointIfDue(connection)
        } catch {
            return stop([], error)
        }
        return true
    }

    /// Copies everything from the write-ahead log into the database, so that the next start has nothing to do.
    ///
    /// Where that fails nothing is lost: the next start reads the write-ahead log.
    func finish() { try? connection.checkpoint(.truncate) }
}
