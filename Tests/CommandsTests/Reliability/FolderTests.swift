import Glibc
import Syntax
import Testing

@testable import Commands

/// Data folders that a server cannot have, or that run out of space.
@Suite("data folder", .serialized, .enabled(if: BuiltProgram.isBuilt, BuiltProgram.absence))
struct FolderTests {
    private static let serve = ["serve", "--listen", "127.0.0.1:0", "--log", "off", "--data"]

    /// A shell that first mounts something where only it and its child see it.
    private static func inOwnNamespace(_ script: String, _ arguments: [String], withErrors: Bool = false) throws
        -> ChildProcess
    {
        let words = ["-rm", "sh", "-ec", script, "sh", BuiltProgram.path ?? ""] + arguments
        return try ChildProcess("unshare", words, withErrors: withErrors)
    }

    @Test("a second server on the same folder is refused and says who has it")
    func second() async throws {
        let registry = try BenchRegistry()
        _ = try registry.declare()
        let server = try ServedProcess(data: registry.data)
        let other = try ChildProcess(BuiltProgram.path ?? "", Self.serve + [registry.data], withErrors: true)
        let message = String(decoding: other.readAll(), as: UTF8.self)
        #expect(other.wait() == ExitCode.unjudged.rawValue)
        #expect(message.contains("process \(server.id) has the data in"))
        #expect(message.contains("only one server may; stop it or name another folder"))
        #expect(server.end(with: SIGTERM) == 0)
    }

    @Test(
        "a folder that cannot be written is refused with what to do",
        .enabled(if: BuiltProgram.canMount, BuiltProgram.cannotMount)
    )
    func readOnly() async throws {
        let registry = try BenchRegistry()
        _ = try registry.declare()
        let process = try Self.inOwnNamespace(
            """
            mount --bind "$2" "$2"
            mount -o remount,bind,ro "$2"
            exec "$1" serve --data "$2" --listen 127.0.0.1:0
            """,
            [registry.data],
            withErrors: true
        )
        let message = String(decoding: process.readAll(), as: UTF8.self)
        #expect(process.wait() == ExitCode.unjudged.rawValue)
        #expect(message.contains("cannot be written; give this user write access to the folder"))
    }

    @Test(
        "a full disk: changes are refused as such, reads go on, and with space changes work again",
        .enabled(if: BuiltProgram.canMount, BuiltProgram.cannotMount)
    )
    func fullDisk() async throws {
        let registry = try BenchRegistry()
        let token = try registry.declare()
        let mounted = try ScratchFolder("full")
        let process = try Self.inOwnNamespace(
            """
            mount -t tmpfs -o size=5m tmpfs "$3"
            cp -a "$2/." "$3"
            head -c 2000000 /dev/zero > "$3/filler"
            exec "$1" serve --data "$3" --listen 127.0.0.1:0 --log off
            """,
            [registry.data, mounted.path]
        )
        let server = try ServedProcess(process)
        let client = try server.client(token)
        try await onOwnThread { [url = server.url] in
            let client = try RegistryClient(url, token)
            var stored = 0
            var last = try client.submit("full.n0")
            while last.status == 201, stored < 10_000 {
                stored += 1
                last = try client.submit("full.n\(stored)")
            }
            #expect(last.status == 507)
            #expect(last.code == "store-full")
            #expect(stored > 0)
            #expect(try client.get("/v1/subjects/full.n\(stored - 1)/submissions").body?["items"]?.count == 1)
            #expect(try client.get("/v1/subjects/full.n\(stored)/submissions").body?["items"]?.count == 0)
        }
        #expect(unlink("/proc/\(server.id)/root\(mounted.path)/filler") == 0)
        #expect(try client.submit("full.after").status == 201)
        #expect(try client.get("/ready").status == 200)
        #expect(server.end(with: SIGTERM) == 0)
    }
}
