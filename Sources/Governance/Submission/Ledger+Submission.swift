internal import Audit
internal import Compatibility
internal import Contracts
internal import Crypto
internal import StorePort
internal import Syntax

extension Ledger {
    /// A submission of a proposal with its bodies stored; recorded once its event is appended.
    func submission(_ judged: JudgedProposal, by author: PersonID) throws -> Submission {
        let (proposal, judgement) = (judged.proposal, judged.judgement)
        for body in [judged.content, judged.manifest, judged.decision] { try transaction.put(body) }
        return Submission(
            id: SubmissionID(leaf: nextSequence),
            subject: proposal.subject,
            version: proposal.version,
            author: author,
            openedAt: now,
            raw: judged.content.digest,
            file: proposal.content.file ?? "",
            manifestBody: judged.manifest.digest,
            judged: Submission.Judged(judgement, decisionBody: judged.decision.digest),
            state: judgement.decision.verdict == .denied ? .denied : .pending
        )
    }

    /// A judgement's digests, its decision stored.
    func stored(_ judgement: Judgement) throws -> Submission.Judged {
        let decision = judgement.decision.body
        try transaction.put(decision)
        return Submission.Judged(judgement, decisionBody: decision.digest)
    }

    /// Makes a submission a version and closes it.
    func accept(_ submission: Submission) throws {
        try accept(submission, submission: submission.id.name)
        try append(.submissionClosed(submission.id, .approved))
    }

    /// Makes content a version; `name` is the submission that it comes from, empty for one that is taken over.
    @discardableResult
    func accept(_ submission: Submission, submission name: String) throws -> Version {
        let latest = try latestVersion(of: submission.subject)
        let version = Version(
            subject: submission.subject,
            number: (latest?.number ?? 0) + 1,
            version: submission.version,
            raw: submission.raw,
            content: submission.judged.content,
            manifestBody: submission.manifestBody,
            format: try transaction.manifest(submission.manifestBody).format,
            file: submission.file,
            submission: name,
            acceptedAt: now
        )
        try append(.versionAccepted(version))
        return version
    }

    /// The latest version of a subject, or nil.
    func latestVersion(of subject: Subject) throws -> Version? {
        guard let record = try transaction.subject(subject) else { return nil }
        return try transaction.version(record.latest, of: subject)
    }

    /// A submission that can still be decided.
    ///
    /// - Throws: ``RegistryError`` if there is none of that name, or it has ended.
    func pending(_ id: SubmissionID) throws -> Submission {
        guard let submission = try transaction.submission(id) else {
            throw RegistryError(.missing, "SUBMISSION_UNKNOWN", "there is no submission '\(id)'", "see 'canon history'")
        }
        guard !submission.state.isFinal else {
            throw RegistryError(
                .conflict,
                "SUBMISSION_CLOSED",
                "\(id) is \(submission.state.rawValue)",
                "nothing can change that; submit a new proposal"
            )
        }
        return submission
    }

    /// The submissions of a subject by an author that are pending.
    func openSubmissions(of subject: Subject, by author: PersonID) throws -> [Submission] {
        try transaction.rows(in: "open", under: subject.name, order: .ascending, after: nil, limit: Limit.approvals)
            .compactMap { try transaction.submission(SubmissionID(parsing: $0.key)) }
            .filter { $0.author == author }
    }

    /// The event that answered the same request before, or nil.
    ///
    /// - Throws: ``RegistryError`` if the key was used for another request.
    func answerOfRepeatedRequest() throws -> Event? {
        guard let key = request.idempotencyKey, let asked = request.bodyDigest,
            let row = try transaction.row(in: "idempotency", key: "\(actor)/\(key)")
        else { return nil }
        let reader = try RecordReader(row.body)
        guard try reader.digest("body_sha256") == asked else {
            throw RegistryError(
                .invalid,
                "IDEMPOTENCY_KEY_REUSED",
                "idempotency key '\(key)' was used for another request",
                "use a new key for each request, and the same key only to repeat one"
            )
        }
        guard let leaf = try transaction.leaf(UInt64(try reader.int("seq"))) else { throw LogDamaged(expected: "leaf") }
        return try Event(leaf: leaf.bytes)
    }
}
