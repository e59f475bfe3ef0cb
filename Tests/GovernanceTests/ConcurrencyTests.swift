import Contracts
import Governance
import Testing

@Suite("many at once")
struct ConcurrencyTests {
    @Test func submissionsOfOneSubjectGetOneVersionEach() async throws {
        let world = try await World()
        let ben = try await world.person("ben", teams: ["billing"])
        let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<32 {
                let author = try await world.person("author\(number)")
                group.addTask {
                    let proposal = try world.proposal("1.\(number).0", "id:string!\nf\(number):int")
                    return try await world.submit(proposal, by: author).id.name
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(outcomes.count == 32)
        // All were judged on nothing; after one became a version, what stood for the others stands no more.
        let accepted = try await withThrowingTaskGroup(of: Int.self) { group in
            for name in outcomes {
                let id = try SubmissionID(parsing: name)
                let binding = try world.registry.dossier(id).submission.judged.binding
                group.addTask {
                    let outcome = await code {
                        try await world.approve(id, by: ben, binding: binding).version?.number ?? 0
                    }
                    return outcome == "did 1" ? 1 : outcome == "BINDING_STALE" ? 0 : 99
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(accepted == 1)
        let page = try world.registry.versions(of: .init(parsing: "billing.invoice"), PageRequest())
        #expect(page.items.map(\.number) == [1])
    }

    @Test func theSameRequestIsOneSubmission() async throws {
        let world = try await World()
        let maria = try await world.person("maria")
        let names = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<32 {
                group.addTask { try await world.submit(world.proposal(), by: maria, key: "once").id.name }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(names.count == 1)
        #expect(try world.actions().filter { $0 == "submission.opened" }.count == 1)
    }

    @Test func submissionsAreJudgedByThePoliciesInForceAtTheirRecord() async throws {
        let world = try await World()
        let maria = try await world.person("maria")
        try await withThrowingDiscardingTaskGroup { group in
            for number in 0..<16 {
                let proposal = try world.proposal(subject: "billing.invoice-\(number)")
                group.addTask { _ = try await world.submit(proposal, by: maria) }
                group.addTask { try await world.enforce("owner-approves", name: "p\(number)") }
            }
        }
        var inForce = 0
        var opened = 0
        for event in try world.events() {
            if case .policyPut = event.change { inForce += 1 }
            guard case .submissionOpened(let submission) = event.change else { continue }
            opened += 1
            let decision = try world.registry.dossier(submission.id).decision
            #expect(decision.results.count == inForce)
        }
        #expect(opened == 16)
    }

    @Test func baselinesOfOneVersionAreOne() async throws {
        let world = try await World()
        let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<32 {
                group.addTask {
                    try await world.registry.adopt(world.proposal(), by: world.ada, world.mark()).number
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(numbers == Array(repeating: 1, count: 32))
    }
}
