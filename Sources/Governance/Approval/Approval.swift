package import Contracts
package import Crypto
internal import Syntax

/// A person's recorded yes or no to exactly what was looked at.
package struct Approval: Hashable, Sendable {
    /// What was said.
    package enum Answer: String, Hashable, Sendable {
        case approved
        case rejected
    }

    /// What it is about.
    package let submission: SubmissionID
    /// Who said it.
    package let person: PersonID
    /// The person's teams at that time.
    package let teams: [TeamID]
    /// What was said.
    package let answer: Answer
    /// What it is bound to: content, manifest, findings, policies, base and version at once.
    package let binding: Digest
    /// Why, in the person's words; may be empty.
    package let reason: String
    /// When.
    package let at: Instant
    /// The leaf that records it.
    package let sequence: UInt64
}

extension Approval: StoredRecord {
    var json: JSON {
        [
            "submission": .string(submission.name), "person": .string(person.name),
            "teams": .array(teams.map { .string($0.name) }), "answer": .string(answer.rawValue),
            "binding_sha256": .digest(binding), "reason": .string(reason), "at_ms": .instant(at),
            "seq": .int(Int(sequence)),
        ]
    }

    init(_ reader: RecordReader) throws(LogDamaged) {
        self.init(
            submission: try reader.value("submission", SubmissionID.init(parsing:)),
            person: try reader.value("person", PersonID.init(parsing:)),
            teams: try reader.values("teams", TeamID.init(parsing:)),
            answer: try reader.choice("answer"),
            binding: try reader.digest("binding_sha256"),
            reason: try reader.text("reason"),
            at: try reader.instant("at_ms"),
            sequence: try reader.count("seq")
        )
    }
}
