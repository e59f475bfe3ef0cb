import FoundationEssentials
import Glibc
import StorePort

@testable import SQLiteStore

/// A new folder that goes away with its last use, so it is kept by a suite and not by a variable.
final class TestFolder: Sendable {
    let path: String

    init() {
        var template = Array((FileManager.default.temporaryDirectory.path + "/canon-store-XXXXXX").utf8CString)
        path = mkdtemp(&template) == nil ? "" : String(decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The data folder in it, which does not exist at first.
    var data: String { path + "/data" }

    var database: String { data + "/canon.db" }

    /// A new store.
    func create(_ options: SQLiteOptions = SQLiteOptions()) throws -> SQLiteStore {
        try SQLiteStore.open(folder: data, mode: .create, options: options)
    }

    /// The store that was made before.
    func reopen() throws -> SQLiteStore { try SQLiteStore.open(folder: data, mode: .existing) }

    /// Does to the closed database what no store would do.
    func tamper(_ statements: [SQL]) throws {
        let connection = try Connection(database, flags: 2, folder: data)
        for trigger in Self.triggers { try connection.run(trigger) }
        for statement in statements { try connection.run(statement) }
    }

    private static let triggers: [SQL] = [
        "DROP TRIGGER IF EXISTS audit_leaf_no_update", "DROP TRIGGER IF EXISTS audit_leaf_no_delete",
        "DROP TRIGGER IF EXISTS audit_node_no_update", "DROP TRIGGER IF EXISTS audit_node_no_delete",
        "DROP TRIGGER IF EXISTS blob_no_update",
    ]
}
