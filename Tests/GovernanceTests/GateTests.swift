import Compatibility
import Contracts
import Crypto
import Governance
import Syntax
import Testing

@Suite("gate")
struct GateTests {
    /// The digest of what a text says.
    static func digest(_ content: String) throws -> Digest {
        let format = LineFormat()
        let model = try format.parse(ContractSource(Array(content.utf8)), library: ReferenceLibrary())
        return Digest(of: format.canonicalForm(of: model))
    }

    static func entry(_ subject: String, _ version: String, _ content: String) throws -> JSON {
        ["contract": .string(subject), "version": .string(version), "digest": .string(try digest(content).description)]
    }

    static func lock(_ provides: [JSON] = [], consumes: [JSON] = [], app: String = "bridge") -> [UInt8] {
        let json: JSON = [
            "lockVersion": 1, "app": .string(app), "version": "2026.9.1", "provides": .array(provides),
            "consumes": .array(consumes),
        ]
        return json.bytes
    }

    /// A world with `a.approved` 1.0.0, and 1.1.0 of it pending as `x:int\ny:int`, `a.denied`, `a.rejected`, `a.withdrawn`.
    static func world() async throws -> (World, release: Principal) {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        try await world.enforce("owner-approves")
        try await world.enforce("system-of-record-writes")
        let approved = try await world.submit(world.proposal("1.0.0", "x:int", subject: "a.approved"), by: maria)
        try await world.approve(approved.id, by: ben)
        _ = try await world.submit(world.proposal("1.1.0", "x:int\ny:int", subject: "a.approved"), by: maria)
        let writes: JSON = ["system": "crm", "writes": [["entity": "Invoice"]]]
        _ = try await world.submit(world.proposal("1.0.0", "x:int", subject: "a.denied", with: writes), by: maria)
        let rejected = try await world.submit(world.proposal("1.0.0", "x:int", subject: "a.rejected"), by: maria)
        _ = try await world.registry.reject(
            rejected.id,
            binding: rejected.judged.binding,
            reason: "no",
            by: ben,
            world.mark()
        )
        let withdrawn = try await world.submit(world.proposal("1.0.0", "x:int", subject: "a.withdrawn"), by: maria)
        _ = try await world.registry.withdraw(withdrawn.id, by: maria, world.mark())
        return (world, try await world.person("rita", roles: ["release"]))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        var provides: [(String, String, String)] = []
        var consumes: [(String, String, String)] = []
        var app = "bridge"
        var environment = "production"
        let verdict: GateVerdict
        var codes: [String] = []
        var testDescription: String { why }
    }

    static let approved = ("a.approved", "1.0.0", "x:int")
    static let pending = ("a.approved", "1.1.0", "x:int\ny:int")
    static let denied = ("a.denied", "1.0.0", "x:int")

    static let cases = [
        Case(why: "approved, provided", provides: [approved], verdict: .allowed),
        Case(why: "approved, consumed", consumes: [approved], verdict: .allowed),
        Case(why: "approved, both", provides: [approved], consumes: [approved], verdict: .allowed),
        Case(why: "to a test environment", provides: [approved], environment: "test", verdict: .allowed),
        Case(why: "nothing listed", verdict: .unknown, codes: ["LOCK_EMPTY"]),
        Case(
            why: "no such environment",
            provides: [approved],
            environment: "moon",
            verdict: .unknown,
            codes: ["ENVIRONMENT_UNKNOWN"]
        ),
        Case(why: "no such app", provides: [approved], app: "ghost", verdict: .unknown, codes: ["APPLICATION_UNKNOWN"]),
        Case(
            why: "other content",
            provides: [("a.approved", "1.0.0", "x:string")],
            verdict: .denied,
            codes: ["LOCK_STALE"]
        ),
        Case(why: "pending", provides: [pending], verdict: .pending, codes: ["APPROVAL_PENDING"]),
        Case(
            why: "other content than what is pending",
            provides: [("a.approved", "1.1.0", "x:string")],
            verdict: .denied,
            codes: ["LOCK_STALE"]
        ),
        Case(why: "denied", provides: [denied], verdict: .denied, codes: ["NOT_APPROVED"]),
        Case(
            why: "rejected",
            provides: [("a.rejected", "1.0.0", "x:int")],
            verdict: .denied,
            codes: ["NOT_APPROVED"]
        ),
        Case(
            why: "withdrawn",
            provides: [("a.withdrawn", "1.0.0", "x:int")],
            verdict: .unknown,
            codes: ["SUBJECT_UNKNOWN"]
        ),
        Case(
            why: "no such subject",
            consumes: [("a.b", "1.0.0", "x:int")],
            verdict: .unknown,
            codes: ["SUBJECT_UNKNOWN"]
        ),
        Case(
            why: "no such version",
            consumes: [("a.approved", "9.0.0", "x:int")],
            verdict: .unknown,
            codes: ["VERSION_UNKNOWN"]
        ),
        Case(
            why: "denied goes before pending and unknown",
            provides: [approved, pending, denied],
            consumes: [("a.b", "1.0.0", "x:int")],
            verdict: .denied,
            codes: ["NOT_APPROVED", "SUBJECT_UNKNOWN", "APPROVAL_PENDING"]
        ),
    ]

