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
        do throws(StoreError) {
            try connection.run("BEGIN IMMEDIATE")
            let end = ContinuousClock.now + options.groupTime
            while members.count < options.groupLimit, let write = next() {
                members.append(write)
                answers.append(try run(write))
                if ContinuousClock.now >= end { break }
            }
            if transaction.log != before { try transaction.writeHead() }
        } catch {
            transaction.restore(before)
            giveUp(members, error)
            return true
        }
        return commit(members, answers, before)
    }

    /// Runs one write in a savepoint; where it throws, nothing of it stays and its answer is the error.
    private func run(_ write: PendingWrite) throws(StoreError) -> PendingWrite.Answer {
        let before = transaction.log
        try connection.run("SAVEPOINT one")
        var answer: PendingWrite.Answer
        do {
            answer = try write.run(transaction)
            // A closure may swallow an error of the store, but its write does not stand.
            if let failure = connection.failure { throw failure }
        } catch {
            // Some errors have ended the whole transaction already, so the whole group has failed.
            if let failure = connection.failure, !connection.isInTransaction { throw failure }
            connection.forgetFailure()
            transaction.restore(before)
            try connection.run("ROLLBACK TO one")
            answer = { write.fail(error) }
        }
        try connection.run("RELEASE one")
        return answer
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
    private func giveUp(_ members: [PendingWrite], _ error: StoreError) {
        connection.forgetFailure()
        if connection.isInTransaction {
            try? connection.run("ROLLBACK")
            connection.forgetFailure()
        }
        // Without a member the group could not even begin, and the next would not either.
        let failed = members.isEmpty ? [next()].compactMap { $0 } : members
        for write in failed { write.fail(error) }
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
