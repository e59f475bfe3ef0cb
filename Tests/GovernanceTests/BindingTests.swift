import Contracts
import Crypto
import Dispatch
import Glibc
import Governance
import Policies
import SQLiteStore
import Synchronization
import Syntax
import Testing

/// What an approval is bound to, and what happens to it when that moves.
@Suite("binding")
struct BindingTests {
    static func pair() async throws -> (World, maria: Principal, ben: Principal) {
        let world = try await World()
        try await world.enforce("owner-approves", with: ["parameters": ["count": 2]])
        return (world, try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
    }

    @Test func isStaleOncePoliciesChange() async throws {
        let (world, maria, ben) = try await Self.pair()
        let eva = try await world.person("eva", teams: ["billing"])
        let submission = try await world.submit(world.proposal(), by: maria)
        try await world.approve(submission.id, by: ben)
        try await world.enforce("version-tells-truth")
        #expect(try world.registry.dossier(submission.id).isStale)
        let shown = submission.judged.binding
        #expect(await code { try await world.approve(submission.id, by: eva, binding: shown) } == "BINDING_STALE")
        let dossier = try world.registry.dossier(submission.id)
        #expect(!dossier.isStale)
        #expect(dossier.submission.judged.binding != shown)
        #expect(dossier.fulfilment.lines.map { $0.people.count } == [0])
        #expect(dossier.approvals.count == 1)
        try await world.approve(submission.id, by: eva)
        #expect(try await world.approve(submission.id, by: ben).version?.number == 1)
    }

    @Test func isStaleOnceTheBaseChanges() async throws {
        let world = try await World()
        let (maria, otto) = (try await world.person("maria"), try await world.person("otto"))
        let ben = try await world.person("ben", teams: ["billing"])
        let mine = try await world.submit(world.proposal("1.0.0", "id:string!"), by: maria)
        let other = try await world.submit(world.proposal("1.1.0", "id:string!\nnet:int"), by: otto)
        try await world.approve(mine.id, by: ben)
        let shown = other.judged.binding
        #expect(await code { try await world.approve(other.id, by: ben, binding: shown) } == "BINDING_STALE")
        #expect(try await world.approve(other.id, by: ben).version?.number == 2)
    }

    @Test func ofAnEarlierStateNeverComesBack() async throws {
        let (world, maria, ben) = try await Self.pair()
        let eva = try await world.person("eva", teams: ["billing"])
        let submission = try await world.submit(world.proposal(), by: maria)
        try await world.approve(submission.id, by: ben)
        let before = submission.judged.binding
        try await world.enforce("version-tells-truth")
        #expect(await code { try await world.approve(submission.id, by: eva, binding: before) } == "BINDING_STALE")
        try await world.registry.removePolicy(.init(parsing: "version-tells-truth"), by: world.ada, world.mark())
        let wrong = Digest(of: "")
        #expect(await code { try await world.approve(submission.id, by: eva, binding: wrong) } == "BINDING_STALE")
        // The policies, and so the digest, are what they were when Ben approved; his word is not.
        #expect(try world.registry.dossier(submission.id).submission.judged.binding == before)
        #expect(try await world.approve(submission.id, by: eva).version == nil)
        #expect(try await world.approve(submission.id, by: ben).version?.number == 1)
    }

    @Test func survivesACatalogChangeThatMovesNothing() async throws {
        let (world, maria, ben) = try await Self.pair()
        let eva = try await world.person("eva", teams: ["billing"])
        let submission = try await world.submit(world.proposal(), by: maria)
        try await world.approve(submission.id, by: ben)
        try await world.declare(.teams, ["name": "newcomers"])
        #expect(
            try await world.approve(submission.id, by: eva, binding: submission.judged.binding).version?.number == 1
        )
    }

