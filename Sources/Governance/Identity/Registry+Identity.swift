internal import Audit
package import Contracts
internal import Crypto
package import StorePort
internal import Syntax

extension Registry {
    /// Begins a registry in an empty store.
    ///
    /// The log's first leaves say who may do everything at first: one person with the role admin, and a token.
    ///
    /// - Parameters:
    ///   - store: A store without leaves.
    ///   - origin: The log's name, such as `canon.example/registry`.
    ///   - admin: The first person.
    ///   - clock: What tells the time.
    /// - Returns: The secret of the first token; it is not kept anywhere.
    /// - Throws: ``RegistryError`` if the store holds a registry already; what the store throws.
    package static func create(
        in store: any Store,
        origin: String,
        admin: PersonID,
        clock: any Clock = SystemClock()
    ) async throws -> String {
        let secret = Token.secret(of: RandomBytes.generate(Token.secretBytes))
        let token = Token(secret, for: admin, scopes: Role.allCases, at: clock.now, days: Token.standardDays)
        let person: JSON = [
            "name": .string(admin.name), "displayName": "First administrator",
            "roles": .array([Role.admin, .auditor].map { .string($0.rawValue) }),
        ]
        try await store.write { transaction in
            guard transaction.size == 0 else {
                throw RegistryError(.conflict, "REGISTRY_EXISTS", "the store holds a registry", "serve it instead")
            }
            let ledger = try Ledger(
                transaction,
                origin: origin,
                actor: admin,
                tokenID: "",
                request: RequestMark(id: "init"),
                clock: clock
            )
            try ledger.append(.registryCreated)
            let body = try transaction.putBlob(CanonicalJSON.bytes(of: person, numbers: .exact))
            try ledger.append(.catalogPut(.people, name: admin.name, body: body))
            try ledger.append(.tokenIssued(token))
        }
        return secret
    }

    /// Who a secret stands for.
    ///
    /// - Throws: ``RegistryError`` of kind `unauthenticated`, the same for every reason but expiry.
    package func principal(secret: String) throws -> Principal {
        try store.read { snapshot in
            guard let token = try snapshot.token(Digest(of: secret)), !token.isRevoked,
                let person = try snapshot.person(token.person)
            else { throw Self.tokenUnknown }
            guard clock.now < token.expiresAt else {
                throw RegistryError(
                    .unauthenticated,
                    "TOKEN_EXPIRED",
                    "the token expired at \(token.expiresAt)",
                    "ask an administrator for a new one"
                )
            }
            return Principal(person, by: token, as: try snapshot.identityRows(of: token.digest, token.person))
        }
    }

    static let tokenUnknown = RegistryError(
        .unauthenticated,
        "TOKEN_UNKNOWN",
        "the token is not known",
        "ask an administrator for one ('canon token create')"
    )

    /// Issues a token for a person.
    ///
    /// - Parameters:
    ///   - person: Whom it will stand for; must be in the catalog.
    ///   - scopes: What it may be used for at most; empty means all that the person may do.
    ///   - days: Days until it expires, 1 to 3,650.
    ///   - principal: Who asks; an admin.
    ///   - request: The request; sent again with its key it is refused, since the secret is not kept.
    /// - Returns: The token, and its secret, which is not kept anywhere.
    /// - Throws: ``RegistryError``.
    package func issueToken(
        for person: PersonID,
        scopes: [Role],
        days: Int,
        by principal: Principal,
        _ request: RequestMark
    ) async throws -> (token: Token, secret: String) {
        try principal.require(.admin)
        guard (1...3650).contains(days) else {
            throw RegistryError(
                .invalid,
                "TOKEN_DAYS",
                "a token lasts 1 to 3650 days",
                "ask for a number in that range"
            )
        }
        let secret = Token.secret(of: RandomBytes.generate(Token.secretBytes))
        let token = Token(
            secret,
            for: person,
            scopes: scopes.isEmpty ? Role.allCases : Role.allCases.filter(scopes.contains),
            at: clock.now,
            days: days
        )
        try store.read { snapshot in
            guard try snapshot.person(person) != nil else {
                throw RegistryError(
                    .invalid,
                    "PERSON_UNKNOWN",
                    "'\(person)' is not in the catalog",
                    "declare the person in a catalog file and apply it"
                )
            }
        }
        try await write(as: principal, request) { ledger in
            if case .tokenIssued(let issued) = ledger.earlier?.change { throw Self.shownOnce(issued) }
            _ = try ledger.append(.tokenIssued(token))
        }
        return (token, secret)
    }

    private static func shownOnce(_ token: Token) -> RegistryError {
        RegistryError(
            .conflict,
            "TOKEN_SHOWN_ONCE",
            "this request issued the token '\(token.id)' already, and its secret is shown once",
            "take it back if nobody has the secret, and ask for another with a new key"
        )
    }

    /// Takes a token back, at once and for good; one that was taken back before stays so.
    ///
    /// - Throws: ``RegistryError`` if there is no such token.
    package func revokeToken(_ id: String, by principal: Principal, _ request: RequestMark) async throws {
        try principal.require(.admin)
        try await write(as: principal, request) { ledger in
            guard let token = try ledger.transaction.tokens().first(where: { $0.id == id }) else {
                throw RegistryError(.missing, "TOKEN_UNKNOWN", "there is no token '\(id)'", "see 'canon token list'")
            }
            guard !token.isRevoked else { return }
            try ledger.append(.tokenRevoked(token.digest))
        }
        identityChanged()
    }

    /// All tokens, without their secrets, which nobody has.
    package func tokens(by principal: Principal) throws -> [Token] {
        try principal.require(.admin)
        return try store.read { try $0.tokens() }
    }
}

extension StoreSnapshot {
    fileprivate func tokens() throws -> [Token] {
        try rows(in: "token", after: nil, limit: Limit.catalog).map { try Token(RecordReader($0.body)) }
    }
}

extension Token {
    init(_ secret: String, for person: PersonID, scopes: [Role], at now: Instant, days: Int) {
        let digest = Digest(of: secret)
        self.init(
            id: String(digest.hex.prefix(12)),
            digest: digest,
            person: person,
            scopes: scopes,
            issuedAt: now,
            expiresAt: now.adding(days: days),
            isRevoked: false
        )
    }
}

extension Principal {
    /// Refuses whoever has not a role.
    ///
    /// - Throws: ``RegistryError`` of kind `forbidden`, which names the role.
    package func require(_ role: Role) throws(RegistryError) {
        guard roles.contains(role) else {
            throw RegistryError(
                .forbidden,
                "ROLE_MISSING",
                "'\(person.id)' has not the role \(role.rawValue) with this token",
                "use a token of somebody who has it"
            )
        }
    }
}
