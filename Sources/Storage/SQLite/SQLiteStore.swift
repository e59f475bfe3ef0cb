import CSQLite
package import StorePort

/// The store in one SQLite database, `canon.db` in the data folder.
///
/// One connection writes and checkpoints, in one process: `server.lock` in the folder keeps others out. The rest only
/// reads. Other programs must not write the file or checkpoint it while it is open.
///
/// After a crash the next start finds every write that was acknowledged, and of the others each whole or not at all.
package final class SQLiteStore: Store {
    /// The data folder.
    package let folder: String

    let writer: Writer
    private let readers: Readers

    /// Opens the store in a data folder.
    ///
    /// - Parameters:
    ///   - folder: The data folder; its parent must exist.
    ///   - mode: Whether to make a new log or to open the one that is there, never both.
    ///   - options: How the store works.
    /// - Returns: The store, which nobody else can open until it is closed.
    /// - Throws: ``StoreError``.
    package static func open(
        folder: String,
        mode: OpenMode,
        options: SQLiteOptions = SQLiteOptions()
    ) throws(StoreError) -> SQLiteStore {
        try SQLiteStore(DatabaseFile(folder: folder), mode, options)
    }

    private init(_ file: DatabaseFile, _ mode: OpenMode, _ options: SQLiteOptions) throws(StoreError) {
        folder = file.folder
        try file.prepareFolder(mode)
        let lock = try FolderLock(file.folder)
        try file.prepare(mode)
        let connection = try Connection(file.path, flags: SQLITE_OPEN_READWRITE, folder: file.folder)
        try connection.harden()
        try connection.checkLayout(mode)
        try connection.becomeWriter()
        try connection.migrate()
        let inbox = Inbox()
        writer = Writer(try WriteSession(connection, lock, inbox, options), inbox)
        readers = try Readers(file, count: options.readers)
    }

    package func write<R: Sendable>(_ body: @escaping @Sendable (any StoreTransaction) throws -> R) async throws -> R {
        try await writer.write(body)
    }

    package func read<R: Sendable>(_ body: (any StoreSnapshot) throws -> R) throws -> R { try readers.read(body) }

    package func close() {
        readers.close()
        writer.close()
    }

    /// The version of the SQLite library in use, such as `3.40.1`.
    package static var libraryVersion: String { String(cString: sqlite3_libversion()) }
}
