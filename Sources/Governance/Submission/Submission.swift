package import Contracts
package import Crypto
internal import Syntax

/// Names a submission: `s` and a number that rises with the log.
package struct SubmissionID: Hashable, Sendable, CustomStringConvertible {
    /// Such as `s42`.
    package let name: String

    /// Reads an id.
    ///
    /// - Throws: ``NameError`` if the text is none.
    package init(parsing text: String) throws(NameError) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "s"), (1...18).contains(digits.count),
            digits.allSatisfy({ (48...57).contains($0) })
        else { throw NameError(what: "submission", text: text, expected: "'s' and a number, such as s42") }
        name = text
    }

    /// The id of the submission that a leaf opens.
    init(leaf sequence: UInt64) { name = "s\(sequence)" }

    package var description: String { name }
}

/// A proposed change, from its opening to its end.
package struct Submission: Hashable, Sendable {
    /// Where it stands.
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Somebody has to agree.
        case pending
        /// A policy forbids it.
        case denied
        /// It became a version.
        case approved
        /// An approver said no.
        case rejected
        /// Its author took it back.
        case withdrawn
        /// Its author proposed something else instead.
        case superseded

        /// Whether nothing can happen to it any more.
        package var isFinal: Bool { self != .pending }
    }

    /// Its name.
    package let id: SubmissionID
    /// What it is proposed for.
    package let subject: Subject
    /// The version that the author declares.
    package let version: SemanticVersion
    /// Who proposed it.
    package let author: PersonID
    /// When it was opened.
    package let openedAt: Instant
    /// The content as sent, a body in the store.
    package let raw: Digest
    /// The name of the file it was sent as, or empty.
    package let file: String
    /// The manifest, a body in the store.
    package let manifestBody: Digest
    /// What was judged, and on what.
    package var judged: Judged
    /// Where it stands.
    package var state: State
    /// The leaf since which approvals are bound to what they are now: earlier ones never count again.
    package internal(set) var boundSince: UInt64

    /// Takes what a later judgement came to.
    mutating func judge(anew judged: Judged, at sequence: UInt64) {
        if judged.binding != self.judged.binding { boundSince = sequence }
        self.judged = judged
    }

    /// Whether an answer is an approval of exactly what stands now, given since it stands.
    func counts(_ approval: Approval) -> Bool {
        approval.answer == .approved && approval.binding == judged.binding && approval.sequence > boundSince
    }

    /// The digests of a judgement, as they are stored.
    package struct Judged: Hashable, Sendable {
        /// The content's normalised form.
        package let content: Digest
        /// The findings.
        package let findings: Digest
        /// The policies in force.
        package let policySet: Digest
        /// The catalog.
        package let catalog: Digest
        /// Number of the version that it was compared with, or 0.
        package let base: Int
        /// What an approval is bound to.
        package let binding: Digest
        /// The decision, a body in the store.
        package let decisionBody: Digest
        /// The verdict.
        package let verdict: Verdict
    }
}

extension Submission.Judged {
    init(_ judgement: Judgement, decisionBody: Digest) {
        self.init(
            content: judgement.content,
            findings: judgement.findings,
            policySet: judgement.policySet,
            catalog: judgement.catalog,
            base: judgement.base,
            binding: judgement.binding,
            decisionBody: decisionBody,
            verdict: judgement.decision.verdict
        )
    }

    var json: JSON {
        [
            "base": .int(base), "binding_sha256": .digest(binding), "catalog_sha256": .digest(catalog),
            "content_sha256": .digest(content), "decision_sha256": .digest(decisionBody),
            "findings_sha256": .digest(findings), "policy_set_sha256": .digest(policySet),
            "verdict": .string(verdict.rawValue),
        ]
    }

    init(_ reader: RecordReader) throws(LogDamaged) {
        self.init(
            content: try reader.digest("content_sha256"),
            findings: try reader.digest("findings_sha256"),
            policySet: try reader.digest("policy_set_sha256"),
            catalog: try reader.digest("catalog_sha256"),
            base: try reader.int("base"),
            binding: try reader.digest("binding_sha256"),
            decisionBody: try reader.digest("decision_sha256"),
            verdict: try reader.choice("verdict")
        )
    }
}

extension Submission: StoredRecord {
    var json: JSON {
        [
            "author": .string(author.name), "bound_since": .int(Int(boundSince)), "file": .string(file),
            "id": .string(id.name), "judged": judged.json, "manifest_sha256": .digest(manifestBody),
            "opened_ms": .instant(openedAt), "raw_sha256": .digest(raw), "state": .string(state.rawValue),
            "subject": .string(subject.name), "version": .string(version.description),
        ]
    }

    init(_ reader: RecordReader) throws(LogDamaged) {
        guard let judged = reader.node["judged"] else { throw LogDamaged(expected: "judged") }
        self.init(
            id: try reader.value("id", SubmissionID.init(parsing:)),
            subject: try reader.value("subject", Subject.init(parsing:)),
            version: try reader.value("version", SemanticVersion.init(parsing:)),
            author: try reader.value("author", PersonID.init(parsing:)),
            openedAt: try reader.instant("opened_ms"),
            raw: try reader.digest("raw_sha256"),
            file: try reader.text("file"),
            manifestBody: try reader.digest("manifest_sha256"),
            judged: try Judged(RecordReader(judged)),
            state: try reader.choice("state"),
            boundSince: try reader.count("bound_since")
        )
    }
}
