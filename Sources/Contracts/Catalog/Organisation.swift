internal import Syntax

/// A team, which owns contracts and approves changes.
package struct Team: Hashable, Sendable {
    /// Its name.
    package let id: TeamID
    /// What it answers for.
    package let summary: String

    init(_ node: Node, file: String?) throws(ContractFailure) {
        let reader = try MemberReader(node, code: CatalogItem.code, file: file, known: ["name", "summary"])
        id = try reader.value("name", TeamID.init(parsing:))
        summary = try reader.optionalText("summary") ?? ""
    }
}

/// What somebody may do.
package enum Role: String, Hashable, NamedChoice {
    package static let kindName = "role"

    /// Propose changes.
    case submitter
    /// Approve and reject changes.
    case approver
    /// Ask whether a release may go out.
    case release
    /// Read the audit log and take exports and proofs.
    case auditor
    /// Change catalog, policies and tokens.
    case admin
}

/// A person or a service account.
package struct Person: Hashable, Sendable {
    /// The opaque name that the log knows.
    package let id: PersonID
    /// Whether this is a machine's account, which can never approve.
    package let isService: Bool
    /// The name for people; it stays outside the log.
    package let displayName: String
    /// The teams the person belongs to.
    package let teams: [TeamID]
    /// What the person may do.
    package let roles: [Role]

    /// Teams of one person at most; each approval carries them into the log.
    package static let mostTeams = 50

    init(_ node: Node, file: String?) throws(ContractFailure) {
        let known: Set<String> = ["name", "service", "displayName", "teams", "roles"]
        let reader = try MemberReader(node, code: CatalogItem.code, file: file, known: known)
        id = try reader.value("name", PersonID.init(parsing:))
        isService = try reader.flag("service")
        displayName = try reader.optionalText("displayName") ?? id.name
        teams = try reader.values("teams", TeamID.init(parsing:))
        roles = try reader.values("roles", Role.init(parsing:))
        guard teams.count <= Self.mostTeams else {
            throw reader.failure(at: node["teams"] ?? node, "a person belongs to at most \(Self.mostTeams) teams")
        }
        if isService, roles.contains(.approver) {
            throw reader.failure(
                at: node,
                "service account '\(id)' cannot have the role approver: a machine never approves"
            )
        }
    }
}

/// An environment that releases go to.
package struct Environment: Hashable, Sendable {
    /// Its name.
    package let id: EnvironmentID
    /// Whether it is where the firm works.
    package let isProduction: Bool

    init(_ node: Node, file: String?) throws(ContractFailure) {
        let reader = try MemberReader(
            node,
            code: CatalogItem.code,
            file: file,
            known: ["name", "production", "summary"]
        )
        id = try reader.value("name", EnvironmentID.init(parsing:))
        isProduction = try reader.flag("production")
    }
}

/// An application that is released as one.
package struct Application: Hashable, Sendable {
    /// Its name.
    package let id: ApplicationID
    /// The team that answers for it.
    package let team: TeamID

    init(_ node: Node, file: String?) throws(ContractFailure) {
        let known: Set<String> = ["name", "team", "system", "summary"]
        let reader = try MemberReader(node, code: CatalogItem.code, file: file, known: known)
        id = try reader.value("name", ApplicationID.init(parsing:))
        team = try reader.value("team", TeamID.init(parsing:))
    }
}
