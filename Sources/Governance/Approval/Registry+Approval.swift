internal import Compatibility
package import Contracts
package import Crypto
internal import Policies
package import StorePort

/// What an approval or a rejection came to.
package struct Answered: Sendable {
    /// The submission afterwards.
    package let submission: Submission
    /// The decision that it stands on.
    package let decision: Decision
    /// Which requirements are satisfied by whom.
    package let fulfilment: Fulfilment
    /// The recorded answer.
    package let approval: Approval
    /// The version that the submission became, if this was the last approval needed.
    package let version: Version?
}

extension Registry {
    /// Records that somebody agrees to exactly what was looked at.
    ///
    /// - Parameters:
    ///   - id: The submission.
    ///   - binding: What was looked at, as the submission showed it; nothing else is approved.
    ///   - reason: Why, in the person's words.
    ///   - principal: Who agrees; never the author, never a service account, always of a team that is asked.
    ///   - request: The request.
    /// - Returns: What it came to; the version, if this was the last approval needed.
    /// - Throws: ``RegistryError``; a refused attempt is recorded too.
    package func approve(
        _ id: SubmissionID,
        binding: Digest,
        reason: String,
        by principal: Principal,
        _ request: RequestMark
    ) async throws -> Answered {
        try await answer(id, .approved, binding: binding, reason: reason, by: principal, request)
    }

    /// Records that somebody does not agree; the submission ends with it.
    ///
    /// - Throws: ``RegistryError``; a refused attempt is recorded too.
    package func reject(
        _ id: SubmissionID,
        binding: Digest,
        reason: String,
        by principal: Principal,
        _ request: RequestMark
    ) async throws -> Answered {
        try await answer(id, .rejected, binding: binding, reason: reason, by: principal, request)
    }

    private func answer(
        _ id: SubmissionID,
        _ answer: Approval.Answer,
        binding: Digest,
        reason: String,
        by principal: Principal,
        _ request: RequestMark
    ) async throws -> Answered {
        guard reason.utf8.count <= Limit.reason else {
            throw RegistryError(.invalid, "REASON_TOO_LONG", "a reason has at most \(Limit.reason) bytes", "shorten it")
        }
        for _ in 1..<Self.mostJudgements {
            do {
                let needed = try store.read { try judgementNeeded(id, $0) }
                let prepared = Prepared.before(try needed.map { try judge.judge($0.0, on: $0.1) })
                return try await self.answer(id, answer, binding: binding, reason, by: principal, request, prepared)
            } catch is MovedMeanwhile { continue }
        }
        return try await self.answer(id, answer, binding: binding, reason, by: principal, request, .inTheWrite)
    }

    private func answer(
        _ id: SubmissionID,
        _ answer: Approval.Answer,
        binding: Digest,
        _ reason: String,
        by principal: Principal,
        _ request: RequestMark,
        _ prepared: Prepared
    ) async throws -> Answered {
        // The refusal is recorded, so the write goes through and the error comes afterwards.
        let outcome = try await write(as: principal, request) { [self] ledger -> Result<Answered, RegistryError> in
            let known = try ledger.submission(id)
            if let repeated = try repeatedAnswer(known, ledger) { return .success(repeated) }
            let submission = try judgedAnew(known, prepared, ledger)
            let attempt = Attempt(
                answer: answer,
                submission: submission,
                decision: try ledger.transaction.decision(of: submission),
                binding: binding,
                principal: principal
            )
            if let refusal = try refusal(of: attempt, before: known, ledger) {
                try ledger.append(.approvalRefused(id, principal.person.id, code: refusal.code))
                return .failure(refusal)
            }
            return .success(try record(reason, attempt, ledger))
        }
        return try outcome.get()
    }

    /// Why an attempt is refused, or nil; `before` is the submission as it was when the attempt came in.
    private func refusal(of attempt: Attempt, before: Submission, _ ledger: Ledger) throws -> RegistryError? {
        let submission = attempt.submission
        if !before.state.isFinal, submission.state == .denied { return Self.denied(submission) }
        let approvals = try ledger.transaction.standingApprovals(of: submission)
        if let refusal = attempt.refusal(known: approvals) { return refusal }
        return attempt.answer == .approved ? try ledger.takenVersion(submission.version, of: submission.subject) : nil
    }

