package import Contracts
package import Crypto
internal import Syntax

/// Every change of state there is; each is one leaf of the log.
package enum Change: Hashable, Sendable {
    /// The log begins.
    case registryCreated
    /// A token was issued.
    case tokenIssued(Token)
    /// A token was taken back; digest of its secret.
    case tokenRevoked(Digest)
    /// A catalog item was declared; its body.
    case catalogPut(CatalogItem.Kind, name: String, body: Digest)
    /// A policy came into force; its body.
    case policyPut(PolicyID, body: Digest)
    /// A policy is no longer in force.
    case policyRemoved(PolicyID)
    /// A change was proposed and judged.
    case submissionOpened(Submission)
    /// A pending submission was judged again, since what it was judged on moved.
    case submissionJudged(SubmissionID, Submission.Judged)
    /// A submission ended.
    case submissionClosed(SubmissionID, Submission.State)
    /// Somebody agreed or disagreed.
    case approvalGiven(Approval)
    /// Somebody tried to agree and was refused; the code says why.
    case approvalRefused(SubmissionID, PersonID, code: String)
    /// Content became a version.
    case versionAccepted(Version)
    /// A release was let out, or not.
    case gateAnswered(GateRecord)
    /// Records were taken out of the house.
    case auditExported(from: UInt64, to: UInt64)

    /// The stable name of the change, as filters and leaves have it.
    package var action: String {
        switch self {
        case .registryCreated: "registry.created"
        case .tokenIssued: "token.issued"
        case .tokenRevoked: "token.revoked"
        case .catalogPut: "catalog.put"
        case .policyPut: "policy.put"
        case .policyRemoved: "policy.removed"
        case .submissionOpened: "submission.opened"
        case .submissionJudged: "submission.judged"
        case .submissionClosed: "submission.closed"
        case .approvalGiven: "approval.given"
        case .approvalRefused: "approval.refused"
        case .versionAccepted: "version.accepted"
        case .gateAnswered: "gate.answered"
        case .auditExported: "audit.exported"
        }
    }

    /// Whether this is what the caller asked for, and not what had to happen beside it: one change of each write is.
    ///
    /// A refusal is none: who is refused may try again with the same key, and each attempt is recorded.
    var isAnswer: Bool {
        switch self {
        case .submissionClosed(_, let state): state == .withdrawn
        case .versionAccepted(let version): version.isBaseline
        case .submissionJudged, .approvalRefused: false
        default: true
        }
    }

    /// What the change is about, for filters: a subject, submission, person, policy or item; empty for the registry.
    package var about: String {
        switch self {
        case .registryCreated, .auditExported: ""
        case .tokenIssued(let token): token.person.name
        case .tokenRevoked(let digest): String(digest.hex.prefix(12))
        case .catalogPut(let kind, let name, _): "\(kind.rawValue)/\(name)"
        case .policyPut(let id, _), .policyRemoved(let id): id.name
        case .submissionOpened(let submission): submission.subject.name
        case .submissionJudged(let id, _), .submissionClosed(let id, _), .approvalRefused(let id, _, _): id.name
        case .approvalGiven(let approval): approval.submission.name
        case .versionAccepted(let version): version.subject.name
        case .gateAnswered(let gate): gate.application.name
        }
    }
}

// MARK: - Form in the leaf

extension Change {
    var detail: JSON {
        switch self {
        case .registryCreated: [:]
        case .tokenIssued(let token): token.json
        case .tokenRevoked(let digest): ["token_sha256": .digest(digest)]
        case .catalogPut(let kind, let name, let body):
            ["kind": .string(kind.rawValue), "name": .string(name), "body_sha256": .digest(body)]
        case .policyPut(let id, let body): ["policy": .string(id.name), "body_sha256": .digest(body)]
        case .policyRemoved(let id): ["policy": .string(id.name)]
        case .submissionOpened(let submission): submission.json
        case .submissionJudged(let id, let judged): ["submission": .string(id.name), "judged": judged.json]
        case .submissionClosed(let id, let state):
            ["submission": .string(id.name), "state": .string(state.rawValue)]
        case .approvalGiven(let approval): approval.json
        case .approvalRefused(let id, let person, let code):
            ["submission": .string(id.name), "person": .string(person.name), "code": .string(code)]
        case .versionAccepted(let version): version.json
        case .gateAnswered(let gate): gate.json
        case .auditExported(let from, let to): ["from": .int(Int(from)), "to": .int(Int(to))]
        }
    }

    init(action: String, detail: RecordReader) throws(LogDamaged) {
        switch action {
        case "registry.created": self = .registryCreated
        case "token.issued": self = .tokenIssued(try Token(detail))
        case "token.revoked": self = .tokenRevoked(try detail.digest("token_sha256"))
        case "catalog.put":
            self = .catalogPut(
                try detail.choice("kind"),
                name: try detail.text("name"),
                body: try detail.digest("body_sha256")
            )
        case "policy.put":
            self = .policyPut(
                try detail.value("policy", PolicyID.init(parsing:)),
                body: try detail.digest("body_sha256")
            )
        case "policy.removed": self = .policyRemoved(try detail.value("policy", PolicyID.init(parsing:)))
        case "version.accepted": self = .versionAccepted(try Version(detail))
        case "gate.answered": self = .gateAnswered(try GateRecord(detail))
        case "audit.exported":
            self = .auditExported(from: try detail.count("from"), to: try detail.count("to"))
        default: try self.init(submissionAction: action, detail)
        }
    }

    private init(submissionAction action: String, _ detail: RecordReader) throws(LogDamaged) {
        switch action {
        case "submission.opened": self = .submissionOpened(try Submission(detail))
        case "submission.judged":
            guard let judged = detail.node["judged"] else { throw LogDamaged(expected: "judged") }
            self = .submissionJudged(try Self.submission(detail), try Submission.Judged(RecordReader(judged)))
        case "submission.closed": self = .submissionClosed(try Self.submission(detail), try detail.choice("state"))
        case "approval.given": self = .approvalGiven(try Approval(detail))
        case "approval.refused":
            self = .approvalRefused(
                try Self.submission(detail),
                try detail.value("person", PersonID.init(parsing:)),
                code: try detail.text("code")
            )
        default: throw LogDamaged(expected: "action")
        }
    }

    private static func submission(_ detail: RecordReader) throws(LogDamaged) -> SubmissionID {
        try detail.value("submission", SubmissionID.init(parsing:))
    }
}
