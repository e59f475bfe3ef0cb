import Audit
import FoundationEssentials
import Glibc
import StorePort
import Synchronization
import Testing

@testable import SQLiteStore

@Suite("a disk that fails")
struct FullDiskTests {
    let folder = TestFolder()

    /// Limits the database to the space it has, or takes the limit away.
    func limit(_ store: SQLiteStore, _ statement: SQL) throws {
        try store.writer.session.withLock { try $0?.connection.run(statement) }
    }

    @Test("full: the write is told, reads go on, and it recovers when there is space")
    func full() async throws {
        let store = try folder.create()
        try await Sample.fill(store, 0..<3)
        try limit(store, "PRAGMA max_page_count = 1")
        let large = Row(collection: "things", key: "large", body: [UInt8](repeating: 7, count: 1 << 20))
        await #expect(throws: StoreError.full(folder: folder.data)) {
            try await store.write { transaction in
                _ = try transaction.append(Sample.leaf(3), index: Sample.index(3))
                try transaction.put(large)
            }
        }
        #expect(try store.read { try $0.head().size } == 3)
        try limit(store, "PRAGMA max_page_count = 1000000")
        try await Sample.put([large], in: store)
        try await Sample.fill(store, 3..<5)
        #expect(try store.read { try LogVerificationOutcome($0) } == LogVerificationOutcome(size: 5))
        store.close()
    }

    @Test("full: all who write at the same time get an answer, and what was acknowledged is there")
    func fullForMany() async throws {
        let store = try folder.create()
        try limit(store, "PRAGMA max_page_count = 60")
        let stored = await withTaskGroup(of: Int.self) { group in
            for number in 0..<64 {
                let row = Row(collection: "things", key: "\(number)", body: [UInt8](repeating: 7, count: 8000))
                group.addTask { (try? await store.write { try $0.put(row) }) == nil ? 0 : 1 }
            }
            return await group.reduce(0, +)
        }
        #expect(stored < 64)
        #expect(try store.read { try $0.count(in: "things", under: nil) } == stored)
        store.close()
    }

    @Test("a commit of unknown outcome ends the process")
    func unknownOutcome() async {
        await #expect(processExitsWith: .exitCode(SQLiteOptions.exitStatus)) { [data = folder.data as String] in
            signal(SIGXFSZ, SIG_IGN)
            let store = try SQLiteStore.open(folder: data, mode: .create)
            var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            do {
                try await Sample.fill(store, 0..<1000)
            } catch StoreError.outcomeUnknown {
                // The answer comes before the end, which this waits for.
                pause()
            }
        }
    }

    @Test("a folder that cannot be written is said to be so")
    func readOnly() async {
        chmod(folder.path, 0o755)
        await #expect(processExitsWith: .success) { [data = folder.data as String] in
            try SQLiteStore.open(folder: data, mode: .create).close()
            chmod(data, 0o555)
            // The superuser may write everywhere.
            if getuid() == 0 { setuid(65_534) }
            let error = #expect(throws: StoreError.self) { try SQLiteStore.open(folder: data, mode: .existing) }
            #expect(error?.code == "store-read-only")
        }
        chmod(folder.data, 0o755)
    }

    @Test("the write-ahead log does not grow with what is written")
    func bounded() async throws {
        let store = try folder.create()
        let body = [UInt8](repeating: 7, count: 1 << 20)
        for number in 0..<70 {
            try await store.write { try $0.put(Row(collection: "things", key: "\(number % 4)", body: body)) }
        }
        var status = stat()
        #expect(stat(folder.database + "-wal", &status) == 0)
        #expect(status.st_size < 36 << 20)
        store.close()
        #expect(stat(folder.database + "-wal", &status) != 0 || status.st_size == 0)
    }
}
