internal import Audit
internal import Contracts
internal import Crypto
internal import StorePort

/// Appends events within one write: the leaf and the rows that follow from it, together.
struct Ledger {
    let transaction: any StoreTransaction
    let origin: String
    let actor: PersonID
    let tokenID: String
    let request: RequestMark
    /// The time of all that this write records; never before the last leaf, whatever the machine's clock does.
    let now: Instant
    /// What answered the same request when it was sent before, or nil.
    let earlier: Event?

    /// Begins a write.
    ///
    /// - Throws: ``RegistryError`` if the request's idempotency key was used for another request.
    init(
        _ transaction: any StoreTransaction,
        origin: String,
        actor: PersonID,
        tokenID: String,
        request: RequestMark,
        clock: any Clock
    ) throws {
        self.transaction = transaction
        self.origin = origin
        self.actor = actor
        self.tokenID = tokenID
        self.request = request
        now = max(clock.now, Instant(milliseconds: transaction.lastTime ?? .min))
        earlier = try Self.answer(of: request, by: actor, at: now, transaction)
    }

    private static func answer(
        of request: RequestMark,
        by actor: PersonID,
        at now: Instant,
        _ transaction: any StoreTransaction
    ) throws -> Event? {
        guard let name = request.name(by: actor), let asked = request.bodyDigest,
            let leaf = try transaction.leaf(answering: name)
        else { return nil }
        let answer = try Event(leaf: leaf.bytes)
        guard now.milliseconds - answer.time.milliseconds < Limit.idempotencyLife else { return nil }
        guard answer.request.bodyDigest == asked else {
            throw RegistryError(
                .invalid,
                "IDEMPOTENCY_KEY_REUSED",
                "idempotency key '\(request.idempotencyKey ?? "")' was used for another request",
                "use a new key for each request, and the same key only to repeat one"
            )
        }
        return answer
    }

    /// The number that the next leaf will have.
    var nextSequence: UInt64 { transaction.size }

    /// Appends a change.
    ///
    /// - Returns: The event as recorded.
    @discardableResult
    func append(_ change: Change) throws -> Event {
        let event = Event(
            origin: origin,
            sequence: nextSequence,
            time: now,
            actor: actor,
            tokenID: tokenID,
            request: request,
            change: change
        )
        _ = try transaction.append(Leaf(canonical: event.leaf), index: event.index)
        try Projection(rows: transaction).apply(event)
        return event
    }
}

extension Registry {
    /// Runs a write for somebody.
    ///
    /// - Throws: ``RegistryError`` if the token was taken back, or the person changed, since the request came in.
    func write<Result: Sendable>(
        as principal: Principal,
        _ request: RequestMark,
        _ body: @escaping @Sendable (Ledger) throws -> Result
    ) async throws -> Result {
        try await store.write { [self] transaction in
            try confirm(principal, transaction)
            let ledger = try Ledger(
                transaction,
                origin: origin,
                actor: principal.person.id,
                tokenID: principal.tokenID,
                request: request,
                clock: clock
            )
            return try body(ledger)
        }
    }

    /// Nothing is recorded for a token that was taken back before, however long the write waited.
    private func confirm(_ principal: Principal, _ now: any StoreTransaction) throws {
        guard try now.identityRows(of: principal.tokenDigest, principal.person.id) != principal.rows else { return }
        guard let token = try now.token(principal.tokenDigest), !token.isRevoked else { throw Self.tokenUnknown }
        guard let person = try now.person(principal.person.id),
            person.teams == principal.person.teams, person.roles == principal.person.roles,
            person.isService == principal.person.isService
        else {
            throw RegistryError(
                .unauthenticated,
                "IDENTITY_CHANGED",
                "what '\(principal.person.id)' may do changed while the request waited",
                "send it again"
            )
        }
    }
}
