import Contracts
import Crypto
import Governance
import SQLiteStore
import StorePort
import Syntax
import Testing

/// A request that is sent again with its key gives the same answer and does nothing twice.
@Suite("idempotency")
struct IdempotencyTests {
    @Test func ofASubmission() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let first = try await world.submit(world.proposal(), by: maria, key: "k1")
        try await world.approve(first.id, by: ben)
        let size = try world.size
        let again = try await world.registry.submit(world.proposal(), by: maria, world.mark("k1", "1.0.0"))
        #expect(again.isRepeated)
        #expect(again.submission?.id == first.id)
        #expect(again.submission?.state == .approved)
        #expect(again.judgement.decision.verdict == .pending)
        #expect(try world.size == size)
    }

    @Test func withAnotherBodyIsRefused() async throws {
        let world = try await World()
        let maria = try await world.person("maria")
        _ = try await world.submit(world.proposal(), by: maria, key: "k1")
        #expect(
            await code { try await world.submit(world.proposal("1.1.0", "id:int"), by: maria, key: "k1") }
                == "IDEMPOTENCY_KEY_REUSED"
        )
    }

    @Test func keysOfTwoPeopleAreTwo() async throws {
        let world = try await World()
        let (maria, otto) = (try await world.person("maria"), try await world.person("otto"))
        let one = try await world.submit(world.proposal(), by: maria, key: "k1")
        let two = try await world.submit(world.proposal(), by: otto, key: "k1")
        #expect(one.id != two.id)
    }

    @Test func ofTheLastApprovalGivesTheVersionAgain() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let id = try await world.submit(world.proposal(), by: maria).id
        let first = try await world.approve(id, by: ben, key: "k")
        let size = try world.size
        let again = try await world.approve(id, by: ben, key: "k")
        #expect(again.version == first.version)
        #expect(again.approval == first.approval)
        #expect(again.submission.state == .approved)
        #expect(try world.size == size)
    }

    @Test func ofARejectionGivesItAgain() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let submission = try await world.submit(world.proposal(), by: maria)
        let answers = [0, 1].map { _ in
            { [binding = submission.judged.binding] in
                try await world.registry.reject(
                    submission.id,
                    binding: binding,
                    reason: "no",
                    by: ben,
                    world.mark("k", "no")
                )
            }
        }
        let (first, again) = (try await answers[0](), try await answers[1]())
        #expect(first.approval == again.approval)
        #expect(again.submission.state == .rejected)
    }

    @Test func ofARefusalIsANewAttempt() async throws {
        let world = try await World()
        let maria = try await world.person("maria")
        let id = try await world.submit(world.proposal(), by: maria).id
        let begin = try world.size
        for _ in 0..<2 { #expect(await code { try await world.approve(id, by: maria, key: "k") } == "SELF_APPROVAL") }
        #expect(try world.actions(after: begin) == ["approval.refused", "approval.refused"])
    }

    @Test func ofATokenNeverShowsItsSecretAgain() async throws {
        let world = try await World()
        let ada = world.ada
        let body = {
            try await world.registry.issueToken(for: ada.person.id, scopes: [], days: 1, by: ada, world.mark("k", "t"))
        }
        _ = try await body()
        let size = try world.size
        #expect(await code { try await body() } == "TOKEN_SHOWN_ONCE")
        #expect(try world.size == size)
    }

    @Test func ofEveryOtherWriteDoesItOnce() async throws {
        let world = try await World()
        let maria = try await world.person("maria")
        let ada = world.ada
        try await world.enforce("owner-approves")
        let open = try await world.submit(world.proposal(), by: maria)
        let token = try world.registry.tokens(by: ada).first { $0.person == maria.person.id }
        let policy = try PolicyID(parsing: "owner-approves")
        let team = try Document.json(Array(#"{"name": "sales"}"#.utf8)).root
        let baseline = try world.proposal("1.0.0", "x:int", subject: "crm.client")
        let writes: [@Sendable (RequestMark) async throws -> String] = [
            { "\(try await world.registry.withdraw(open.id, by: maria, $0).state)" },
            { "\(try await world.registry.adopt(baseline, by: ada, $0).number)" },
            { "\(try await world.registry.beginExport(by: ada, $0))" },
            { mark in
                _ = try await world.registry.declare(.teams, team, by: ada, mark)
                return "declared"
            },
            { mark in
                try await world.registry.removePolicy(policy, by: ada, mark)
                return "removed"
            },
            { mark in
                try await world.registry.revokeToken(token?.id ?? "", by: ada, mark)
                return "revoked"
            },
        ]
        for (number, write) in writes.enumerated() {
            let first = try await write(world.mark("w\(number)", "\(number)"))
            let size = try world.size
            #expect(try await write(world.mark("w\(number)", "\(number)")) == first)
            #expect(try world.size == size)
            #expect(await code { try await write(world.mark("w\(number)", "other")) } == "IDEMPOTENCY_KEY_REUSED")
        }
    }

    /// Times after the first use of a key, and what the key with another body is then.
    @Test(arguments: [
        ("2026-11-24T09:00:00Z", true), ("2026-11-24T21:00:00Z", true), ("2026-11-25T08:59:59Z", true),
        ("2026-11-25T09:00:00Z", false), ("2026-12-25T09:00:00Z", false),
    ])
    func isKnownForADay(_ time: String, _ isKnown: Bool) async throws {
        let world = try await World()
        let maria = try await world.person("maria")
        _ = try await world.submit(world.proposal(), by: maria, key: "k1")
        world.clock.set(time)
        let other = try world.proposal("1.1.0", "id:int")
        let result = await code { try await world.submit(other, by: maria, key: "k1").version }
        #expect(result == (isKnown ? "IDEMPOTENCY_KEY_REUSED" : "did 1.1.0"))
        // From then on the key stands for the later request.
        guard !isKnown else { return }
        let again = try await world.registry.submit(other, by: maria, world.mark("k1", "1.1.0"))
        #expect(again.isRepeated)
        #expect(try await ReplayTests.replay(world).difference == nil)
    }
}
