import Audit
import FoundationEssentials
import Glibc
import StorePort
import Testing

@testable import SQLiteStore

@Suite("crashes")
struct CrashTests {
    let folder = TestFolder()
    /// Where the files are copied to as a crash would leave them.
    let image = TestFolder()

    func crash() throws {
        try FileManager.default.createDirectory(atPath: image.data, withIntermediateDirectories: false)
        for name in ["/canon.db", "/canon.db-wal"] {
            try FileManager.default.copyItem(atPath: folder.data + name, toPath: image.data + name)
        }
    }

    @Test("a process that was killed has lost nothing that was acknowledged")
    func killed() async throws {
        await #expect(processExitsWith: .signal(SIGKILL)) { [data = folder.data as String] in
            let store = try SQLiteStore.open(folder: data, mode: .create)
            try await Sample.fill(store, 0..<10)
            kill(getpid(), SIGKILL)
        }
        let again = try folder.reopen()
        #expect(try again.read { try $0.head().size } == 10)
        again.close()
    }

    @Test("everything acknowledged is in the files at any moment")
    func acknowledged() async throws {
        let store = try folder.create()
        for size in [1, 2, 7, 8, 30] {
            try await Sample.fill(store, try Int(store.read { try $0.head().size })..<size)
            try crash()
            let crashed = try image.reopen()
            #expect(try crashed.read { try $0.head() } == store.read { try $0.head() })
            #expect(try crashed.read { try LogVerificationOutcome($0) } == LogVerificationOutcome(size: UInt64(size)))
            crashed.close()
            try FileManager.default.removeItem(atPath: image.data)
        }
        store.close()
    }

    @Test(
        "a write-ahead log that is cut anywhere leaves a sound beginning",
        arguments: Array(stride(from: 0, to: 90, by: 3))
    )
    func cut(_ percent: Int) async throws {
        let store = try folder.create()
        try await Sample.fill(store, 0..<12)
        try crash()
        store.close()
        let log = URL(filePath: image.data + "/canon.db-wal")
        let bytes = try Data(contentsOf: log)
        try bytes.prefix(bytes.count * percent / 100).write(to: log)
        let size = try sizeAfterCrash()
        #expect(size < 12)
    }

    /// The size of the sound log that a crash left; 0 where it left none.
    func sizeAfterCrash() throws -> UInt64 {
        guard let crashed = try? image.reopen() else { return 0 }
        defer { crashed.close() }
        let outcome = try crashed.read { try LogVerificationOutcome($0) }
        #expect(outcome.fault == nil)
        return outcome.size
    }
}