    @Test func isJudgedAnewWhenTheCatalogMovesTheSystemOfRecord() async throws {
        let world = try await World()
        try await world.enforce("owner-approves")
        try await world.enforce("system-of-record-writes")
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let writes: JSON = ["system": "erp", "writes": [["entity": "Invoice"]]]
        let submission = try await world.submit(world.proposal("1.0.0", "id:string!", with: writes), by: maria)
        #expect(submission.state == .pending)
        try await world.declare(.entities, ["name": "Invoice", "system": "crm"])
        #expect(try world.registry.dossier(submission.id).isStale)
        let begin = try world.size
        #expect(await code { try await world.approve(submission.id, by: ben) } == "SUBMISSION_DENIED")
        #expect(try world.state(submission.id) == .denied)
        #expect(
            try world.actions(after: begin) == ["submission.judged", "submission.closed", "approval.refused"]
        )
        #expect(await code { try world.registry.subject(submission.subject) } == "SUBJECT_UNKNOWN")
    }

    @Test func ofWhatSomebodyElseRegisteredMeanwhileIsRefused() async throws {
        let world = try await World()
        let (maria, otto) = (try await world.person("maria"), try await world.person("otto"))
        let ben = try await world.person("ben", teams: ["billing"])
        let one = try await world.submit(world.proposal(), by: maria)
        let same = try await world.submit(world.proposal(), by: otto)
        try await world.approve(one.id, by: ben)
        #expect(await code { try await world.approve(same.id, by: ben) } == "BINDING_STALE")
        #expect(await code { try await world.approve(same.id, by: ben) } == "ALREADY_REGISTERED")
        #expect(try await world.registry.withdraw(same.id, by: otto, world.mark()).state == .withdrawn)
    }

    @Test func differsByContentManifestVersionAndBase() async throws {
        let world = try await World()
        let maria = try await world.person("maria")
        let proposals = [
            try world.proposal(), try world.proposal("1.0.1"), try world.proposal("1.0.0", "id:int!"),
            try world.proposal("1.0.0", "id:string!", with: ["summary": "x"]),
        ]
        let bindings = try proposals.map { try world.registry.check($0, by: maria).binding }
        #expect(Set(bindings).count == proposals.count)
        #expect(
            try world.registry.check(world.proposal("1.0.0", "# same\nid:string!"), by: maria).binding == bindings[0]
        )
    }

    @Test func judgesAgainBeforeTheWriteAndNotInIt() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let submission = try await world.submit(world.proposal(), by: maria)
        try await world.enforce("version-tells-truth")
        let threads = Mutex<[UInt]>([])
        let format = WatchedFormat { threads.withLock { $0.append(UInt(pthread_self())) } }
        let registry = try Registry(
            store: world.store,
            formats: Formats([format]),
            functions: World.functions,
            clock: world.clock
        )
        let writer = try await world.store.write { _ in UInt(pthread_self()) }
        let stale = submission.judged.binding
        let refused = await code {
            try await registry.approve(submission.id, binding: stale, reason: "", by: ben, world.mark())
        }
        #expect(refused == "BINDING_STALE")
        let seen = threads.withLock { $0 }
        #expect(!seen.isEmpty && !seen.contains(writer))
        #expect(try world.actions().suffix(2) == ["submission.judged", "approval.refused"])
        let answered = try await world.approve(submission.id, by: ben)
        #expect(answered.version?.number == 1)
        #expect(threads.withLock { $0.count } == seen.count)
    }

    @Test func thatMovesBetweenJudgementAndWriteIsJudgedAgain() async throws {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        let submission = try await world.submit(world.proposal(), by: maria)
        try await world.enforce("version-tells-truth")
        // Every judgement outside the writer finds another policy in force when it comes to the write.
        let rounds = Atomic(0)
        let format = WatchedFormat {
            let round = rounds.add(1, ordering: .relaxed).newValue
            guard round <= 3 else { return }
            let isDone = DispatchSemaphore(value: 0)
            Task.detached {
                _ = try? await world.enforce("owner-approves", name: "p\(round)")
                isDone.signal()
            }
            isDone.wait()
        }
        let registry = try Registry(
            store: world.store,
            formats: Formats([format]),
            functions: World.functions,
            clock: world.clock
        )
        let (begin, binding) = (try world.size, submission.judged.binding)
        let refused = await withTaskExecutorPreference(OwnThread()) {
            await code {
                try await registry.approve(submission.id, binding: binding, reason: "", by: ben, world.mark())
            }
        }
        #expect(rounds.load(ordering: .relaxed) == 4)
        #expect(refused == "BINDING_STALE")
        let actions = try world.actions(after: begin)
        #expect(actions.filter { $0 == "submission.judged" }.count == 1)
        #expect(actions.last == "approval.refused")
        let dossier = try world.registry.dossier(submission.id)
        #expect(dossier.submission.judged.policySet == (try registry.standing().policies.digest))
    }
}

/// Runs what may block beside the pool that everything else shares.
private final class OwnThread: TaskExecutor {
    private let queue = DispatchQueue(label: "canon.test")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
