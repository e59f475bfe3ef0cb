import Contracts
import Governance
import Syntax
import Testing

/// What a change is held to: the promise in force, which it cannot change for itself.
@Suite("promise")
struct PromiseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let before: String
        let after: String
        let content: String
        let codes: [String]
        var testDescription: String { "\(before) to \(after): \(why)" }
    }

    static let cases = [
        Case(why: "kept", before: "BACKWARD", after: "BACKWARD", content: "id:string!\nnet:int", codes: []),
        Case(why: "broken", before: "BACKWARD", after: "BACKWARD", content: "id:int!", codes: ["INCOMPATIBLE"]),
        Case(
            why: "broken and given up at once",
            before: "BACKWARD",
            after: "NONE",
            content: "id:int!",
            codes: ["INCOMPATIBLE"]
        ),
        Case(
            why: "given up, nothing broken",
            before: "BACKWARD",
            after: "NONE",
            content: "id:string!\nnet:int",
            codes: []
        ),
        Case(why: "nothing promised", before: "NONE", after: "NONE", content: "id:int!", codes: []),
        Case(why: "promised from now on", before: "NONE", after: "FULL", content: "id:int!", codes: []),
    ]

    @Test(arguments: cases)
    func bindsAChange(_ test: Case) async throws {
        let world = try await World()
        try await world.enforce("compatibility-holds")
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        try await world.approve(world.submit(world.proposal(mode: test.before), by: maria).id, by: ben)
        let judgement = try world.registry.check(
            world.proposal("2.0.0", test.content, mode: test.after),
            by: maria
        )
        #expect(judgement.decision.denials.map(\.reason.code) == test.codes)
        #expect(judgement.decision.mode.rawValue == test.before)
    }

    @Test(arguments: [
        ("BACKWARD", "NONE", ["billing", "crm"]), ("FULL", "BACKWARD", ["billing", "crm"]),
        ("BACKWARD_TRANSITIVE", "BACKWARD", ["billing", "crm"]), ("BACKWARD", "FULL", ["billing"]),
        ("BACKWARD", "BACKWARD", ["billing"]),
    ])
    func thatIsTakenBackConcernsEveryConsumer(_ before: String, _ after: String, _ asked: [String]) async throws {
        let world = try await World()
        try await world.enforce("owner-approves")
        try await world.enforce("consumers-approve")
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let consumers: JSON = ["consumers": [["application": "portal", "team": "crm", "uses": ["/other"]]]]
        try await world.approve(world.submit(world.proposal(mode: before, with: consumers), by: maria).id, by: ben)
        let change = try world.proposal("1.1.0", "id:string!\nnet:int", mode: after, with: consumers)
        let decision = try world.registry.check(change, by: maria).decision
        #expect(decision.requirements.flatMap(\.teams).map(\.name).sorted() == asked)
    }

    @Test func aSubmissionCannotDropTheStewardsOfItsEntity() async throws {
        let world = try await World()
        try await world.enforce("stewards-approve", with: ["match": ["kinds": ["canonical"]]])
        let (maria, eva) = (try await world.person("maria"), try await world.person("eva", teams: ["arch"]))
        let canonical: JSON = ["kind": "canonical", "entity": "Invoice"]
        try await world.approve(
            world.submit(world.proposal("1.0.0", "id:string!", with: canonical), by: maria).id,
            by: eva
        )
        let change = try world.proposal("1.1.0", "id:string!\nnet:int", with: ["kind": "mapping"])
        let decision = try world.registry.check(change, by: maria).decision
        #expect(decision.requirements.map(\.name) == ["steward arch"])
    }

    @Test func aSubjectKeepsItsFormat() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        try await world.approve(world.submit(world.proposal(), by: maria).id, by: ben)
        let change = try world.proposal("2.0.0", "id:string!", with: ["format": "other"])
        #expect(await code { try await world.submit(change, by: maria) } == "FORMAT_UNKNOWN")
    }
}
