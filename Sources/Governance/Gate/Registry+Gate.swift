package import Contracts
internal import Crypto
internal import Policies
internal import StorePort
internal import Syntax

extension Registry {
    /// Answers whether a release may go to an environment, and records the answer.
    ///
    /// Answered inside the write, so that what it says is true at the moment it is recorded.
    ///
    /// - Parameters:
    ///   - lockfile: The lockfile's text.
    ///   - environment: Where the release would go.
    ///   - principal: Who asks; has the role release.
    ///   - request: The request; with an idempotency key the same question is answered with the same record.
    /// - Returns: The answer and its record.
    /// - Throws: ``ContractFailure`` where the lockfile cannot be read; ``RegistryError``.
    package func gate(
        _ lockfile: [UInt8],
        to environment: EnvironmentID,
        by principal: Principal,
        _ request: RequestMark
    ) async throws -> (answer: GateAnswer, record: GateRecord) {
        try principal.require(.release)
        let lock = try Self.lockfile(lockfile)
        return try await write(as: principal, request) { [self] ledger in
            if let known = try repeatedGate(ledger) { return known }
            let standing = try standing(ledger.transaction)
            let answer = try GateJudge(snapshot: ledger.transaction, catalog: standing.catalog).answer(
                lock,
                to: environment
            )
            let record = GateRecord(
                id: "g\(ledger.nextSequence)",
                application: lock.application,
                release: lock.release,
                environment: environment,
                lock: try ledger.transaction.putBlob(lockfile),
                verdict: answer.verdict,
                answerBody: try ledger.transaction.putBlob(CanonicalJSON.bytes(of: answer.json, numbers: .exact)),
                policySet: standing.policies.digest,
                person: principal.person.id,
                at: ledger.now
            )
            try ledger.append(.gateAnswered(record))
            return (answer, record)
        }
    }

    /// A recorded answer with its reasons.
    ///
    /// - Throws: ``RegistryError`` if there is none of that name.
    package func gateRecord(_ id: String) throws -> (answer: GateAnswer, record: GateRecord) {
        try store.read { snapshot in
            guard let record = try snapshot.gate(id) else {
                throw RegistryError(
                    .missing,
                    "GATE_UNKNOWN",
                    "there is no gate answer '\(id.prefix(40))'",
                    "see 'canon audit log --action gate.answered'"
                )
            }
            return (try snapshot.answer(of: record), record)
        }
    }

    private static func lockfile(_ bytes: [UInt8]) throws(ContractFailure) -> Lockfile {
        let document: Document
        do throws(SyntaxFailure) { document = try Document.json(bytes) } catch { throw ContractFailure(error) }
        return try Lockfile(document.root)
    }

    private func repeatedGate(_ ledger: Ledger) throws -> (answer: GateAnswer, record: GateRecord)? {
        guard case .gateAnswered(let record) = ledger.earlier?.change else { return nil }
        return (try ledger.transaction.answer(of: record), record)
    }
}

extension StoreSnapshot {
    fileprivate func answer(of record: GateRecord) throws -> GateAnswer {
        guard let document = try? Document.json(try body(record.answerBody), limits: .stored) else {
            throw LogDamaged(expected: "answer")
        }
        let reasons = document.root["reasons"]?.elements.compactMap(Reason.init) ?? []
        return GateAnswer(verdict: record.verdict, reasons: reasons)
    }
}
