package import Contracts
package import Crypto
internal import StorePort
package import Syntax

/// A change of state with who made it, when and at whose request: what one leaf of the log says.
///
/// | member | meaning |
/// |---|---|
/// | `v` | 1 |
/// | `log` | the log's origin: a leaf cannot be moved to another log |
/// | `seq` | the leaf's index: it cannot be moved within the log |
/// | `time` | RFC 3339, UTC, milliseconds; never falls |
/// | `actor` | `{id, token_id}` |
/// | `request` | `{id, idempotency_key?, body_sha256?}` |
/// | `action`, `subject` | what happened, to what |
/// | `detail` | all that the tables know of it |
///
/// - SeeAlso: design/audit.md, section 2.1.
package struct Event: Hashable, Sendable {
    /// The log that it belongs to.
    package let origin: String
    /// Index of its leaf.
    package let sequence: UInt64
    /// When.
    package let time: Instant
    /// Who.
    package let actor: PersonID
    /// By which token; empty for the registry itself.
    package let tokenID: String
    /// At which request.
    package let request: RequestMark
    /// What.
    package let change: Change

    /// Version of the form.
    private static let form = 1

    /// The canonical octets of the leaf.
    package var leaf: [UInt8] { CanonicalJSON.bytes(of: json, numbers: .exact) }

    /// The event as JSON, its members in the order of the canonical form, which spares the sorting.
    package var json: JSON {
        [
            "action": .string(change.action),
            "actor": ["id": .string(actor.name), "token_id": .string(tokenID)],
            "detail": change.detail, "log": .string(origin), "request": request.json, "seq": .int(Int(sequence)),
            "subject": .string(change.about), "time": .string(time.description), "v": .int(Self.form),
        ]
    }

    /// What the leaf can be found by.
    var index: LeafIndex {
        LeafIndex(
            time: time.milliseconds,
            actor: actor.name,
            subject: change.about,
            action: change.action,
            request: change.isAnswer && request.bodyDigest != nil ? request.name(by: actor) : nil
        )
    }

    /// Reads a leaf.
    ///
    /// - Throws: ``LogDamaged`` if it is none of ours.
    package init(leaf: [UInt8]) throws(LogDamaged) {
        let reader = try RecordReader(leaf)
        guard try reader.int("v") == Self.form else { throw LogDamaged(expected: "v") }
        guard let time = Instant(try reader.text("time")) else { throw LogDamaged(expected: "time") }
        guard let actor = reader.node["actor"], let request = reader.node["request"],
            let detail = reader.node["detail"]
        else { throw LogDamaged(expected: "actor, request and detail") }
        origin = try reader.text("log")
        sequence = try reader.count("seq")
        self.time = time
        self.actor = try RecordReader(actor).value("id", PersonID.init(parsing:))
        tokenID = try RecordReader(actor).text("token_id")
        self.request = try RequestMark(RecordReader(request))
        change = try Change(action: try reader.text("action"), detail: RecordReader(detail))
    }

    init(
        origin: String,
        sequence: UInt64,
        time: Instant,
        actor: PersonID,
        tokenID: String,
        request: RequestMark,
        change: Change
    ) {
        self.origin = origin
        self.sequence = sequence
        self.time = time
        self.actor = actor
        self.tokenID = tokenID
        self.request = request
        self.change = change
    }
}

/// How a request is recognised, in the log and when it is sent again.
package struct RequestMark: Hashable, Sendable {
    /// The request's id, as the access log has it.
    package let id: String
    /// What the client gives, so that a second sending is known as such; or nil.
    package let idempotencyKey: String?
    /// Digest of what was asked, so that a key cannot be used for something else; or nil.
    package let bodyDigest: Digest?

    /// A mark.
    package init(id: String, idempotencyKey: String? = nil, bodyDigest: Digest? = nil) {
        self.id = id
        self.idempotencyKey = idempotencyKey
        self.bodyDigest = bodyDigest
    }

    /// What somebody's request is found by when it is sent again: keys of two people are two; nil where it has none.
    func name(by person: PersonID) -> String? { idempotencyKey.map { "\(person)/\($0)" } }

    var json: JSON {
        var members: [JSON.Member] = []
        if let bodyDigest { members.append(.init("body_sha256", .digest(bodyDigest))) }
        members.append(.init("id", .string(id)))
        if let idempotencyKey { members.append(.init("idempotency_key", .string(idempotencyKey))) }
        return .object(members)
    }

    init(_ reader: RecordReader) throws(LogDamaged) {
        id = try reader.text("id")
        idempotencyKey = reader.node["idempotency_key"]?.string
        bodyDigest = reader.node["body_sha256"] == nil ? nil : try reader.digest("body_sha256")
    }
}
