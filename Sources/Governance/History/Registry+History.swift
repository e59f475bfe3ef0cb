package import Contracts
internal import Crypto
internal import Policies
internal import StorePort

extension Registry {
    /// The subjects in order of their names.
    package func subjects(_ page: PageRequest) throws -> Page<SubjectRecord> {
        try store.read { snapshot in
            let rows = try snapshot.rows(in: "subject", after: page.cursor, limit: page.limit)
            let records = try rows.map { try SubjectRecord(RecordReader($0.body)) }
            return Page(items: records, next: rows.count < page.limit ? nil : rows.last?.key)
        }
    }

    /// What is in force for a subject, with its manifest.
    ///
    /// - Throws: ``RegistryError`` if it is not registered.
    package func subject(_ subject: Subject) throws -> (record: SubjectRecord, manifest: Manifest) {
        try store.read { snapshot in
            guard let record = try snapshot.subject(subject) else { throw Self.unknown(subject) }
            return (record, try snapshot.manifest(record.manifestBody))
        }
    }

    /// The versions of a subject, latest first.
    ///
    /// - Throws: ``RegistryError`` if the subject is not registered.
    package func versions(of subject: Subject, _ page: PageRequest) throws -> Page<Version> {
        try list("version", under: subject.name, page) { try Version(RecordReader($0)) }
    }

    /// A version by its name such as `1.2.0`, by its number such as `3`, or the latest.
    ///
    /// - Throws: ``RegistryError`` if there is none.
    package func version(_ name: String, of subject: Subject) throws -> Version {
        try store.read { try Self.version(name, of: subject, $0) }
    }

    /// A version with its content as it was sent.
    ///
    /// - Throws: ``RegistryError`` if there is none.
    package func content(of name: String, of subject: Subject) throws -> (version: Version, bytes: [UInt8]) {
        try store.read { snapshot in
            let version = try Self.version(name, of: subject, snapshot)
            return (version, try snapshot.body(version.raw))
        }
    }

    private static func version(_ name: String, of subject: Subject, _ snapshot: any StoreSnapshot) throws -> Version {
        guard let record = try snapshot.subject(subject) else { throw unknown(subject) }
        let number =
            name == "latest" ? record.latest : name.utf8.allSatisfy { (48...57).contains($0) } ? Int(name) : nil
        let semantic = number == nil ? try? SemanticVersion(parsing: name) : nil
        let found =
            try number.map { try snapshot.version($0, of: subject) }
            ?? semantic.map { try snapshot.version(named: $0, of: subject) } ?? nil
        guard let version = found else {
            throw RegistryError(
                .missing,
                "VERSION_UNKNOWN",
                "\(subject) has no version '\(name.prefix(40))'; the latest is \(record.version)",
                "use a version such as 1.2.0, a number such as 3, or 'latest'"
            )
        }
        return version
    }

    private static func unknown(_ subject: Subject) -> RegistryError {
        RegistryError(.missing, "SUBJECT_UNKNOWN", "\(subject) is not registered", "see 'canon history' for what is")
    }

    /// The submissions of a subject, latest first.
    package func submissions(of subject: Subject, _ page: PageRequest) throws -> Page<Submission> {
        try list("submission", under: subject.name, page) { try Submission(RecordReader($0)) }
    }

    /// The submissions that wait for somebody, of all subjects, in order of their names.
    package func openSubmissions(_ page: PageRequest) throws -> Page<Submission> {
        try store.read { snapshot in
            let rows = try snapshot.rows(in: "open", after: page.cursor, limit: page.limit)
            let items = try rows.compactMap { try snapshot.submission(SubmissionID(parsing: $0.key)) }
            return Page(items: items, next: rows.count < page.limit ? nil : rows.last?.key)
        }
    }

    private func list<Item: Sendable>(
        _ collection: String,
        under parent: String,
        _ page: PageRequest,
        _ read: ([UInt8]) throws -> Item
    ) throws -> Page<Item> {
        let cursor = try page.rowCursor()
        return try store.read { snapshot in
            let rows = try snapshot.rows(
                in: collection,
                under: parent,
                order: .descending,
                after: cursor,
                limit: page.limit
            )
            let items = try rows.map { try read($0.body) }
            return Page(items: items, next: rows.count < page.limit ? nil : rows.last?.cursor.text)
        }
    }
}

/// A submission with all that was said about it.
package struct Dossier: Sendable {
    /// The submission.
    package let submission: Submission
    /// Its manifest.
    package let manifest: Manifest
    /// Its decision.
    package let decision: Decision
    /// Which requirements are satisfied by whom.
    package let fulfilment: Fulfilment
    /// All answers, those to earlier states too.
    package let approvals: [Approval]
    /// Whether catalog, policies or base moved since it was judged, so that it will be judged again when answered.
    package let isStale: Bool
}

extension Registry {
    /// A submission with all that was said about it.
    ///
    /// - Throws: ``RegistryError`` if there is none of that name.
    package func dossier(_ id: SubmissionID) throws -> Dossier {
        try store.read { snapshot in
            guard let submission = try snapshot.submission(id) else {
                throw RegistryError(
                    .missing,
                    "SUBMISSION_UNKNOWN",
                    "there is no submission '\(id)'",
                    "see 'canon history'"
                )
            }
            let decision = try snapshot.decision(of: submission)
            return Dossier(
                submission: submission,
                manifest: try snapshot.manifest(submission.manifestBody),
                decision: decision,
                fulfilment: try fulfilment(of: submission, decision, snapshot),
                approvals: try snapshot.approvals(of: id),
                isStale: try isStale(submission, snapshot)
            )
        }
    }

    /// The content of a submission as it was sent.
    ///
    /// - Throws: ``RegistryError`` if there is no such submission.
    package func content(of id: SubmissionID) throws -> [UInt8] {
        try store.read { snapshot in
            guard let submission = try snapshot.submission(id) else {
                throw RegistryError(
                    .missing,
                    "SUBMISSION_UNKNOWN",
                    "there is no submission '\(id)'",
                    "see 'canon history'"
                )
            }
            return try snapshot.body(submission.raw)
        }
    }
}
