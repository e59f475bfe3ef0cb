internal import Audit
internal import Contracts
internal import StorePort

/// Appends events within one write: the leaf and the rows that follow from it, together.
struct Ledger {
    let transaction: any StoreTransaction
    let origin: String
    let actor: PersonID
    let tokenID: String
    let request: RequestMark
    /// When the write was asked for; what is recorded never lies before the leaf before it.
    let now: Instant

    /// The number that the next leaf will have.
    var nextSequence: UInt64 { transaction.size }

    /// Appends a change.
    ///
    /// - Returns: The event as recorded.
    @discardableResult
    func append(_ change: Change) throws -> Event {
        let sequence = nextSequence
        let event = Event(
            origin: origin,
            sequence: sequence,
            time: timeOfNext,
            actor: actor,
            tokenID: tokenID,
            request: request,
            change: change
        )
        let index = LeafIndex(
            time: event.time.milliseconds,
            actor: actor.name,
            subject: change.about,
            action: change.action
        )
        _ = try transaction.append(Leaf(canonical: event.leaf), index: index)
        try Projection(rows: transaction).apply(event)
        return event
    }

    /// Time never falls in the log, whatever the machine's clock does.
    private var timeOfNext: Instant {
        Instant(milliseconds: max(now.milliseconds, transaction.lastTime ?? .min))
    }
}

extension Registry {
    /// Runs a write for somebody.
    func write<Result: Sendable>(
        as principal: Principal,
        _ request: RequestMark,
        _ body: @escaping @Sendable (Ledger) throws -> Result
    ) async throws -> Result {
        let (origin, now) = (origin, clock.now)
        return try await store.write { transaction in
            let ledger = Ledger(
                transaction: transaction,
                origin: origin,
                actor: principal.person.id,
                tokenID: principal.tokenID,
                request: request,
                now: now
            )
            return try body(ledger)
        }
    }
}
