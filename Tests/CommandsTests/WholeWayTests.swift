import Commands
import FoundationEssentials
import OutsideSuites
import Syntax
import Testing

/// The way of a change through the command line, against a real server.
@Suite("whole way")
struct WholeWayTests {
    private static let folders = ["Registry", "Policies"].map { OutsideSuites.checkout + "/" + $0 }

    /// The latest invoice, one field renamed: it breaks who reads the field.
    private static func renamedInvoice(in folder: TemporaryFolder) throws -> String {
        let file = folders[0] + "/canonical.invoice/2.4.0.json"
        let text = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
        return try folder.write("invoice.json", text.replacing("\"taxCode\"", with: "\"taxCategoryCode\""))
    }

    private func json(_ run: CommandRun) throws -> Node { try Document.json(Array(run.out.utf8)).root }

    @Test func applyingAgainChangesNothing() throws {
        let registry = try RunningRegistry()
        let first = registry.run(["apply"] + Self.folders)
        #expect(first.exit == .allowed)
        #expect(first.out.contains("0 changed, 0 unchanged"))
        let again = registry.run(["apply"] + Self.folders)
        #expect(again.exit == .allowed)
        #expect(again.out.contains("0 new, 0 changed"))
    }

    @Test func theLaptopJudgesAsTheServerDoes() throws {
        let registry = try RunningRegistry()
        _ = registry.run(["apply"] + Self.folders)
        let folder = try TemporaryFolder()
        let proposal = try Self.renamedInvoice(in: folder)
        let changed = try TemporaryFolder()
        for name in ["Registry", "Policies"] {
            try FileManager.default.copyItem(
                atPath: OutsideSuites.checkout + "/" + name,
                toPath: changed.path + "/" + name
            )
        }
        try FileManager.default.copyItem(
            atPath: proposal,
            toPath: changed.path + "/Registry/canonical.invoice/2.5.0.json"
        )
        let folders = ["Registry", "Policies"].map { changed.path + "/" + $0 }
        let author = registry.token("p-ines")
        let offline = registry.run(
            ["check", "--output", "json", "--author", "p-ines", "--against", Self.folders[0]] + folders
        )
        let online = registry.run(["check", "--output", "json", "--online"] + folders, token: author)
        #expect(offline.exit == .denied)
        #expect(online.exit == .denied)
        #expect(try json(offline).json == json(online).json)
    }

    @Test func submitApproveGateAndProve() throws {
        let registry = try RunningRegistry()
        _ = registry.run(["apply"] + Self.folders)
        let folder = try TemporaryFolder()
        let proposal = try Self.renamedInvoice(in: folder)
        let architect = registry.token("p-ines")
        let submit = ["submit", "--output", "json", "canonical.invoice", "3.0.0", proposal]
        let submitted = registry.run(submit, token: architect)
        #expect(submitted.exit == .pending)
        let id = try #require(json(submitted)["id"]?.string)

        let pipeline = registry.token("ci-billing")
        let lock = folder.path + "/canon.lock"
        let locked = registry.run(
            ["lock", "--app", "billing-orchestrator", "--release", "4.2.0", "--to", lock]
                + ["--consumes", "canonical.invoice@3.0.0", "--consumes", "canonical.client@2.1.0"],
            token: pipeline
        )
        #expect(locked.exit == .allowed)
        let gate = ["gate", "--lock", lock, "--environment", "production"]
        #expect(registry.run(gate, token: pipeline).exit == .pending)

        #expect(registry.run(["approve", id], token: architect).error.contains("cannot answer it"))
        for person in ["p-olu", "p-carol", "p-taro", "p-sam", "p-bianca"] {
            #expect(registry.run(["approve", id], token: registry.token(person)).exit == .pending, "\(person)")
        }
        #expect(registry.run(["approve", id], token: registry.token("p-priya")).exit == .allowed)
        #expect(registry.run(gate, token: pipeline).exit == .allowed)
        #expect(registry.run(gate.dropLast() + ["moon"], token: pipeline).exit == .unjudged)

        let auditor = registry.token("p-ada")
        let export = folder.path + "/log.jsonl"
        #expect(registry.run(["audit", "export", "--to", export], token: auditor).exit == .allowed)
        #expect(registry.run(["audit", "verify", export]).exit == .allowed)
        #expect(registry.run(["audit", "prove", "0"], token: auditor).out.hasPrefix("PROVED"))
        #expect(
            registry.run(["audit", "log", "--action", "version.accepted", "--limit", "1"], token: auditor).out.contains(
                "canonical.invoice"
            )
        )
    }

    @Test func historyOfNothingSaysSo() throws {
        let run = try RunningRegistry().run(["history", "billing.nothing"])
        #expect(run.exit == .allowed)
        #expect(run.error.contains("nothing is registered or proposed as billing.nothing"))
    }

    @Test func recordsAreListedBeyondAPage() throws {
        let registry = try RunningRegistry()
        for _ in 0..<202 { _ = registry.token("root") }
        let all = registry.run(["audit", "log", "--limit", "1000"])
        let numbers = all.out.split(separator: "\n").compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
        #expect(numbers == Array((0..<205).reversed()))
        #expect(!all.error.contains("older records"))
        let some = registry.run(["audit", "log", "--limit", "203"])
        #expect(some.out.split(separator: "\n").count == 203)
        #expect(some.error.contains("older records"))
        #expect(registry.run(["audit", "log", "--limit", "0"]).exit == .usage)
    }

    @Test func aFlippedByteOfAnExportIsFound() throws {
        let registry = try RunningRegistry()
        _ = registry.run(["apply"] + Self.folders)
        let folder = try TemporaryFolder()
        let export = folder.path + "/log.jsonl"
        _ = registry.run(["audit", "export", "--to", export])
        let bytes = Array(try Data(contentsOf: URL(filePath: export)))
        for place in stride(from: 0, to: bytes.count, by: bytes.count / 13) where bytes[place] != UInt8(ascii: "\n") {
            var altered = bytes
            altered[place] ^= 1
            try Data(altered).write(to: URL(filePath: export))
            #expect(registry.run(["audit", "verify", export]).exit != .allowed, "byte \(place)")
        }
    }
}
