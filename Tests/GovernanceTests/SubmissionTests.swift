import Contracts
import Crypto
import Governance
import Syntax
import Testing

@Suite("submission")
struct SubmissionTests {
    @Test func becomesAVersionOnceItsOwnerApproves() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let begin = try world.size
        let submission = try await world.submit(world.proposal(), by: maria)
        #expect(submission.state == .pending)
        let answered = try await world.approve(submission.id, by: ben)
        #expect(answered.submission.state == .approved)
        #expect(answered.version?.number == 1)
        let version = try world.registry.version("1.0.0", of: submission.subject)
        #expect(version.raw == Digest(of: "id:string!"))
        #expect(version.submission == submission.id.name)
        #expect(
            try world.actions(after: begin) == [
                "submission.opened", "approval.given", "version.accepted", "submission.closed",
            ]
        )
    }

    @Test func needsTheRoleSubmitter() async throws {
        let world = try await World()
        let ben = try await world.person("ben", teams: ["billing"], roles: ["approver"])
        #expect(await code { try await world.submit(world.proposal(), by: ben) } == "ROLE_MISSING")
    }

    @Test func thatIsDeniedNeverBecomesAVersion() async throws {
        let world = try await World()
        try await world.enforce("system-of-record-writes")
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let extra = try world.proposal(
            "1.0.0",
            "id:string!",
            with: ["system": "crm", "writes": [["entity": "Invoice"]]]
        )
        let submission = try await world.submit(extra, by: maria)
        #expect(submission.state == .denied)
        let decision = try world.registry.dossier(submission.id).decision
        #expect(decision.denials.map(\.reason.code) == ["NOT_SYSTEM_OF_RECORD"])
        #expect(decision.denials.map(\.reason.owner?.name) == ["billing"])
        #expect(await code { try await world.approve(submission.id, by: ben) } == "SUBMISSION_CLOSED")
        #expect(try world.events().last?.change.action == "approval.refused")
        #expect(await code { try world.registry.subject(submission.subject) } == "SUBJECT_UNKNOWN")
    }

    @Test(arguments: [
        ("the same", "id:string!\nnet:int"), ("another order", "net:int\nid:string!"),
        ("comments", "# amounts\nid:string!\nnet:int"),
    ])
    func ofTheSameContentOpensNothing(_ why: String, _ content: String) async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let first = try await world.submit(world.proposal("1.0.0", "id:string!\nnet:int"), by: maria)
        try await world.approve(first.id, by: ben)
        let size = try world.size
        let again = try await world.registry.submit(world.proposal("1.1.0", content), by: maria, world.mark())
        #expect(again.submission == nil)
        #expect(again.judgement.decision.verdict == .unchanged)
        #expect(try world.size == size)
    }

    @Test func ofTheSameContentWithAnotherManifestIsAChange() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        try await world.approve(world.submit(world.proposal(), by: maria).id, by: ben)
        let changed = try world.proposal("1.0.1", with: ["summary": "Invoices."])
        #expect(try await world.submit(changed, by: maria).state == .pending)
    }

    @Test func supersedesTheAuthorsEarlierOneAndNoOthers() async throws {
        let world = try await World()
        let (maria, otto) = (try await world.person("maria"), try await world.person("otto"))
        let ben = try await world.person("ben", teams: ["billing"])
        let first = try await world.submit(world.proposal("1.0.0", "id:string!"), by: maria)
        let others = try await world.submit(world.proposal("1.0.0", "id:int!"), by: otto)
        let second = try await world.submit(world.proposal("1.0.0", "id:string"), by: maria)
        #expect(try world.state(first.id) == .superseded)
        #expect(try world.state(others.id) == .pending)
        #expect(try world.state(second.id) == .pending)
        #expect(await code { try await world.approve(first.id, by: ben) } == "SUBMISSION_CLOSED")
    }

    @Test func thatIsDeniedSupersedesNothing() async throws {
        let world = try await World()
        let maria = try await world.person("maria")
        let first = try await world.submit(world.proposal("1.0.0", "id:string!"), by: maria)
        try await world.enforce("system-of-record-writes")
        let foreign: JSON = ["system": "crm", "writes": [["entity": "Invoice"]]]
        let second = try await world.submit(world.proposal("1.0.0", "id:int!", with: foreign), by: maria)
        #expect(second.state == .denied)
        #expect(try world.state(first.id) == .pending)
    }

    @Test func ofWhatIsOpenAlreadyIsThatSubmission() async throws {
        let world = try await World()
        let maria = try await world.person("maria")
        let first = try await world.registry.submit(world.proposal(), by: maria, world.mark())
        let second = try await world.registry.submit(world.proposal(), by: maria, world.mark())
        #expect(first.submission?.id == second.submission?.id)
        #expect(!first.isRepeated && second.isRepeated)
    }

    @Test func isWithdrawnByItsAuthorOnly() async throws {
        let world = try await World()
        let (maria, otto) = (try await world.person("maria"), try await world.person("otto"))
        let id = try await world.submit(world.proposal(), by: maria).id
        #expect(await code { try await world.registry.withdraw(id, by: otto, world.mark()) } == "NOT_AUTHOR")
        #expect(try await world.registry.withdraw(id, by: maria, world.mark()).state == .withdrawn)
        #expect(await code { try await world.registry.withdraw(id, by: maria, world.mark()) } == "SUBMISSION_CLOSED")
        let unknown = try SubmissionID(parsing: "s999")
        #expect(
            await code { try await world.registry.withdraw(unknown, by: maria, world.mark()) } == "SUBMISSION_UNKNOWN"
        )
    }

    @Test func ofAVersionThatExistsIsRefusedWithoutAnyPolicy() async throws {
        let world = try await World()
        let (maria, otto) = (try await world.person("maria"), try await world.person("otto"))
        let ben = try await world.person("ben", teams: ["billing"])
        let first = try await world.submit(world.proposal("1.0.0", "id:string!"), by: maria)
        let rival = try await world.submit(world.proposal("1.0.0", "id:string!\nnet:int"), by: otto)
        try await world.approve(first.id, by: ben)
        let third = try world.proposal("1.0.0", "id:string!\ntax:int")
        #expect(await code { try await world.submit(third, by: maria) } == "VERSION_EXISTS")
        #expect(await code { try await world.approve(rival.id, by: ben) } == "BINDING_STALE")
        #expect(await code { try await world.approve(rival.id, by: ben) } == "VERSION_EXISTS")
        #expect(try world.registry.version("1.0.0", of: first.subject).raw == Digest(of: "id:string!"))
    }

    @Test(arguments: [
        ("lines", "no colon here", "LINES_MALFORMED"), ("avro", "id:string", "FORMAT_UNKNOWN"),
        ("lines", "use canon:nowhere@1\nid:string", "REFERENCE_UNRESOLVED"),
        ("lines", "use http://example.com/x\nid:string", "REFERENCE_UNRESOLVED"),
        ("lines", "use file:///etc/passwd\nid:string", "REFERENCE_UNRESOLVED"),
    ])
    func thatCannotBeJudgedIsAnErrorAndNoRecord(_ format: String, _ content: String, _ expected: String) async throws {
        let world = try await World()
        let maria = try await world.person("maria")
        let size = try world.size
        let proposal = try world.proposal("1.0.0", content, with: ["format": .string(format)])
        #expect(await code { try await world.submit(proposal, by: maria) } == expected)
        #expect(try world.size == size)
    }
}
