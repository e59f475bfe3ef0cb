import Audit
import Commands
import Crypto
import FoundationEssentials
import Testing

/// `canon audit verify --keep`: whoever verifies is a witness of the log until the next time.
@Suite("kept checkpoint")
struct KeptCheckpointTests {
    private static func checkpoint(_ file: String) throws -> Checkpoint {
        try Checkpoint(parsing: String(decoding: Data(contentsOf: URL(filePath: file)), as: UTF8.self))
    }

    @Test func growsWithTheLog() throws {
        let registry = try RunningRegistry()
        let file = try TemporaryFolder()
        let path = file.path + "/log.checkpoint"
        let verify = ["audit", "verify", "--keep", path]
        #expect(registry.run(verify).exit == .allowed)
        let first = try Self.checkpoint(path)
        #expect(first.origin == "canon.test/registry")
        let again = registry.run(verify)
        #expect(again.exit == .allowed, "\(again.out)")
        #expect(try Self.checkpoint(path).head.size > first.head.size)
        #expect(registry.run(["audit", "verify", "--since", path]).exit == .allowed)
    }

    @Test func ofALogThatWasRewrittenIsDeniedAndKept() throws {
        let registry = try RunningRegistry()
        let folder = try TemporaryFolder()
        let path = folder.path + "/log.checkpoint"
        let verify = ["audit", "verify", "--keep", path]
        _ = registry.run(verify)
        let honest = try Self.checkpoint(path)
        let others: [(Checkpoint, String)] = [
            (
                try Checkpoint(
                    origin: honest.origin,
                    head: TreeHead(size: honest.head.size, root: Digest(of: "another history"))
                ), "are not those of the checkpoint that was kept"
            ),
            (
                try Checkpoint(origin: honest.origin, head: TreeHead(size: 1_000, root: honest.head.root)),
                "and had 1000 when the checkpoint was kept: some are gone"
            ),
            (
                try Checkpoint(origin: "canon.test/other", head: honest.head),
                "the checkpoint that was kept is of 'canon.test/other'"
            ),
        ]
        for (other, says) in others {
            _ = try folder.write("log.checkpoint", other.text)
            let run = registry.run(verify)
            #expect(run.exit == .denied)
            #expect(run.out.hasPrefix("ALTERED: ") && run.out.contains(says), "\(run.out)")
            #expect(try Self.checkpoint(path) == other)
        }
    }

    @Test func thatIsNoneIsNotWrittenOver() throws {
        let registry = try RunningRegistry()
        let folder = try TemporaryFolder()
        let path = try folder.write("log.checkpoint", "my notes\n")
        #expect(registry.run(["audit", "verify", "--keep", path]).exit != .allowed)
        #expect(String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self) == "my notes\n")
        let both = registry.run(["audit", "verify", "--keep", path, "--since", path])
        #expect(both.exit == .usage)
    }
}
