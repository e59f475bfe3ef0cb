import StorePort
import Testing

@testable import SQLiteStore

@Suite("SQLite keeps the promises of a store")
struct SQLiteConformanceTests {
    let folder = TestFolder()

    @Test(arguments: StorePromise.all)
    func keeps(_ promise: StorePromise) async throws {
        let store = try folder.create()
        defer { store.close() }
        try await promise.check(store)
    }

    @Test("also when each write is a group of its own", arguments: StorePromise.writing)
    func keepsOneByOne(_ promise: StorePromise) async throws {
        var options = SQLiteOptions()
        options.groupLimit = 1
        options.readers = 1
        let store = try folder.create(options)
        defer { store.close() }
        try await promise.check(store)
    }
}
