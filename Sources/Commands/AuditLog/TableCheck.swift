internal import Governance
internal import SQLiteStore

/// Whether the tables of a data folder are those that its log implies.
enum TableCheck {
    /// What differs between a store and its log, replayed into a store that is thrown away afterwards; or nil.
    static func difference(_ store: SQLiteStore) throws -> String? {
        let folder = LocalFolder.freshPath("replay")
        let empty = try SQLiteStore.open(folder: folder, mode: .create)
        defer {
            empty.close()
            LocalFolder.remove(folder)
        }
        return try Blocking.wait { try await Replay(store, into: empty) }.difference
    }
}
