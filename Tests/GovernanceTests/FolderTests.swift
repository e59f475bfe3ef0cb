import Audit
import Compatibility
import Contracts
import Governance
import Policies
import Syntax
import Testing

@Suite("registry folder")
struct FolderTests {
    private static func manifest(_ subject: String, _ mode: String = "BACKWARD") -> String {
        #"{"subject": "\#(subject)", "format": "lines", "kind": "api", "owner": "billing", "compatibility": "\#(mode)"}"#
    }

    private static let catalog = #"{"teams": [{"name": "billing"}, {"name": "arch"}]}"#
    private static let policy =
        #"{"policy": "holds", "summary": "s", "owner": "arch", "rule": "compatibility-holds"}"#

    private static func folder(_ files: [String: String]) throws -> RegistryFolder {
        try RegistryFolder(files.mapValues { Array($0.utf8) }, functions: World.functions)
    }

    @Test func isReadByRole() throws {
        let folder = try Self.folder([
            "r/a.b/contract.yaml": Self.manifest("a.b"), "r/a.b/1.0.0.txt": "x:int", "r/a.b/1.10.0.txt": "x:int\nz:int",
            "r/a.b/1.9.0.txt": "x:int\ny:int", "r/a.b/README.md": "not a version", "r/a.b/old/2.0.0.txt": "x:int",
            "r/catalog/teams.yaml": Self.catalog, "p/holds/policy.yaml": Self.policy, "x/notes.txt": "",
        ])
        let contract = try #require(try folder.contracts[Subject(parsing: "a.b")])
        #expect(contract.versions.map(\.version.description) == ["1.0.0", "1.9.0", "1.10.0"])
        #expect(folder.items.map(\.item.name) == ["billing", "arch"])
        #expect(folder.policies.map(\.policy.id.name) == ["holds"])
    }

    @Test func ofTwoFoldersForOneSubjectIsRefused() {
        #expect(throws: ContractFailure.self) {
            try Self.folder(["a/contract.yaml": Self.manifest("a"), "b/contract.yaml": Self.manifest("a")])
        }
    }

    @Test func placesWhatIsReferredToFirst() throws {
        let folder = try Self.folder([
            "a/contract.yaml": Self.manifest("a"), "a/1.0.0.txt": "use canon:b@1.0.0\nx:int",
            "b/contract.yaml": Self.manifest("b"), "b/1.0.0.txt": "use canon:c@1\nx:int",
            "c/contract.yaml": Self.manifest("c"), "c/1.0.0.txt": "x:int",
        ])
        #expect(try folder.inOrderOfReference(World.formats).map(\.manifest.subject.name) == ["c", "b", "a"])
    }

    /// Version contents of `a.b` and whether the last one is denied by its mode.
    @Test(arguments: [
        ("BACKWARD", ["x:int", "x:int\ny:int"]), ("BACKWARD", ["x:int", "x:string"]),
        ("BACKWARD_TRANSITIVE", ["x:int!", "y:int", "x:string"]), ("FULL", ["x:int!", "y:int"]),
        ("NONE", ["x:int!", "x:string"]),
    ])
    func isJudgedAsTheServerWould(_ mode: String, _ contents: [String]) async throws {
        var files = [
            "a/contract.yaml": Self.manifest("a.b", mode), "p/holds/policy.yaml": Self.policy,
            "catalog/teams.yaml": Self.catalog,
        ]
        for (number, content) in contents.enumerated() { files["a/1.\(number).0.txt"] = content }
        let folder = try Self.folder(files)
        let world = try await World()
        let candidates = try folder.candidates(over: nil, by: world.ada.person.id, World.formats)
        let offline = try Judge(formats: World.formats).judge(candidates[0].proposal, on: candidates[0].ground).decision
        _ = try await world.registry.declare(policy: folder.policies[0].node, by: world.ada, world.mark())
        for (number, content) in contents.dropLast().enumerated() {
            let proposal = Proposal(
                manifest: candidates[0].proposal.manifest,
                version: SemanticVersion(1, number, 0),
                content: ContractSource(Array(content.utf8))
            )
            _ = try await world.registry.adopt(proposal, by: world.ada, world.mark())
        }
        let online = try world.registry.check(candidates[0].proposal, by: world.ada).decision
        #expect(offline == online)
    }

    /// Versions of `a.b` beside the last, and whether a transitive mode says that it did not look at all of them.
    @Test(arguments: [
        ("BACKWARD_TRANSITIVE", 3, false), ("BACKWARD_TRANSITIVE", 200, false), ("BACKWARD_TRANSITIVE", 201, true),
        ("BACKWARD", 201, false), ("NONE", 201, false),
    ])
    func saysWhatATransitiveModeDidNotLookAt(_ mode: String, _ count: Int, _ says: Bool) throws {
        var files = ["a/contract.yaml": Self.manifest("a.b", mode), "catalog/teams.yaml": Self.catalog]
        for number in 0...count { files["a/1.\(number).0.txt"] = "x\(number):int" }
        let candidate = try #require(
            try Self.folder(files).candidates(over: nil, by: PersonID(parsing: "ada"), World.formats).first
        )
        let decision = try Judge(formats: World.formats).judge(candidate.proposal, on: candidate.ground).decision
        let notes = decision.findings.filter { $0.rule == Finding.notLookedAt }
        #expect(notes.map(\.severity) == (says ? [.warning] : []))
        #expect(notes.allSatisfy { $0.message.hasPrefix("1 version before 1.1.0 was not compared") })
        #expect(decision.isCompatible)
    }

    @Test func aNewMajorVersionIsHeldToNothingBefore() throws {
        var files = ["a/contract.yaml": Self.manifest("a.b", "FULL_TRANSITIVE"), "catalog/teams.yaml": Self.catalog]
        for number in 0...210 { files["a/\(number < 20 ? 1 : 2).\(number).0.txt"] = "x\(number):int" }
        let candidate = try #require(
            try Self.folder(files).candidates(over: nil, by: PersonID(parsing: "ada"), World.formats).first
        )
        let decision = try Judge(formats: World.formats).judge(candidate.proposal, on: candidate.ground).decision
        #expect(!decision.findings.contains { $0.rule == Finding.notLookedAt })
    }

    @Test func thatNamesAnUnknownTeamIsRefused() async throws {
        let files = [
            "a/contract.yaml": Self.manifest("a.b").replacing("billing", with: "biling"), "a/1.0.0.txt": "x:int",
            "catalog/teams.yaml": Self.catalog,
        ]
        let world = try await World()
        let ada = world.ada
        let candidate = try #require(
            try Self.folder(files).candidates(over: nil, by: ada.person.id, World.formats).first
        )
        let failure = #expect(throws: ContractFailure.self) {
            try Judge(formats: World.formats).judge(candidate.proposal, on: candidate.ground)
        }
        #expect(failure?.description.hasPrefix("a/contract.yaml, line 1, column ") == true)
        #expect(failure?.message.contains("team 'biling'; did you mean 'billing'?") == true)
        let size = try world.size
        let adopted = await code { try await world.registry.adopt(candidate.proposal, by: ada, world.mark()) }
        #expect(adopted == "MANIFEST_NAME_UNKNOWN")
        #expect(try world.size == size)
    }
}
