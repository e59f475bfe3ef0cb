internal import Contracts
internal import Crypto
internal import StorePort
internal import Syntax

/// The rows that the log implies: one function from an event to what it changes.
///
/// The server calls it in the transaction that appends the leaf, and the verification calls it on an empty store; both
/// must come to the same rows, so nothing but the event and the rows so far goes in.
///
/// | collection | key | under | body |
/// |---|---|---|---|
/// | `catalog` | `kind/name` | kind | digest of the item's body |
/// | `policy` | name | | digest of the document |
/// | `revision` | `catalog`, `policy` | | hash of the last leaf that changed it |
/// | `subject` | name | | what is in force |
/// | `version` | `subject@number` | subject | ``Version`` |
/// | `version-name` | `subject@1.2.3` | subject | the number |
/// | `submission` | `s42` | subject | ``Submission`` |
/// | `open` | `s42` | subject | nothing: the submission is pending |
/// | `approval` | `s42/17` | submission | ``Approval`` |
/// | `token` | digest | person | ``Token`` |
/// | `gate` | `g42` | application | ``GateRecord`` |
struct Projection {
    let rows: any StoreTransaction

    /// Every collection, as in the table above.
    static let collections = [
        "catalog", "policy", "revision", "subject", "version", "version-name", "submission", "open", "approval",
        "token", "gate",
    ]

    /// The members of each collection's rows that name bodies in the store.
    static let bodies = [
        "catalog": ["body_sha256"], "policy": ["body_sha256"], "subject": ["manifest_sha256"],
        "version": ["raw_sha256", "manifest_sha256"], "gate": ["lock_sha256", "answer_sha256"],
        "submission": ["raw_sha256", "manifest_sha256", "judged/decision_sha256"],
    ]

    func apply(_ event: Event) throws {
        switch event.change {
        case .registryCreated, .approvalRefused, .auditExported: break
        case .tokenIssued(let token): try put(token)
        case .tokenRevoked(let digest): try revoke(digest)
        case .catalogPut(let kind, let name, let body):
            try put("catalog", "\(kind.rawValue)/\(name)", under: kind.rawValue, 0, ["body_sha256": .digest(body)])
            try revise("catalog", event)
        case .policyPut(let id, let body):
            try put("policy", id.name, under: "", 0, ["body_sha256": .digest(body)])
            try revise("policy", event)
        case .policyRemoved(let id):
            try rows.delete(in: "policy", key: id.name)
            try revise("policy", event)
        case .submissionOpened(let submission): try put(submission, event.sequence)
        case .submissionJudged(let id, let judged): try change(id) { $0.judge(anew: judged, at: event.sequence) }
        case .submissionClosed(let id, let state): try change(id) { $0.state = state }
        case .approvalGiven(let approval): try put(approval)
        case .versionAccepted(let version): try put(version)
        case .gateAnswered(let gate):
            try put("gate", gate.id, under: gate.application.name, event.sequence, gate.json)
        }
    }

    private func put(
        _ collection: String,
        _ key: String,
        under parent: String,
        _ ordinal: UInt64,
        _ body: JSON
    ) throws {
        try rows.put(
            Row(collection: collection, key: key, parent: parent, ordinal: Int64(ordinal), body: body.bytes)
        )
    }

    private func revise(_ what: String, _ event: Event) throws {
        try put("revision", what, under: "", 0, ["leaf_sha256": .digest(Digest(of: event.leaf))])
    }
}

extension Projection {
    private func put(_ token: Token) throws {
        let issued = UInt64(clamping: token.issuedAt.milliseconds)
        try put("token", token.digest.hex, under: token.person.name, issued, token.json)
    }

    private func revoke(_ digest: Digest) throws {
        guard var token = try rows.token(digest) else { throw LogDamaged(expected: "token") }
        token.isRevoked = true
        try put(token)
    }

    private func put(_ submission: Submission, _ sequence: UInt64) throws {
        try put("submission", submission.id.name, under: submission.subject.name, sequence, submission.json)
        if submission.state == .pending {
            try put("open", submission.id.name, under: submission.subject.name, sequence, [:])
        } else {
            try rows.delete(in: "open", key: submission.id.name)
        }
    }

    private func change(_ id: SubmissionID, _ body: (inout Submission) -> Void) throws {
        guard var submission = try rows.submission(id) else { throw LogDamaged(expected: "submission") }
        body(&submission)
        try put(submission, UInt64(id.name.dropFirst()) ?? 0)
    }

    private func put(_ approval: Approval) throws {
        let key = "\(approval.submission)/\(approval.sequence)"
        try put("approval", key, under: approval.submission.name, approval.sequence, approval.json)
    }

    private func put(_ version: Version) throws {
        let subject = version.subject.name
        let number = UInt64(version.number)
        try put("version", "\(subject)@\(number)", under: subject, number, version.json)
        try put(
            "version-name",
            "\(subject)@\(version.version)",
            under: subject,
            number,
            ["number": .int(version.number)]
        )
        try put("subject", subject, under: "", 0, SubjectRecord(version).json)
    }
}
