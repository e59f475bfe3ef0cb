import Contracts
import Governance
import Testing

@Suite("time in the log")
struct TimeTests {
    @Test func neverFallsWhateverTheClockDoes() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let rita = try await world.person("rita", roles: ["release"])
        world.clock.set("2026-11-24T10:00:00Z")
        let submission = try await world.submit(world.proposal(), by: maria)
        world.clock.set("2026-11-23T00:00:00Z")
        let answered = try await world.approve(submission.id, by: ben)
        let gate = try await world.registry.gate(
            GateTests.lock(),
            to: .init(parsing: "test"),
            by: rita,
            world.mark()
        )
        let last = Instant("2026-11-24T10:00:00Z")
        #expect(answered.approval.at == last)
        #expect(answered.version?.acceptedAt == last)
        #expect(gate.record.at == last)
        let times = try world.events().map(\.time)
        #expect(times == times.sorted())
        world.clock.set("2026-11-24T11:00:00.250Z")
        _ = try await world.submit(world.proposal("1.1.0", "id:string!\nnet:int"), by: maria)
        #expect(try world.events().last?.time.description == "2026-11-24T11:00:00.250Z")
    }
}
