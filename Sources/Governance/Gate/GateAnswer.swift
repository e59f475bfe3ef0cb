package import Contracts
package import Crypto
package import Syntax

/// What the gate says.
package enum GateVerdict: String, Hashable, Sendable, CaseIterable {
    /// The release may go out.
    case allowed = "ALLOWED"
    /// It may not.
    case denied = "DENIED"
    /// Somebody has to agree first.
    case pending = "PENDING"
    /// The registry does not know enough to say.
    case unknown = "UNKNOWN"

    /// Which of several counts: the smallest.
    var precedence: Int {
        switch self {
        case .denied: 0
        case .unknown: 1
        case .pending: 2
        case .allowed: 3
        }
    }
}

/// The gate's answer with its reasons.
package struct GateAnswer: Hashable, Sendable {
    /// The verdict.
    package let verdict: GateVerdict
    /// Why; empty only where everything is in order.
    package let reasons: [Reason]

    /// An answer.
    package init(verdict: GateVerdict, reasons: [Reason]) {
        self.verdict = verdict
        self.reasons = reasons
    }

    /// `{"decision", "reasons"}`.
    package var json: JSON {
        ["decision": .string(verdict.rawValue), "reasons": .array(reasons.map(\.json))]
    }
}

/// The record of one answer.
package struct GateRecord: Hashable, Sendable {
    /// Its name: `g` and the number of its leaf.
    package let id: String
    /// The application.
    package let application: ApplicationID
    /// The release.
    package let release: String
    /// Where it would go.
    package let environment: EnvironmentID
    /// Digest of the lockfile as sent, a body in the store.
    package let lock: Digest
    /// What was said.
    package let verdict: GateVerdict
    /// Digest of the answer with its reasons, a body in the store.
    package let answerBody: Digest
    /// The policies in force at that time.
    package let policySet: Digest
    /// Who asked.
    package let person: PersonID
    /// When.
    package let at: Instant
}

extension GateRecord: StoredRecord {
    var json: JSON {
        [
            "id": .string(id), "application": .string(application.name), "release": .string(release),
            "environment": .string(environment.name), "lock_sha256": .digest(lock),
            "verdict": .string(verdict.rawValue),
            "answer_sha256": .digest(answerBody), "policy_set_sha256": .digest(policySet),
            "person": .string(person.name), "at_ms": .instant(at),
        ]
    }

    init(_ reader: RecordReader) throws(LogDamaged) {
        self.init(
            id: try reader.text("id"),
            application: try reader.value("application", ApplicationID.init(parsing:)),
            release: try reader.text("release"),
            environment: try reader.value("environment", EnvironmentID.init(parsing:)),
            lock: try reader.digest("lock_sha256"),
            verdict: try reader.choice("verdict"),
            answerBody: try reader.digest("answer_sha256"),
            policySet: try reader.digest("policy_set_sha256"),
            person: try reader.value("person", PersonID.init(parsing:)),
            at: try reader.instant("at_ms")
        )
    }
}
