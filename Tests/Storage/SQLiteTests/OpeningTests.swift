import Audit
import FoundationEssentials
import Glibc
import StorePort
import Testing

@testable import SQLiteStore

@Suite("opening a data folder")
struct OpeningTests {
    let folder = TestFolder()

    @Test("what was made is found again")
    func reopen() async throws {
        let store = try folder.create()
        try await Sample.fill(store, 0..<3)
        store.close()
        let again = try folder.reopen()
        try await Sample.fill(again, 3..<5)
        #expect(try again.read { try $0.leaves(from: 0, limit: 9).map(\.bytes) } == (0..<5).map(Sample.bytes))
        again.close()
    }

    @Test("no log comes into being by accident, and none is made twice")
    func modes() throws {
        #expect(throws: StoreError.notFound(folder: folder.data)) { try folder.reopen() }
        #expect(!FileManager.default.fileExists(atPath: folder.data))
        try folder.create().close()
        #expect(throws: StoreError.alreadyExists(folder: folder.data)) { try folder.create() }
        try folder.reopen().close()
    }

    @Test("a creation that was cut short can be repeated and is no log")
    func cutShort() throws {
        mkdir(folder.data, 0o700)
        try Data().write(to: URL(filePath: folder.database))
        #expect(throws: StoreError.notFound(folder: folder.data)) { try folder.reopen() }
        try folder.create().close()
    }

    @Test("a second server is refused and told who was first")
    func secondServer() throws {
        let first = try folder.create()
        let busy = StoreError.busyElsewhere(folder: folder.data, process: "process \(getpid())")
        #expect(throws: busy) { try folder.reopen() }
        first.close()
        try folder.reopen().close()
    }

    @Test("a database of a newer canon is left alone")
    func newer() throws {
        try folder.create().close()
        try folder.tamper(["PRAGMA user_version = 99"])
        let before = try Data(contentsOf: URL(filePath: folder.database))
        #expect(throws: StoreError.newerSchema(folder: folder.data, found: 99, known: Migration.newest)) {
            try folder.reopen()
        }
        #expect(try Data(contentsOf: URL(filePath: folder.database)) == before)
    }

    @Test("other files are left alone", arguments: [OpenMode.create, .existing])
    func foreign(_ mode: OpenMode) throws {
        mkdir(folder.data, 0o700)
        try Data("This is no database, but it is longer than the header of one. ".utf8.flatMap { [$0, $0] })
            .write(to: URL(filePath: folder.database))
        #expect(throws: StoreError.foreignFile(folder: folder.data)) {
            try SQLiteStore.open(folder: folder.data, mode: mode)
        }
    }

    @Test("databases of others are left alone")
    func foreignDatabase() throws {
        mkdir(folder.data, 0o700)
        let connection = try Connection(folder.database, flags: 6, folder: folder.data)
        try connection.run("CREATE TABLE theirs (a INTEGER)")
        #expect(throws: StoreError.foreignFile(folder: folder.data)) { try folder.create() }
    }

    @Test("nobody but the owner may read the files")
    func permissions() async throws {
        let store = try folder.create()
        try await Sample.fill(store, 0..<1)
        for name in ["", "/canon.db", "/canon.db-wal", "/canon.db-shm", "/server.lock"] {
            var status = stat()
            #expect(stat(folder.data + name, &status) == 0)
            #expect(status.st_mode & 0o077 == 0, "\(name)")
        }
        store.close()
    }

    @Test(
        "what the system says is told apart",
        arguments: [
            (EROFS, .readOnly(folder: "/d")), (EACCES, .readOnly(folder: "/d")), (ENOSPC, .full(folder: "/d")),
            (ENOENT, .notFound(folder: "/d")), (EIO, .io(folder: "/d", detail: "open: Input/output error")),
        ] as [(CInt, StoreError)]
    )
    func systemErrors(_ number: CInt, _ error: StoreError) {
        #expect(StoreError(errno: number, "open", folder: "/d") == error)
    }
}
