internal import Contracts
internal import Crypto
internal import Governance
internal import Policies
internal import Syntax

/// How the API shows what the registry knows; names are in camel case, digests as `sha256:…`, times as RFC 3339.
enum Render {
    static func subject(_ record: SubjectRecord) -> JSON {
        [
            "subject": .string(record.subject.name), "version": .string(record.version.description),
            "number": .int(record.latest), "format": .string(record.format.name),
        ]
    }

    static func subject(_ record: SubjectRecord, _ manifest: Manifest) -> JSON {
        [
            "subject": .string(record.subject.name), "version": .string(record.version.description),
            "number": .int(record.latest), "format": .string(record.format.name), "manifest": manifest.declared,
        ]
    }

    static func version(_ version: Version) -> JSON {
        [
            "subject": .string(version.subject.name), "version": .string(version.version.description),
            "number": .int(version.number), "format": .string(version.format.name), "file": .string(version.file),
            "rawDigest": .string(version.raw.description), "contentDigest": .string(version.content.description),
            "submission": version.isBaseline ? .null : .string(version.submission),
            "baseline": .bool(version.isBaseline), "acceptedAt": .string(version.acceptedAt.description),
        ]
    }

    static func policy(_ policy: Policy, _ node: Node) -> JSON {
        [
            "policy": .string(policy.id.name), "digest": .string(policy.digest.description),
            "mode": .string(policy.mode.rawValue), "document": node.json,
        ]
    }

    static func principal(_ principal: Principal) -> JSON {
        [
            "person": .string(principal.person.id.name), "displayName": .string(principal.person.displayName),
            "service": .bool(principal.person.isService),
            "teams": .array(principal.person.teams.map { .string($0.name) }),
            "roles": .array(principal.roles.map(\.rawValue).sorted().map(JSON.string)),
            "token": .string(principal.tokenID), "expiresAt": .string(principal.expiresAt.description),
        ]
    }

    static func token(_ token: Token, secret: String? = nil) -> JSON {
        var members: [JSON.Member] = [
            .init("id", .string(token.id)), .init("person", .string(token.person.name)),
            .init("scopes", .array(token.scopes.map { .string($0.rawValue) })),
            .init("issuedAt", .string(token.issuedAt.description)),
            .init("expiresAt", .string(token.expiresAt.description)), .init("revoked", .bool(token.isRevoked)),
        ]
        if let secret { members.append(.init("token", .string(secret))) }
        return .object(members)
    }

    static func gate(_ answer: GateAnswer, _ record: GateRecord) -> JSON {
        [
            "id": .string(record.id), "decision": .string(answer.verdict.rawValue),
            "reasons": .array(answer.reasons.map(\.json)), "app": .string(record.application.name),
            "version": .string(record.release), "environment": .string(record.environment.name),
            "lockDigest": .string(record.lock.description), "policySet": .string(record.policySet.description),
            "askedBy": .string(record.person.name), "evaluatedAt": .string(record.at.description),
        ]
    }
}
