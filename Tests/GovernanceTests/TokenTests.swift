import Contracts
import Governance
import Syntax
import Testing

@Suite("token")
struct TokenTests {
    @Test func expiresToTheMillisecond() async throws {
        let world = try await World()
        let (_, secret) = try await world.registry.issueToken(
            for: world.ada.person.id,
            scopes: [],
            days: 1,
            by: world.ada,
            world.mark()
        )
        world.clock.set("2026-11-25T08:59:59.999Z")
        #expect(try world.registry.principal(secret: secret).person.id.name == "ada")
        world.clock.set("2026-11-25T09:00:00.000Z")
        #expect(await code { try world.registry.principal(secret: secret) } == "TOKEN_EXPIRED")
    }

    @Test func isTakenBackAtOnceAndForGood() async throws {
        let world = try await World()
        let (token, secret) = try await world.registry.issueToken(
            for: world.ada.person.id,
            scopes: [],
            days: 1,
            by: world.ada,
            world.mark()
        )
        let generation = world.registry.identityGeneration
        let stale = try world.registry.principal(secret: secret)
        try await world.registry.revokeToken(token.id, by: world.ada, world.mark())
        #expect(world.registry.identityGeneration > generation)
        #expect(await code { try world.registry.principal(secret: secret) } == "TOKEN_UNKNOWN")
        // Nor does a request that was let in before write anything any more.
        let size = try world.size
        let proposal = try world.proposal()
        #expect(await code { try await world.registry.adopt(proposal, by: stale, world.mark()) } == "TOKEN_UNKNOWN")
        #expect(try world.size == size)
        try await world.registry.revokeToken(token.id, by: world.ada, world.mark())
        #expect(try world.size == size)
    }

    @Test func losesWhatThePersonLosesWhileARequestWaits() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let id = try await world.submit(world.proposal(), by: maria).id
        try await world.declare(.people, ["name": "ben", "teams": ["tax"], "roles": ["approver"]])
        #expect(await code { try await world.approve(id, by: ben) } == "IDENTITY_CHANGED")
    }

    @Test(arguments: [
        ("", "TOKEN_UNKNOWN"), ("canon_", "TOKEN_UNKNOWN"), ("canon_AAAA", "TOKEN_UNKNOWN"),
        (String(repeating: "x", count: 10_000), "TOKEN_UNKNOWN"),
    ])
    func isNotGuessed(_ secret: String, _ expected: String) async throws {
        let world = try await World()
        #expect(await code { try world.registry.principal(secret: secret) } == expected)
    }

    @Test(arguments: [
        ([], ["admin", "auditor"]), (["admin"], ["admin"]), (["release", "approver"], []),
        (["auditor", "auditor", "release"], ["auditor"]),
    ])
    func isBoundByPersonAndScopes(_ scopes: [String], _ roles: [String]) async throws {
        let world = try await World()
        let (token, secret) = try await world.registry.issueToken(
            for: world.ada.person.id,
            scopes: scopes.map { try Role(parsing: $0) },
            days: 1,
            by: world.ada,
            world.mark()
        )
        #expect(try world.registry.principal(secret: secret).roles.map(\.rawValue).sorted() == roles)
        #expect(Set(token.scopes).count == token.scopes.count)
        #expect(secret.hasPrefix("canon_") && secret.utf8.count == 6 + 43)
    }

    @Test func isIssuedByAdminsForPeopleInTheCatalog() async throws {
        let world = try await World()
        let maria = try await world.person("maria")
        let ghost = try PersonID(parsing: "ghost")
        let issue: @Sendable (PersonID, Int, Principal) async throws -> Token = {
            try await world.registry.issueToken(for: $0, scopes: [], days: $1, by: $2, world.mark()).token
        }
        #expect(await code { try await issue(maria.person.id, 1, maria) } == "ROLE_MISSING")
        #expect(await code { try await issue(ghost, 1, world.ada) } == "PERSON_UNKNOWN")
        #expect(await code { try await issue(maria.person.id, 0, world.ada) } == "TOKEN_DAYS")
        #expect(await code { try await issue(maria.person.id, 3651, world.ada) } == "TOKEN_DAYS")
        #expect(await code { try world.registry.tokens(by: maria) } == "ROLE_MISSING")
        #expect(
            await code { try await world.registry.revokeToken("x", by: world.ada, world.mark()) } == "TOKEN_UNKNOWN"
        )
    }
}
