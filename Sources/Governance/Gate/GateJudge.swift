internal import Contracts
internal import StorePort

/// Asks of every contract of a release whether it may be relied on.
struct GateJudge {
    let snapshot: any StoreSnapshot
    let catalog: Catalog

    func answer(_ lock: Lockfile, to environment: EnvironmentID) throws -> GateAnswer {
        var seen: [(GateVerdict, Reason)] = unknownNames(lock, environment)
        for entry in lock.provides { if let no = try objection(entry, "provides") { seen.append(no) } }
        for entry in lock.consumes { if let no = try objection(entry, "consumes") { seen.append(no) } }
        let verdict = seen.map(\.0).min { $0.precedence < $1.precedence } ?? .allowed
        return GateAnswer(verdict: verdict, reasons: seen.sorted { $0.0.precedence < $1.0.precedence }.map(\.1))
    }

    private func unknownNames(_ lock: Lockfile, _ environment: EnvironmentID) -> [(GateVerdict, Reason)] {
        var seen: [(GateVerdict, Reason)] = []
        if !catalog.has(.environments, environment.name) {
            let known = catalog.environments.keys.sorted().map(\.name).joined(separator: ", ")
            seen.append(
                (
                    .unknown,
                    Reason(
                        "ENVIRONMENT_UNKNOWN",
                        "environment '\(environment)' is not in the catalog",
                        remedy: "use one of: \(known)"
                    )
                )
            )
        }
        if !catalog.has(.applications, lock.application.name) {
            seen.append(
                (
                    .unknown,
                    Reason(
                        "APPLICATION_UNKNOWN",
                        "application '\(lock.application)' is not in the catalog",
                        remedy: "declare it in a catalog file and apply it"
                    )
                )
            )
        }
        if lock.provides.isEmpty, lock.consumes.isEmpty {
            seen.append(
                (.unknown, Reason("LOCK_EMPTY", "the lockfile lists no contract", remedy: "write it with 'canon lock'"))
            )
        }
        return seen
    }

    /// What stands against one contract, or nil.
    private func objection(_ entry: Lockfile.Entry, _ role: String) throws -> (GateVerdict, Reason)? {
        let name = "\(entry.subject) \(entry.version)"
        if let version = try snapshot.version(named: entry.version, of: entry.subject) {
            guard version.content == entry.digest else {
                return (
                    .denied,
                    Reason(
                        "LOCK_STALE",
                        "the release \(role) \(name) with digest \(entry.digest), and the registry holds \(version.content)",
                        path: entry.subject.name,
                        remedy: "build against the registered content and write the lockfile again"
                    )
                )
            }
            return nil
        }
        if let objection = try objection(ofProposals: entry, name, role) { return objection }
        guard try snapshot.subject(entry.subject) != nil else {
            return (
                .unknown,
                Reason(
                    "SUBJECT_UNKNOWN",
                    "the release \(role) \(entry.subject), which is not registered",
                    path: entry.subject.name,
                    remedy: "submit it first"
                )
            )
        }
        return (
            .unknown,
            Reason(
                "VERSION_UNKNOWN",
                "the release \(role) \(name), which is neither registered nor proposed at present",
                path: entry.subject.name,
                remedy: "submit it, or build against a version that is registered"
            )
        )
    }

    /// What stands against a contract that is proposed and not registered, or nil where nobody proposes it.
    ///
    /// Of the proposals, that of the release's own content counts: one that is pending before one that ended.
    private func objection(
        ofProposals entry: Lockfile.Entry,
        _ name: String,
        _ role: String
    ) throws -> (GateVerdict, Reason)? {
        let proposals = try proposals(of: entry)
        let same = proposals.filter { $0.judged.content == entry.digest }
        if let counting = same.first(where: { $0.state == .pending }) ?? same.first {
            return try objection(counting, name, role)
        }
        guard let other = proposals.first else { return nil }
        return (
            .denied,
            Reason(
                "LOCK_STALE",
                "the release \(role) \(name) with digest \(entry.digest), and \(other.id) proposes \(other.judged.content)",
                path: entry.subject.name,
                remedy: "build against what is proposed and write the lockfile again"
            )
        )
    }

    /// The proposals of a version that were not taken back, latest first.
    private func proposals(of entry: Lockfile.Entry) throws -> [Submission] {
        try snapshot.rows(
            in: "submission",
            under: entry.subject.name,
            order: .descending,
            after: nil,
            limit: Limit.page
        )
        .map { try Submission(RecordReader($0.body)) }
        .filter { $0.version == entry.version && $0.state != .superseded && $0.state != .withdrawn }
    }

    private func objection(_ submission: Submission, _ name: String, _ role: String) throws -> (GateVerdict, Reason) {
        let path = submission.subject.name
        guard submission.state == .pending else {
            return (
                .denied,
                Reason(
                    "NOT_APPROVED",
                    "the release \(role) \(name), and \(submission.id) was \(submission.state.rawValue)",
                    path: path,
                    remedy: "see 'canon show \(submission.id)'"
                )
            )
        }
        let missing = try missingTeams(submission)
        return (
            .pending,
            Reason(
                "APPROVAL_PENDING",
                "the release \(role) \(name), and \(submission.id) still needs \(missing.joined(separator: ", "))",
                path: path,
                owner: missing.first.flatMap { try? TeamID(parsing: $0) },
                remedy: "have it approved: 'canon show \(submission.id)'"
            )
        )
    }

    private func missingTeams(_ submission: Submission) throws -> [String] {
        let decision = try snapshot.decision(of: submission)
        let approvals = try snapshot.standingApprovals(of: submission)
        let fulfilment = Fulfilment(decision.requirements, approvals: approvals.map { ($0.person, $0.teams) })
        return fulfilment.lines.filter { !$0.isSatisfied }.flatMap(\.requirement.teams).map(\.name)
    }
}