    /// What the same request was answered before, with what stands now; or nil.
    private func repeatedAnswer(_ submission: Submission, _ ledger: Ledger) throws -> Answered? {
        guard case .approvalGiven(let approval) = ledger.earlier?.change else { return nil }
        let decision = try ledger.transaction.decision(of: submission)
        let version = try ledger.transaction.version(named: submission.version, of: submission.subject)
        return Answered(
            submission: submission,
            decision: decision,
            fulfilment: try fulfilment(of: submission, decision, ledger.transaction),
            approval: approval,
            version: version?.submission == submission.id.name ? version : nil
        )
    }

    /// Whether catalog, policies or base are no longer those that a pending submission was judged on.
    func isStale(_ submission: Submission, _ now: any StoreSnapshot) throws -> Bool {
        guard !submission.state.isFinal else { return false }
        return try !holds(
            base: submission.judged.base,
            submission.judged.policySet,
            submission.judged.catalog,
            of: submission,
            now
        )
    }

    /// Whether base, policies and catalog of a submission's judgement are those of the present.
    private func holds(
        base: Int,
        _ policySet: Digest,
        _ catalog: Digest,
        of submission: Submission,
        _ now: any StoreSnapshot
    ) throws -> Bool {
        let (latest, standing) = (try now.subject(submission.subject)?.latest ?? 0, try standing(now))
        return base == latest && policySet == standing.policies.digest && catalog == standing.catalogDigest
    }

    /// What a pending submission has to be judged on again, where what it was judged on moved; else nil.
    private func judgementNeeded(_ id: SubmissionID, _ now: any StoreSnapshot) throws -> (Proposal, Ground)? {
        guard let submission = try now.submission(id), try isStale(submission, now) else { return nil }
        return try groundAnew(submission, now)
    }

    private func groundAnew(_ submission: Submission, _ now: any StoreSnapshot) throws -> (Proposal, Ground) {
        let proposal = Proposal(
            manifest: try now.manifest(submission.manifestBody),
            version: submission.version,
            content: .init(try now.body(submission.raw), file: submission.file.isEmpty ? nil : submission.file)
        )
        return (proposal, try ground(for: proposal, by: submission.author, now))
    }

    /// Takes over what a pending submission was judged to be anew, where what it was judged on moved.
    ///
    /// - Throws: ``MovedMeanwhile`` where it moved since the judgement was made.
    private func judgedAnew(_ submission: Submission, _ prepared: Prepared, _ ledger: Ledger) throws -> Submission {
        let now = ledger.transaction
        guard try isStale(submission, now) else { return submission }
        let judgement = try judgement(of: submission, prepared, now)
        try ledger.append(.submissionJudged(submission.id, ledger.stored(judgement)))
        if judgement.decision.verdict == .denied { try ledger.append(.submissionClosed(submission.id, .denied)) }
        return try ledger.submission(submission.id)
    }

    private func judgement(
        of submission: Submission,
        _ prepared: Prepared,
        _ now: any StoreSnapshot
    ) throws -> Judgement {
        switch prepared {
        case .inTheWrite:
            let (proposal, ground) = try groundAnew(submission, now)
            return try judge.judge(proposal, on: ground)
        case .before(let made):
            guard let made, try holds(base: made.base, made.policySet, made.catalog, of: submission, now) else {
                throw MovedMeanwhile()
            }
            return made
        }
    }

    private static func denied(_ submission: Submission) -> RegistryError {
        RegistryError(
            .conflict,
            "SUBMISSION_DENIED",
            "catalog, policies or base changed since \(submission.id) was judged, and now it is denied",
            "see why with 'canon show \(submission.id)', and submit a new proposal"
        )
    }

