internal import Contracts
internal import Crypto
internal import Governance
internal import Syntax

extension Render {
    static func submission(_ submission: Submission) -> JSON { .object(members(submission)) }

    private static func members(_ submission: Submission) -> [JSON.Member] {
        [
            .init("id", .string(submission.id.name)), .init("subject", .string(submission.subject.name)),
            .init("version", .string(submission.version.description)),
            .init("state", .string(submission.state.rawValue)),
            .init("verdict", .string(submission.judged.verdict.rawValue)),
            .init("author", .string(submission.author.name)),
            .init("openedAt", .string(submission.openedAt.description)), .init("file", .string(submission.file)),
            .init("binding", .string(submission.judged.binding.description)),
            .init("digests", digests(submission)),
        ]
    }

    private static func digests(_ submission: Submission) -> JSON {
        [
            "raw": .string(submission.raw.description), "content": .string(submission.judged.content.description),
            "findings": .string(submission.judged.findings.description),
            "policySet": .string(submission.judged.policySet.description),
            "catalog": .string(submission.judged.catalog.description),
        ]
    }

    static func judgement(_ judgement: Judgement) -> JSON {
        [
            "decision": judgement.decision.json, "binding": .string(judgement.binding.description),
            "digests": [
                "raw": .string(judgement.raw.description), "content": .string(judgement.content.description),
                "findings": .string(judgement.findings.description),
                "policySet": .string(judgement.policySet.description),
                "catalog": .string(judgement.catalog.description),
            ],
        ]
    }

    /// The submission with the decision's text as it is stored.
    static func submitted(_ submission: Submission, decision: [UInt8]) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(members: members(submission), lastly: "decision", json: decision)
        return writer.bytes
    }

    static func dossier(_ dossier: Dossier) -> JSON {
        .object(
            members(dossier.submission) + [
                .init("stale", .bool(dossier.isStale)), .init("manifest", dossier.manifest.declared),
                .init("decision", dossier.decision.json),
                .init("requirements", fulfilment(dossier.fulfilment)),
                .init("answers", .array(dossier.approvals.map { approval($0, of: dossier.submission) })),
            ]
        )
    }

    static func answered(_ answered: Answered) -> JSON {
        .object(
            members(answered.submission) + [
                .init("answer", approval(answered.approval, of: answered.submission)),
                .init("requirements", fulfilment(answered.fulfilment)),
                .init("becameVersion", answered.version.map(version) ?? .null),
            ]
        )
    }

    private static func fulfilment(_ fulfilment: Fulfilment) -> JSON {
        .array(
            fulfilment.lines.map { line in
                [
                    "name": .string(line.requirement.name),
                    "state": .string(line.isSatisfied ? "SATISFIED" : "UNSATISFIED"),
                    "count": .int(line.requirement.count),
                    "teams": .array(line.requirement.teams.map { .string($0.name) }),
                    "why": .string(line.requirement.why), "approvedBy": .array(line.people.map { .string($0.name) }),
                ]
            }
        )
    }

    private static func approval(_ approval: Approval, of submission: Submission) -> JSON {
        [
            "person": .string(approval.person.name), "answer": .string(approval.answer.rawValue),
            "teams": .array(approval.teams.map { .string($0.name) }), "reason": .string(approval.reason),
            "at": .string(approval.at.description), "binding": .string(approval.binding.description),
            "stale": .bool(approval.binding != submission.judged.binding), "record": .int(Int(approval.sequence)),
        ]
    }
}
