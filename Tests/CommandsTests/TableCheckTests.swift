import Contracts
import Governance
import SQLiteStore
import StorePort
import Testing

@testable import Commands

@Suite("canon audit verify --data")
struct TableCheckTests {
    /// What is done to the tables without the log, and what is found.
    static let alterations: [(why: String, alter: @Sendable (any StoreTransaction) throws -> Void, found: String?)] = [
        ("nothing", { _ in }, nil),
        (
            "a person's row is gone",
            { try $0.delete(in: "catalog", key: "people/root") },
            "catalog 'people/root' is in the log, and its row is gone"
        ),
        (
            "a row is made up",
            { try $0.put(Row(collection: "approval", key: "s1/2", parent: "s1", body: Array("{}".utf8))) },
            "approval 's1/2' is in no record of the log"
        ),
    ]

    @Test(arguments: alterations)
    func looksAtTheTables(
        _ why: String,
        _ alter: @escaping @Sendable (any StoreTransaction) throws -> Void,
        _ found: String?
    ) async throws {
        let parent = try TemporaryFolder()
        let folder = parent.path + "/data"
        _ = try InitCommand.create(folder, origin: "canon.example/tables", admin: PersonID(parsing: "root"))
        let store = try SQLiteStore.open(folder: folder, mode: .existing)
        try await store.write(alter)
        store.close()
        let whole = CommandRun(["audit", "verify", "--data", folder])
        #expect(whole.exit == (found == nil ? .allowed : .denied))
        #expect(whole.out.hasPrefix(found.map { "ALTERED: \($0)" } ?? "SOUND: "))
        #expect(CommandRun(["audit", "verify", "--data", folder, "--log-only"]).exit == .allowed)
        #expect(CommandRun(["doctor", "--data", folder]).out.contains(found ?? "what the log implies"))
    }
}
