internal import Audit
internal import Contracts
internal import Crypto
internal import Governance
internal import Syntax

extension Render {
    static func record(_ record: AuditRecord) throws -> JSON {
        [
            "record": .int(Int(record.event.sequence)), "time": .string(record.event.time.description),
            "actor": .string(record.event.actor.name), "action": .string(record.event.change.action),
            "subject": .string(record.event.change.about), "hash": .string(record.hash.description),
            "leaf": .string(String(decoding: record.leaf, as: UTF8.self)),
        ]
    }

    static func proven(_ proven: ProvenRecord) -> JSON {
        [
            "record": .int(Int(proven.record.event.sequence)),
            "leaf": .string(String(decoding: proven.record.leaf, as: UTF8.self)),
            "hash": .string(proven.record.hash.description), "checkpoint": .string(proven.checkpoint.text),
            "proof": [
                "index": .int(Int(proven.proof.index)), "size": .int(Int(proven.proof.size)),
                "path": .array(proven.proof.path.map { .string($0.description) }),
            ],
        ]
    }

    static func consistency(_ proof: ConsistencyProof) -> JSON {
        [
            "from": .int(Int(proof.oldSize)), "to": .int(Int(proof.newSize)),
            "path": .array(proof.path.map { .string($0.description) }),
        ]
    }

    static func verification(_ verification: LogVerification) -> JSON {
        [
            "sound": .bool(verification.fault == nil), "size": .int(Int(verification.head.size)),
            "root": .string(verification.head.root.description),
            "fault": .optional(verification.fault.map { "\($0)" }),
        ]
    }

    static func exportHeader(_ checkpoint: Checkpoint) -> JSON {
        ["export": "canon-audit/1", "checkpoint": .string(checkpoint.text)]
    }
}
