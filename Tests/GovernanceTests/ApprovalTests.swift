import Contracts
import Crypto
import Governance
import Syntax
import Testing

@Suite("approval")
struct ApprovalTests {
    /// Who tries to answer, and what comes of it.
    struct Case: Sendable, CustomTestStringConvertible {
        let who: String
        let teams: [String]
        let roles: [String]
        let isService: Bool
        let expected: String
        var testDescription: String { who }
    }

    static let refusals = [
        Case(who: "another team", teams: ["tax"], roles: ["approver"], isService: false, expected: "NOT_ASKED"),
        Case(who: "no team", teams: [], roles: ["approver"], isService: false, expected: "NOT_ASKED"),
        Case(who: "no role", teams: ["billing"], roles: ["submitter"], isService: false, expected: "ROLE_MISSING"),
        Case(who: "an admin", teams: ["billing"], roles: ["admin"], isService: false, expected: "ROLE_MISSING"),
        Case(who: "a machine", teams: ["billing"], roles: ["submitter"], isService: true, expected: "SERVICE_ACCOUNT"),
    ]

    @Test(arguments: refusals, [Approval.Answer.approved, .rejected])
    func isRefusedAndRecorded(_ test: Case, _ answer: Approval.Answer) async throws {
        let world = try await World()
        let maria = try await world.person("maria", teams: ["billing"])
        let other = try await world.person("other", teams: test.teams, roles: test.roles, isService: test.isService)
        let submission = try await world.submit(world.proposal(), by: maria)
        let binding = submission.judged.binding
        let begin = try world.size
        let refused = await code {
            answer == .approved
                ? try await world.registry.approve(submission.id, binding: binding, reason: "", by: other, world.mark())
                : try await world.registry.reject(submission.id, binding: binding, reason: "", by: other, world.mark())
        }
        #expect(refused == test.expected)
        let recorded = try world.events().filter { $0.sequence >= begin }
        #expect(recorded.map(\.change) == [.approvalRefused(submission.id, other.person.id, code: test.expected)])
        #expect(recorded.map(\.actor) == [other.person.id])
        #expect(try world.state(submission.id) == .pending)
    }

    @Test func ofTheOwnSubmissionIsRefusedAndRecorded() async throws {
        let world = try await World()
        let maria = try await world.person("maria", teams: ["billing"])
        let submission = try await world.submit(world.proposal(), by: maria)
        #expect(await code { try await world.approve(submission.id, by: maria) } == "SELF_APPROVAL")
        #expect(
            try world.events().last?.change
                == .approvalRefused(submission.id, maria.person.id, code: "SELF_APPROVAL")
        )
    }

    @Test func twiceByOnePersonCountsOnce() async throws {
        let world = try await World()
        try await world.enforce("owner-approves", with: ["parameters": ["count": 2]])
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let eva = try await world.person("eva", teams: ["billing"])
        let submission = try await world.submit(world.proposal(), by: maria)
        #expect(try await world.approve(submission.id, by: ben).version == nil)
        #expect(await code { try await world.approve(submission.id, by: ben) } == "ALREADY_APPROVED")
        #expect(try await world.approve(submission.id, by: eva).version?.number == 1)
    }

    @Test func canBeFollowedByTheSamePersonsRejection() async throws {
        let world = try await World()
        try await world.enforce("owner-approves", with: ["parameters": ["count": 2]])
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let submission = try await world.submit(world.proposal(), by: maria)
        try await world.approve(submission.id, by: ben)
        let binding = submission.judged.binding
        let rejected = try await world.registry.reject(
            submission.id,
            binding: binding,
            reason: "on second thoughts",
            by: ben,
            world.mark()
        )
        #expect(rejected.submission.state == .rejected)
        #expect(await code { try await world.approve(submission.id, by: ben) } == "SUBMISSION_CLOSED")
        #expect(await code { try world.registry.subject(submission.subject) } == "SUBJECT_UNKNOWN")
    }

    @Test func takesNoLongReason() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let submission = try await world.submit(world.proposal(), by: maria)
        let binding = submission.judged.binding
        for (count, expected) in [(2001, "REASON_TOO_LONG"), (2000, nil)] as [(Int, String?)] {
            let reason = String(repeating: "\u{1}", count: count)
            let outcome = await code {
                try await world.registry.approve(submission.id, binding: binding, reason: reason, by: ben, world.mark())
            }
            #expect(expected == nil ? outcome.hasPrefix("did") : outcome == expected)
        }
    }

    @Test func ofAnUnknownSubmissionIsAnError() async throws {
        let world = try await World()
        let ben = try await world.person("ben", teams: ["billing"])
        let (id, binding) = (try SubmissionID(parsing: "s4711"), Digest(of: ""))
        #expect(await code { try await world.approve(id, by: ben, binding: binding) } == "SUBMISSION_UNKNOWN")
    }

    @Test func byOneHeadInTwoTeamsSatisfiesOneOfThem() async throws {
        let world = try await World()
        try await world.enforce("owner-approves")
        try await world.enforce("fields-approved", with: ["parameters": ["fields": ["tax*"], "teams": ["tax"]]])
        let (maria, eva) = (try await world.person("maria"), try await world.person("eva", teams: ["billing"]))
        let both = try await world.person("both", teams: ["billing", "tax"])
        let submission = try await world.submit(world.proposal("1.0.0", "taxCode:string"), by: maria)
        let first = try await world.approve(submission.id, by: both)
        #expect(first.version == nil)
        #expect(first.fulfilment.lines.map(\.isSatisfied) == [true, false])
        let second = try await world.approve(submission.id, by: eva)
        #expect(second.version?.number == 1)
        #expect(second.fulfilment.lines.map { $0.people.map(\.name) } == [["eva"], ["both"]])
    }
}
