package import Contracts
package import Crypto
package import StorePort
internal import Syntax

extension StoreSnapshot {
    /// A submission, or nil if there is none of that name.
    package func submission(_ id: SubmissionID) throws -> Submission? { try record("submission", id.name) }

    /// What is in force for a subject, or nil if it has no version.
    package func subject(_ subject: Subject) throws -> SubjectRecord? { try record("subject", subject.name) }

    /// A version by its number, or nil.
    package func version(_ number: Int, of subject: Subject) throws -> Version? {
        try record("version", "\(subject)@\(number)")
    }

    /// A version by its name, or nil.
    package func version(named version: SemanticVersion, of subject: Subject) throws -> Version? {
        guard let row = try row(in: "version-name", key: "\(subject)@\(version)") else { return nil }
        return try self.version(try RecordReader(row.body).int("number"), of: subject)
    }

    /// A token by the digest of its secret, or nil.
    package func token(_ digest: Digest) throws -> Token? { try record("token", digest.hex) }

    /// A gate's record, or nil if there is none of that name.
    package func gate(_ id: String) throws -> GateRecord? { try record("gate", id) }

    /// All answers to a submission, in their order.
    package func approvals(of id: SubmissionID) throws -> [Approval] {
        try records("approval", under: id.name, limit: Limit.approvals)
    }

    /// The versions of a subject, oldest first, from one on.
    package func versions(of subject: Subject, after number: Int = 0, limit: Int) throws -> [Version] {
        let cursor = number > 0 ? RowCursor(ordinal: Int64(number), key: "\(subject)@\(number)") : nil
        return try rows(in: "version", under: subject.name, order: .ascending, after: cursor, limit: limit)
            .map { try Version(RecordReader($0.body)) }
    }

    /// The bytes of a body that a record names.
    ///
    /// - Throws: ``LogDamaged`` if it is not there.
    package func body(_ digest: Digest) throws -> [UInt8] {
        guard let bytes = try blob(digest) else { throw LogDamaged(expected: "body \(digest)") }
        return bytes
    }

    /// The manifest that a record names.
    package func manifest(_ digest: Digest) throws -> Manifest {
        guard let document = try? Document.json(try body(digest), limits: .stored) else {
            throw LogDamaged(expected: "manifest")
        }
        return try Manifest(document.root)
    }

    /// The decision that a submission was given.
    package func decision(of submission: Submission) throws -> Decision {
        guard let document = try? Document.json(try body(submission.judged.decisionBody), limits: .stored),
            let decision = Decision(document.root)
        else { throw LogDamaged(expected: "decision") }
        return decision
    }

    /// A row that holds the hash of the last leaf that changed the catalog or the policies; nil where none did.
    ///
    /// A number would not do: a write that is undone gives its number to the next.
    func revision(of what: String) throws -> [UInt8]? { try row(in: "revision", key: what)?.body }

    /// The approvals that count for a submission: of exactly what stands now, given since it stands.
    func standingApprovals(of submission: Submission) throws -> [Approval] {
        try approvals(of: submission.id).filter(submission.counts)
    }

    private func record<Record: StoredRecord>(_ collection: String, _ key: String) throws -> Record? {
        guard let row = try row(in: collection, key: key) else { return nil }
        return try Record(RecordReader(row.body))
    }

    private func records<Record: StoredRecord>(
        _ collection: String,
        under parent: String,
        limit: Int
    ) throws -> [Record] {
        try rows(in: collection, under: parent, order: .ascending, after: nil, limit: limit)
            .map { try Record(RecordReader($0.body)) }
    }
}

extension DocumentLimits {
    /// The limits of bodies that the registry itself wrote.
    static let stored = DocumentLimits(bytes: 64 << 20, depth: 512, nodes: 8_000_000, stringBytes: 32 << 20)
}

/// How much of a thing the registry takes or reads at once.
package enum Limit {
    /// Answers to one submission.
    static let approvals = 1000
    /// Versions that a transitive mode compares with.
    static let history = 200
    /// Registered contracts that one contract may refer to, directly and through others.
    static let references = 200
    /// Rows of a page, at most.
    package static let page = 200
    /// Items of the catalog, and policies, of each kind.
    static let catalog = 10_000
    /// Bytes of a reason that a person gives.
    package static let reason = 2000
    /// Milliseconds for which an idempotency key is known: a day, as long as anybody tries again by itself.
    package static let idempotencyLife: Int64 = 24 * 60 * 60 * 1000
    /// Characters of an idempotency key.
    package static let idempotencyKey = 200
    /// Bytes of the name of a file that content was sent as.
    package static let fileName = 255
}
