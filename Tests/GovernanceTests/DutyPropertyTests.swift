import Contracts
import Governance
import Testing

/// Random people, roles, teams, changes and answers: an author never approves, and a machine never answers.
@Suite("separate duties")
struct DutyPropertyTests {
    /// Small and seeded, so that a failure can be played again.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    static let teams = ["billing", "tax", "crm"]
    static let names = ["ann", "bob", "cid", "dee", "eva"]

    @Test(arguments: [1, 3, 4, 5] as [UInt64])
    func holdWhateverHappens(_ seed: UInt64) async throws {
        var dice = Dice(state: seed)
        let world = try await World()
        try await world.enforce("owner-approves")
        var people: [Principal] = []
        for name in Self.names { people.append(try await Self.person(name, world, &dice)) }
        var open: [Submission] = []
        for step in 0..<60 {
            let index = Int.random(in: people.indices, using: &dice)
            switch Int.random(in: 0..<10, using: &dice) {
            case 0..<3:
                let proposal = try world.proposal(
                    "1.\(step).0",
                    "f\(step):int",
                    subject: "s.\(Int.random(in: 0..<2, using: &dice))",
                    owner: Self.teams.randomElement(using: &dice) ?? "billing",
                    mode: "NONE"
                )
                if let submission = try? await world.submit(proposal, by: people[index]) { open.append(submission) }
            case 3..<8:
                guard let submission = open.randomElement(using: &dice) else { continue }
                _ = try? await world.approve(submission.id, by: people[index])
            case 8: people[index] = try await Self.person(Self.names[index], world, &dice)
            default:
                guard let submission = open.randomElement(using: &dice) else { continue }
                _ = try? await world.registry.withdraw(submission.id, by: people[index], world.mark())
            }
        }
        try Self.check(world, "seed \(seed)")
    }

    private static func person(_ name: String, _ world: World, _ dice: inout Dice) async throws -> Principal {
        let isService = Int.random(in: 0..<4, using: &dice) == 0
        var roles = ["submitter"]
        if !isService, Int.random(in: 0..<4, using: &dice) > 0 { roles.append("approver") }
        let member = teams.filter { _ in Bool.random(using: &dice) }
        return try await world.person(name, teams: member, roles: roles, isService: isService)
    }

    /// Every version was approved by somebody else, of a team that was asked.
    private static func check(_ world: World, _ seed: Comment) throws {
        var authors: [String: PersonID] = [:]
        var approvals: [String: Set<PersonID>] = [:]
        var versions = 0
        for event in try world.events() {
            switch event.change {
            case .submissionOpened(let submission): authors[submission.id.name] = submission.author
            case .approvalGiven(let approval):
                #expect(approval.person == event.actor, seed)
                #expect(authors[approval.submission.name] != approval.person, seed)
                approvals[approval.submission.name, default: []].insert(approval.person)
            case .versionAccepted(let version):
                versions += 1
                #expect(approvals[version.submission]?.isEmpty == false, seed)
            default: break
            }
        }
        #expect(versions > 0, seed)
    }
}
