import Contracts
import Governance
import Testing

@Suite("baseline")
struct BaselineTests {
    @Test func takesVersionsOverUntilAChangeWentThroughApproval() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let ada = world.ada
        let one = try await world.registry.adopt(world.proposal("1.0.0", "id:int"), by: ada, world.mark())
        #expect(one.number == 1 && one.isBaseline)
        // Whatever the policies would say of it.
        try await world.enforce("compatibility-holds")
        let two = try await world.registry.adopt(world.proposal("2.0.0", "id:string!"), by: ada, world.mark())
        #expect(two.number == 2 && two.isBaseline)
        let size = try world.size
        for (version, content, number) in [("1.0.0", "id:int", 1), ("2.0.0", "id:string!", 2)] {
            let again = try await world.registry.adopt(world.proposal(version, content), by: ada, world.mark())
            #expect(again.number == number)
        }
        #expect(try world.size == size)
        try await world.approve(world.submit(world.proposal("2.1.0", "id:string!\nnet:int"), by: maria).id, by: ben)
        for version in ["2.0.0", "2.1.0", "2.2.0", "0.9.0"] {
            let late = try world.proposal(version, "id:string!\ntax:int")
            #expect(await code { try await world.registry.adopt(late, by: ada, world.mark()) } == "BASELINE_CLOSED")
        }
    }

    @Test(arguments: ["1.0.0", "0.9.0"])
    func isNeverBelowTheLast(_ version: String) async throws {
        let world = try await World()
        _ = try await world.registry.adopt(world.proposal("1.0.0", "id:int"), by: world.ada, world.mark())
        let other = try world.proposal(version, "id:string")
        #expect(await code { try await world.registry.adopt(other, by: world.ada, world.mark()) } == "BASELINE_CLOSED")
    }

    @Test func isForAdminsOnly() async throws {
        let world = try await World()
        let maria = try await world.person("maria", roles: ["submitter", "approver", "release", "auditor"])
        let proposal = try world.proposal()
        #expect(await code { try await world.registry.adopt(proposal, by: maria, world.mark()) } == "ROLE_MISSING")
    }
}
