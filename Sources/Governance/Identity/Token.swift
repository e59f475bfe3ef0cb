package import Contracts
package import Crypto
internal import StorePort
internal import Syntax

/// A secret that stands for a person; the store knows its digest only.
package struct Token: Hashable, Sendable {
    /// Its name, for lists and revocation: the first 12 digits of the digest.
    package let id: String
    /// Digest of the secret.
    package let digest: Digest
    /// Whom it stands for.
    package let person: PersonID
    /// What it may be used for, at most; the person's roles bound it too.
    package let scopes: [Role]
    /// When it was issued.
    package let issuedAt: Instant
    /// From when on it is refused.
    package let expiresAt: Instant
    /// Whether it was taken back.
    package var isRevoked: Bool

    /// What a secret begins with, so that scanners find one that leaked.
    package static let prefix = "canon_"
    /// Random bytes of a secret.
    package static let secretBytes = 32
    /// Days until a token expires, unless told otherwise.
    package static let standardDays = 90

    /// The secret of random bytes.
    package static func secret(of random: [UInt8]) -> String { prefix + Base64.url.encode(random) }
}

extension Token: StoredRecord {
    var json: JSON {
        [
            "id": .string(id), "token_sha256": .digest(digest), "person": .string(person.name),
            "scopes": .array(scopes.map { .string($0.rawValue) }), "issued_ms": .instant(issuedAt),
            "expires_ms": .instant(expiresAt), "revoked": .bool(isRevoked),
        ]
    }

    init(_ reader: RecordReader) throws(LogDamaged) {
        self.init(
            id: try reader.text("id"),
            digest: try reader.digest("token_sha256"),
            person: try reader.value("person", PersonID.init(parsing:)),
            scopes: try reader.values("scopes", Role.init(parsing:)),
            issuedAt: try reader.instant("issued_ms"),
            expiresAt: try reader.instant("expires_ms"),
            isRevoked: try reader.flag("revoked")
        )
    }
}

/// Somebody who is known by a token, and what they may do with it.
package struct Principal: Hashable, Sendable {
    /// The person.
    package let person: Person
    /// Name of the token.
    package let tokenID: String
    /// Digest of the token's secret.
    let tokenDigest: Digest
    /// The roles that both the person and the token have.
    package let roles: Set<Role>

    /// From when on the token is refused.
    package let expiresAt: Instant
    /// The rows that say so: while they are the same, so is all of this.
    let rows: [Row?]

    /// Somebody who acts, as the rows say.
    init(_ person: Person, by token: Token, as rows: [Row?]) {
        self.rows = rows
        self.person = person
        tokenID = token.id
        tokenDigest = token.digest
        expiresAt = token.expiresAt
        roles = Set(person.roles).intersection(token.scopes)
    }
}