    private func record(
        _ reason: String,
        _ attempt: Attempt,
        _ ledger: Ledger
    ) throws -> Answered {
        var submission = attempt.submission
        let approval = Approval(
            submission: submission.id,
            person: attempt.principal.person.id,
            teams: attempt.principal.person.teams,
            answer: attempt.answer,
            binding: submission.judged.binding,
            reason: reason,
            at: ledger.now,
            sequence: ledger.nextSequence
        )
        try ledger.append(.approvalGiven(approval))
        let fulfilment = try fulfilment(of: submission, attempt.decision, ledger.transaction)
        var version: Version?
        if attempt.answer == .rejected {
            try ledger.append(.submissionClosed(submission.id, .rejected))
            submission.state = .rejected
        } else if fulfilment.isComplete, attempt.decision.verdict == .pending {
            try ledger.accept(submission)
            version = try ledger.latestVersion(of: submission.subject)
            submission.state = .approved
        }
        return Answered(
            submission: submission,
            decision: attempt.decision,
            fulfilment: fulfilment,
            approval: approval,
            version: version
        )
    }

    /// Which requirements of a decision are satisfied: by approvals of exactly what stands now.
    package func fulfilment(
        of submission: Submission,
        _ decision: Decision,
        _ snapshot: any StoreSnapshot
    ) throws -> Fulfilment {
        let approvals = try snapshot.standingApprovals(of: submission)
        return Fulfilment(decision.requirements, approvals: approvals.map { ($0.person, $0.teams) })
    }
}

/// A judgement for an answer to a submission: made before the write, so that others' writes do not wait for it.
private enum Prepared {
    /// Made before; nil where none was needed then.
    case before(Judgement?)
    /// To be made in the write, where nothing can move.
    case inTheWrite
}

/// Somebody's attempt to answer a submission.
private struct Attempt {
    let answer: Approval.Answer
    let submission: Submission
    let decision: Decision
    let binding: Digest
    let principal: Principal

    /// Why the attempt is refused, or nil if it counts.
    func refusal(known approvals: [Approval]) -> RegistryError? {
        identityRefusal ?? submission.endRefusal ?? bindingRefusal ?? emptyRefusal ?? teamRefusal
            ?? repetition(approvals)
    }

    private var identityRefusal: RegistryError? {
        let person = principal.person
        guard !person.isService else {
            return RegistryError(
                .forbidden,
                "SERVICE_ACCOUNT",
                "'\(person.id)' is a service account, which never approves",
                "a person has to look at it"
            )
        }
        guard principal.roles.contains(.approver) else {
            return RegistryError(
                .forbidden,
                "ROLE_MISSING",
                "'\(person.id)' has not the role approver with this token",
                "use a token of somebody who has it"
            )
        }
        guard person.id != submission.author else {
            return RegistryError(
                .forbidden,
                "SELF_APPROVAL",
                "'\(person.id)' submitted \(submission.id) and cannot answer it",
                "another person has to look at it"
            )
        }
        return nil
    }

    private var bindingRefusal: RegistryError? {
        guard binding != submission.judged.binding else { return nil }
        return RegistryError(
            .conflict,
            "BINDING_STALE",
            "\(submission.id) is not what was looked at any more: its content, findings, policies or base changed",
            "look at it again ('canon show \(submission.id)') and answer what stands there now"
        )
    }

    /// Somebody else's proposal brought the same content in, so that nothing is left to agree to.
    private var emptyRefusal: RegistryError? {
        guard decision.verdict == .unchanged else { return nil }
        return RegistryError(
            .conflict,
            "ALREADY_REGISTERED",
            "what \(submission.id) proposes is registered already",
            "its author \(submission.author) can withdraw it"
        )
    }

    private var teamRefusal: RegistryError? {
        let asked = Set(decision.requirements.flatMap(\.teams))
        guard asked.isDisjoint(with: principal.person.teams) else { return nil }
        let names = asked.sorted().map(\.name).joined(separator: ", ")
        return RegistryError(
            .forbidden,
            "NOT_ASKED",
            "'\(principal.person.id)' is in none of the teams that are asked: \(names)",
            "one of them has to answer"
        )
    }

    private func repetition(_ approvals: [Approval]) -> RegistryError? {
        guard answer == .approved, approvals.contains(where: { $0.person == principal.person.id }) else { return nil }
        return RegistryError(
            .conflict,
            "ALREADY_APPROVED",
            "'\(principal.person.id)' has approved this already",
            "another person has to approve for the other requirements"
        )
    }
}
