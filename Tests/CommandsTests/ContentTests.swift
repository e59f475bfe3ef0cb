import Commands
internal import Contracts
import FoundationEssentials
import Governance
import OutsideSuites
internal import Policies
import Testing

/// The registry and the policies of this repository.
@Suite("content of this repository")
struct ContentTests {
    private static let folders = ["Registry", "Policies"].map { OutsideSuites.checkout + "/" + $0 }

    private static func folder() throws -> RegistryFolder {
        var files: [String: [UInt8]] = [:]
        for folder in folders {
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
            where name.hasSuffix(".yaml") || name.hasSuffix(".json") {
                files[folder + "/" + name] = Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
            }
        }
        return try RegistryFolder(files, functions: BuiltIns.functions)
    }

    @Test func everyOwnerAndNameIsInTheCatalog() throws {
        let folder = try Self.folder()
        for (item, _) in folder.items { #expect(folder.catalog.missing(for: item) == []) }
        for contract in folder.contracts.values {
            let manifest = contract.manifest
            #expect(folder.catalog.teams[manifest.owner] != nil, "\(manifest.subject)")
            #expect(manifest.entity.map { folder.catalog.entities[$0] != nil } ?? true, "\(manifest.subject)")
            #expect(manifest.system.map { folder.catalog.systems[$0] != nil } ?? true, "\(manifest.subject)")
            for consumer in manifest.consumers {
                #expect(
                    folder.catalog.applications[consumer.application]?.team == consumer.team,
                    "\(consumer.application)"
                )
            }
            #expect(!contract.versions.isEmpty, "\(manifest.subject)")
        }
        for file in folder.policies { #expect(folder.catalog.teams[file.policy.owner] != nil) }
    }

    @Test func everyPolicyPassesItsTests() throws {
        let policies = try Self.folder().policies
        #expect(policies.count >= 9)
        for file in policies {
            #expect(!file.tests.isEmpty, "\(file.policy.id)")
            for test in file.tests { #expect(test.failures(of: file.policy) == []) }
        }
    }

    @Test func everyContractIsReadAndDeniedByNoPolicy() throws {
        let folder = try Self.folder()
        let judge = Judge(formats: BuiltIns.formats)
        let empty = try RegistryFolder([:], functions: BuiltIns.functions)
        for candidate in try folder.candidates(over: empty, by: .init(parsing: "author"), BuiltIns.formats) {
            let decision = try judge.judge(candidate.proposal, on: candidate.ground).decision
            let denials = decision.denials.map {
                "\(candidate.proposal.subject): \($0.reason.code) \($0.reason.message)"
            }
            #expect(denials == [])
        }
    }
}
