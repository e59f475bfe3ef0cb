import Contracts
import StorePort
import Syntax
import Testing

@testable import Governance

@Suite("catalog and policies")
struct CatalogTests {
    @Test func declaringTheSameAgainChangesNothing() async throws {
        let world = try await World()
        #expect(try await world.declare(.teams, ["name": "sales", "summary": "Sells."]) == .new)
        let size = try world.size
        #expect(try await world.declare(.teams, ["summary": "Sells.", "name": "sales"]) == .unchanged)
        #expect(try world.size == size)
        #expect(try await world.declare(.teams, ["name": "sales", "summary": "Sells more."]) == .changed)
        #expect(try await world.enforce("owner-approves") == .new)
        #expect(try await world.enforce("owner-approves") == .unchanged)
        #expect(try await world.enforce("owner-approves", mode: "warn") == .changed)
    }

    @Test func namesMustBeThere() async throws {
        let world = try await World()
        let unknown: [(CatalogItem.Kind, JSON)] = [
            (.people, ["name": "x", "teams": ["ghosts"]]), (.systems, ["name": "x", "team": "ghosts"]),
            (.entities, ["name": "X", "system": "ghost"]),
            (.entities, ["name": "X", "system": "erp", "stewards": ["ghosts"]]),
            (.entities, ["name": "X", "system": "erp", "fields": [["name": "a", "system": "ghost"]]]),
            (.applications, ["name": "x", "team": "ghosts"]),
        ]
        for (kind, item) in unknown {
            #expect(await code { try await world.declare(kind, item) } == "CATALOG_UNKNOWN_NAME")
        }
    }

    @Test func areForAdmins() async throws {
        let world = try await World()
        let maria = try await world.person("maria", roles: ["submitter", "approver", "release", "auditor"])
        let team = try Document.json(Array(#"{"name": "sales"}"#.utf8)).root
        let id = try PolicyID(parsing: "x")
        #expect(
            await code { try await world.registry.declare(.teams, team, by: maria, world.mark()) } == "ROLE_MISSING"
        )
        #expect(
            await code { try await world.registry.declare(policy: team, by: maria, world.mark()) } == "ROLE_MISSING"
        )
        #expect(await code { try await world.registry.removePolicy(id, by: maria, world.mark()) } == "ROLE_MISSING")
        #expect(
            await code { try await world.registry.removePolicy(id, by: world.ada, world.mark()) } == "POLICY_UNKNOWN"
        )
    }

    /// The write that is undone and the next one have the same number in the log.
    @Test func whatWasUndoneIsNotRemembered() async throws {
        struct Undone: Error {}
        let world = try await World()
        let (registry, ada, mark) = (world.registry, world.ada, world.mark())
        await #expect(throws: Undone.self) {
            try await registry.write(as: ada, mark) { ledger in
                let body = try ledger.transaction.putBlob(Array(#"{"name":"ghosts"}"#.utf8))
                try ledger.append(.catalogPut(.teams, name: "ghosts", body: body))
                #expect(try registry.standing(ledger.transaction).catalog.teams.count == 5)
                throw Undone()
            }
        }
        try await world.declare(.teams, ["name": "sales"])
        let teams = try world.registry.standing().catalog.teams.keys.map(\.name).sorted()
        #expect(teams == ["arch", "billing", "crm", "sales", "tax"])
    }

    @Test func aStoreThatHoldsARegistryIsNotBegunAgain() async throws {
        let world = try await World()
        let again = await code {
            try await Registry.create(in: world.store, origin: "x", admin: .init(parsing: "eve"), clock: world.clock)
        }
        #expect(again == "REGISTRY_EXISTS")
    }
}
