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
            state: judgement.decision.verdict == .denied ? .denied : .pending,
            boundSince: nextSequence
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

    /// Why the version that a proposal declares cannot be used, or nil: a version never changes.
    func takenVersion(_ proposal: Proposal) throws -> RegistryError? {
        try takenVersion(proposal.version, of: proposal.subject)
    }

    /// The same for a version of a subject.
    func takenVersion(_ version: SemanticVersion, of subject: Subject) throws -> RegistryError? {
        guard try transaction.subject(subject) != nil, try transaction.version(named: version, of: subject) != nil
        else {
            return nil
        }
        return RegistryError(
            .conflict,
            "VERSION_EXISTS",
            "\(subject) has a version \(version), and a version never changes",
            "submit the change under a version of its own"
        )
    }

    /// A submission.
    ///
    /// - Throws: ``RegistryError`` if there is none of that name.
    func submission(_ id: SubmissionID) throws -> Submission {
        guard let submission = try transaction.submission(id) else {
            throw RegistryError(.missing, "SUBMISSION_UNKNOWN", "there is no submission '\(id)'", "see 'canon history'")
        }
        return submission
    }

    /// The submissions of a subject by an author that are pending.
    func openSubmissions(of subject: Subject, by author: PersonID) throws -> [Submission] {
        try transaction.rows(in: "open", under: subject.name, order: .ascending, after: nil, limit: Limit.approvals)
            .compactMap { try transaction.submission(SubmissionID(parsing: $0.key)) }
            .filter { $0.author == author }
    }
}

extension Submission {
    /// Why nothing can happen to the submission any more, or nil.
    var endRefusal: RegistryError? {
        guard state.isFinal else { return nil }
        return RegistryError(
            .conflict,
            "SUBMISSION_CLOSED",
            "\(id) is \(state.rawValue)",
            "nothing can change that; submit a new proposal"
        )
    }
}
