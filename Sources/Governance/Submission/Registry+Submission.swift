internal import Contracts
internal import Crypto
internal import Policies
internal import StorePort
internal import Syntax

/// What a submission came to.
package struct Submitted: Sendable {
    /// The submission; nil where the content is registered already and nothing was opened.
    package let submission: Submission?
    /// The judgement.
    package let judgement: Judgement
    /// The judgement's decision as JSON text.
    package let decision: [UInt8]
    /// Whether the same request was answered before.
    package let isRepeated: Bool
}

extension Submitted {
    fileprivate init(_ submission: Submission?, _ judged: JudgedProposal, isRepeated: Bool = false) {
        self.init(
            submission: submission,
            judgement: judged.judgement,
            decision: judged.decision.bytes,
            isRepeated: isRepeated
        )
    }
}

extension Registry {
    /// Judges a proposal without recording anything.
    ///
    /// - Throws: ``ContractFailure``, ``ReferenceFailure`` or ``FormatUnknown`` where it cannot be judged.
    package func check(_ proposal: Proposal, by principal: Principal) throws -> Judgement {
        try judgement(of: proposal, by: principal.person.id)
    }

    private func judgement(of proposal: Proposal, by author: PersonID) throws -> Judgement {
        let ground = try store.read { snapshot in try self.ground(for: proposal, by: author, snapshot) }
        return try judge.judge(proposal, on: ground)
    }

    /// Judges a proposal and opens a submission with it.
    ///
    /// Judged outside the writer, so that others' writes do not wait; in the write it is only made sure that what it was
    /// judged on is still so, and where it is not, it is judged again. The author's other open submissions of the subject are
    /// superseded, unless this one is denied, which ends nothing but itself. The same proposal that is open already is answered with that submission.
    ///
    /// - Throws: ``RegistryError``; ``ContractFailure``, ``ReferenceFailure`` or ``FormatUnknown`` where it cannot be
    ///   judged.
    package func submit(_ proposal: Proposal, by principal: Principal, _ request: RequestMark) async throws -> Submitted
    {
        try principal.require(.submitter)
        let author = principal.person.id
        for _ in 1..<Self.mostJudgements {
            do {
                let judged = JudgedProposal(proposal, try judgement(of: proposal, by: author))
                return try await submit(proposal, judged, by: principal, request)
            } catch is MovedMeanwhile { continue }
        }
        return try await submit(proposal, nil, by: principal, request)
    }

    /// Opens a submission; `judged` is nil where it is to be judged in the write, where nothing can move.
    private func submit(
        _ proposal: Proposal,
        _ judged: JudgedProposal?,
        by principal: Principal,
        _ request: RequestMark
    ) async throws -> Submitted {
        let author = principal.person.id
        return try await write(as: principal, request) { [self] ledger in
            if let repeated = try repeated(ledger) { return repeated }
            let now = ledger.transaction
            if let judged, try !stillHolds(judged.judgement, for: proposal, now) { throw MovedMeanwhile() }
            let current =
                try judged
                ?? JudgedProposal(proposal, judge.judge(proposal, on: ground(for: proposal, by: author, now)))
            guard current.judgement.decision.verdict != .unchanged else { return Submitted(nil, current) }
            return try open(current, by: author, ledger)
        }
    }

    /// Whether catalog, policies and base are what a judgement was made on.
    private func stillHolds(_ judgement: Judgement, for proposal: Proposal, _ now: any StoreTransaction) throws -> Bool
    {
        let (base, standing) = (try now.subject(proposal.subject)?.latest ?? 0, try standing(now))
        return base == judgement.base && standing.policies.digest == judgement.policySet
            && standing.catalogDigest == judgement.catalog
    }

    private func open(_ judged: JudgedProposal, by author: PersonID, _ ledger: Ledger) throws -> Submitted {
        let judgement = judged.judgement
        if judgement.decision.verdict != .denied, let taken = try ledger.takenVersion(judged.proposal) { throw taken }
        let digests = Submission.Judged(judgement, decisionBody: judged.decision.digest)
        for earlier in try ledger.openSubmissions(of: judged.proposal.subject, by: author) {
            guard earlier.judged != digests else {
                return Submitted(earlier, judged, isRepeated: true)
            }
            guard judgement.decision.verdict != .denied else { continue }
            try ledger.append(.submissionClosed(earlier.id, .superseded))
        }
        var submission = try ledger.submission(judged, by: author)
        try ledger.append(.submissionOpened(submission))
        if judgement.decision.verdict == .approved {
            try ledger.accept(submission)
            submission.state = .approved
        }
        return Submitted(submission, judged)
    }

    /// What the same request was answered before, as it stands now; or nil.
    private func repeated(_ ledger: Ledger) throws -> Submitted? {
        guard case .submissionOpened(let opened) = ledger.earlier?.change else { return nil }
        let submission = try ledger.submission(opened.id)
        return Submitted(
            submission: submission,
            judgement: Judgement(of: submission, try ledger.transaction.decision(of: submission)),
            decision: try ledger.transaction.body(submission.judged.decisionBody),
            isRepeated: true
        )
    }

    /// Takes a version over as it is when a subject is first registered.
    ///
    /// Only for an admin, and only while the subject's last version was taken over too: once a change went through
    /// approval, nothing goes past it any more.
    ///
    /// - Returns: The version; the one that is there where the same was taken over before.
    /// - Throws: ``RegistryError``; ``ContractFailure``, ``ReferenceFailure`` or ``FormatUnknown`` where it cannot be
    ///   read.
    package func adopt(_ proposal: Proposal, by principal: Principal, _ request: RequestMark) async throws -> Version {
        try principal.require(.admin)
        let author = principal.person.id
        let judged = JudgedProposal(proposal, try judgement(of: proposal, by: author))
        return try await write(as: principal, request) { ledger in
            if case .versionAccepted(let version) = ledger.earlier?.change { return version }
            let known = try ledger.transaction.version(named: proposal.version, of: proposal.subject)
            if let known, known.content == judged.judgement.content { return known }
            let latest = try ledger.latestVersion(of: proposal.subject)
            guard latest?.isBaseline ?? true, latest.map({ $0.version < proposal.version }) ?? true else {
                throw RegistryError(
                    .conflict,
                    "BASELINE_CLOSED",
                    "\(proposal.subject) has version \(latest?.version.description ?? "") already",
                    "submit the change and have it approved"
                )
            }
            return try ledger.accept(ledger.submission(judged, by: author), submission: "")
        }
    }

    /// Takes a pending submission back.
    ///
    /// - Throws: ``RegistryError`` if it is not pending, or the caller is not its author.
    package func withdraw(_ id: SubmissionID, by principal: Principal, _ request: RequestMark) async throws
        -> Submission
    {
        try await write(as: principal, request) { ledger in
            var submission = try ledger.submission(id)
            guard ledger.earlier == nil else { return submission }
            if let refusal = submission.endRefusal { throw refusal }
            guard submission.author == principal.person.id else {
                throw RegistryError(
                    .forbidden,
                    "NOT_AUTHOR",
                    "\(id) is by \(submission.author)",
                    "only its author can withdraw it"
                )
            }
            try ledger.append(.submissionClosed(id, .withdrawn))
            submission.state = .withdrawn
            return submission
        }
    }
}
