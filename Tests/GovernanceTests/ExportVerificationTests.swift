import Audit
import Contracts
import Crypto
import Governance
import Syntax
import Testing

@Suite("export verification")
struct ExportVerificationTests {
    /// The lines of an export of a registry in which a version was approved.
    static func lines() async throws -> (World, [String]) {
        let world = try await World()
        let (maria, ben) = (try await world.person("maria"), try await world.person("ben", teams: ["billing"]))
        try await world.approve(world.submit(world.proposal(), by: maria).id, by: ben)
        let size = try await world.registry.beginExport(by: world.ada, world.mark())
        let header: JSON = [
            "export": "canon-audit/1", "checkpoint": .string(try world.registry.checkpoint(ofSize: size).text),
        ]
        let leaves = try world.registry.exportedLeaves(from: 0, to: size, limit: 1000)
        return (world, [header.text] + leaves.map { String(decoding: $0.bytes, as: UTF8.self) })
    }

    static func fault(_ lines: [String], against kept: Checkpoint? = nil) throws -> String {
        let bytes: [UInt8] = lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
        return try ExportVerification(bytes, against: kept).fault ?? "sound"
    }

    /// The same lines with a tree that fits them, as somebody makes it who rewrites the whole log.
    static func rewritten(_ lines: [String]) throws -> [String] {
        var tree = MerkleTree()
        for line in lines.dropFirst() { _ = tree.append(Merkle.leafHash(Array(line.utf8))) }
        let checkpoint = try Checkpoint(origin: "canon.example/test", head: tree.head)
        let header: JSON = ["export": "canon-audit/1", "checkpoint": .string(checkpoint.text)]
        return [header.text] + lines.dropFirst()
    }

    @Test func ofAnHonestExportIsSound() async throws {
        let (world, lines) = try await Self.lines()
        #expect(try Self.fault(lines) == "sound")
        #expect(try Self.fault(lines, against: world.registry.checkpoint(ofSize: 5)) == "sound")
        #expect(try Self.fault(Self.rewritten(lines)) == "sound")
    }

    @Test func namesWhatIsWrong() async throws {
        let (world, lines) = try await Self.lines()
        let kept = try world.registry.checkpoint(ofSize: UInt64(lines.count - 2))
        let last = lines.count - 1
        func altered(_ change: (inout [String]) -> Void) -> [String] {
            var lines = lines
            change(&lines)
            return lines
        }
        let approval = try #require(lines.firstIndex { $0.contains("approval.given") })
        let version = try #require(lines.firstIndex { $0.contains("version.accepted") })
        #expect(try Self.fault(altered { $0.removeLast() }).contains("its checkpoint says"))
        #expect(try Self.fault(altered { $0[3] = "{}" }) == "record 2 is no record of a canon log")
        #expect(
            try Self.fault(altered { $0[3] = $0[3].replacing(#""v":1"#, with: #""v": 1"#) }).contains(
                "not in canonical form"
            )
        )
        #expect(try Self.fault(altered { $0.swapAt(2, 3) }) == "record 1 says that it is record 2")
        #expect(
            try Self.fault(altered { $0[2] = $0[2].replacing("canon.example/test", with: "elsewhere") })
                == "record 1 belongs to the log elsewhere"
        )
        let sooner = altered { $0[last] = $0[last].replacing("2026-11-24T", with: "2026-11-23T") }
        #expect(try Self.fault(sooner) == "record \(last - 1) lies before the one before it in time")
        let other = altered { $0[approval] = $0[approval].replacing("seen", with: "fine") }
        #expect(try Self.fault(other).contains("something was altered"))
        #expect(try Self.fault(Self.rewritten(other), against: kept).contains("some were altered"))
        #expect(try Self.fault(Array(lines.prefix(4)), against: kept).contains("some are gone") == false)
        #expect(try Self.fault(Self.rewritten(Array(lines.prefix(4))), against: kept).contains("some are gone"))
        let own = altered { $0[approval] = $0[approval].replacing(#""person":"ben""#, with: #""person":"maria""#) }
        #expect(try Self.fault(Self.rewritten(own)).contains("maria answered the own submission"))
        let no = altered { $0[approval] = $0[approval].replacing("approved", with: "rejected") }
        #expect(try Self.fault(Self.rewritten(no)).contains("was accepted without an approval"))
        let swapped = altered { lines in
            lines[version] = lines[version]
                .replacing(Digest(of: "id:string!").description, with: Digest(of: "id:int").description)
        }
        #expect(try Self.fault(Self.rewritten(swapped)).contains("was accepted without an approval"))
        let negative = altered { $0[2] = $0[2].replacing(#""seq":1"#, with: #""seq":-1"#) }
        #expect(try Self.fault(negative) == "record 1 is no record of a canon log")
    }

    @Test(arguments: ["", "x", "{}", #"{"export":"other"}"#, #"{"export":"canon-audit/1","checkpoint":"x"}"#])
    func refusesWhatIsNoExport(_ text: String) {
        #expect(throws: (any Error).self) { try ExportVerification(Array(text.utf8)) }
    }
}