    @Test(arguments: cases)
    func answers(_ test: Case) async throws {
        let (world, rita) = try await Self.world()
        let lock = Self.lock(
            try test.provides.map { try Self.entry($0.0, $0.1, $0.2) },
            consumes: try test.consumes.map { try Self.entry($0.0, $0.1, $0.2) },
            app: test.app
        )
        let environment = try EnvironmentID(parsing: test.environment)
        let (answer, record) = try await world.registry.gate(lock, to: environment, by: rita, world.mark())
        #expect(answer.verdict == test.verdict)
        #expect(answer.reasons.map(\.code) == test.codes)
        #expect(try world.events().last?.change == .gateAnswered(record))
        #expect(try world.registry.gateRecord(record.id).answer == answer)
    }

    @Test func aRivalsRejectedProposalDoesNotHideOneThatIsPending() async throws {
        let (world, rita) = try await Self.world()
        let (otto, ben) = (try await world.person("otto"), try await world.person("bea", teams: ["billing"]))
        let rival = try await world.submit(world.proposal("1.1.0", "x:int\ny:int", subject: "a.approved"), by: otto)
        let binding = rival.judged.binding
        _ = try await world.registry.reject(rival.id, binding: binding, reason: "", by: ben, world.mark())
        let lock = Self.lock([try Self.entry("a.approved", "1.1.0", "x:int\ny:int")])
        let environment = try EnvironmentID(parsing: "test")
        #expect(try await world.registry.gate(lock, to: environment, by: rita, world.mark()).answer.verdict == .pending)
    }

    @Test func needsTheRoleRelease() async throws {
        let (world, _) = try await Self.world()
        let lock = Self.lock()
        let environment = try EnvironmentID(parsing: "test")
        let maria = try await world.person("maria", roles: ["submitter", "approver", "auditor", "admin"])
        let size = try world.size
        #expect(
            await code { try await world.registry.gate(lock, to: environment, by: maria, world.mark()) }
                == "ROLE_MISSING"
        )
        #expect(try world.size == size)
    }

    @Test func ofTheSameRequestIsTheSameRecord() async throws {
        let (world, rita) = try await Self.world()
        let lock = Self.lock([try Self.entry("a.approved", "1.0.0", "x:int")])
        let environment = try EnvironmentID(parsing: "test")
        let first = try await world.registry.gate(lock, to: environment, by: rita, world.mark("g"))
        let again = try await world.registry.gate(lock, to: environment, by: rita, world.mark("g"))
        let fresh = try await world.registry.gate(lock, to: environment, by: rita, world.mark())
        #expect(first.record == again.record && first.answer == again.answer)
        #expect(fresh.record.id != first.record.id)
    }

    @Test(arguments: [
        #"{}"#, #"[]"#, #"{"lockVersion": 2, "app": "bridge", "version": "1"}"#,
        #"{"lockVersion": 1, "app": "br idge", "version": "1"}"#, #"{"lockVersion": 1, "app": "bridge"}"#,
        #"{"lockVersion": 1, "app": "bridge", "version": "1", "provides": [{"contract": "a"}]}"#,
        #"{"lockVersion": 1, "app": "bridge", "version": "1", "provides": [{"contract": "a", "version": "1.0.0", "digest": "sha256:12"}]}"#,
        #"{"lockVersion": 1, "app": "bridge", "version": "1", "surprise": true}"#,
    ])
    func refusesALockfileThatIsNone(_ text: String) async throws {
        let (world, rita) = try await Self.world()
        let environment = try EnvironmentID(parsing: "test")
        #expect(
            await code { try await world.registry.gate(Array(text.utf8), to: environment, by: rita, world.mark()) }
                == "LOCK_INVALID"
        )
    }

    @Test func aLockfilesTextIsReadBackAndAlwaysTheSame() throws {
        let entry = Lockfile.Entry(
            subject: try Subject(parsing: "a.b"),
            version: SemanticVersion(1, 2, 3),
            digest: Digest(of: "x"),
            uses: ["GET /x", "/a/b"]
        )
        let lock = Lockfile(
            application: try ApplicationID(parsing: "bridge"),
            release: "2026.9.1",
            provides: [entry],
            consumes: [entry]
        )
        let read = try Lockfile(Document.json(Array(lock.text.utf8)).root)
        #expect(read == lock)
        #expect(read.text == lock.text)
    }
}
