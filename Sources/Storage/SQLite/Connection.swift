import CSQLite
import StorePort

/// One connection to the database, with the statements prepared on it.
///
/// Not safe for several threads at once: it is opened without SQLite's own locks and lies in a `Mutex`.
final class Connection {
    /// The data folder, for messages.
    let folder: String

    /// What went wrong first since ``forgetFailure()``; until then every statement throws it.
    ///
    /// Some errors end the transaction behind our back. A statement run after that would be a transaction of its own.
    private(set) var failure: StoreError?

    let handle: OpaquePointer
    /// Prepared statements by ``SQL/form``.
    private var statements: [[UInt]: Statement] = [:]

    /// Opens a database file.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - flags: `SQLITE_OPEN_…`, to which the lack of locks is added.
    ///   - folder: The data folder, for messages.
    /// - Throws: ``StoreError``.
    init(_ path: String, flags: CInt, folder: String) throws(StoreError) {
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw StoreError(code, String(cString: sqlite3_errstr(code)), folder: folder)
        }
        handle = opened
        self.folder = folder
    }

    deinit {
        statements = [:]
        sqlite3_close_v2(handle)
    }

    /// True while a transaction is open.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// How many rows the last insertion, update or deletion changed.
    var changedRows: Int64 { sqlite3_changes64(handle) }

    /// Lets statements run again after a failure.
    func forgetFailure() { failure = nil }

    /// Runs a statement that gives no rows, or whose rows do not matter.
    func run(_ sql: SQL) throws(StoreError) {
        try each(sql) { _ in true }
    }

    /// Runs a statement and makes a value of each row.
    func all<T>(_ sql: SQL, _ value: (Statement) throws(StoreError) -> T) throws(StoreError) -> [T] {
        var values: [T] = []
        try each(sql) { (row) throws(StoreError) in
            values.append(try value(row))
            return true
        }
        return values
    }

    /// Runs a statement and makes a value of the first row; nil where there is none.
    func first<T>(_ sql: SQL, _ value: (Statement) throws(StoreError) -> T) throws(StoreError) -> T? {
        var first: T?
        try each(sql) { (row) throws(StoreError) in
            first = try value(row)
            return false
        }
        return first
    }

    /// Runs a statement and hands over its rows until it is told to stop.
    private func each(_ sql: SQL, _ goesOn: (Statement) throws(StoreError) -> Bool) throws(StoreError) {
        if let failure { throw failure }
        let statement = try prepared(sql)
        defer { statement.reset() }
        var code = statement.bind(sql.values)
        guard code == SQLITE_OK else { throw fail(code) }
        code = statement.step()
        while code == SQLITE_ROW, try goesOn(statement) { code = statement.step() }
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw fail(code) }
    }

    private func prepared(_ sql: SQL) throws(StoreError) -> Statement {
        let form = sql.form
        if let statement = statements[form] { return statement }
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(self.handle, sql.text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else { throw fail(code) }
        let statement = Statement(owning: handle)
        statements[form] = statement
        return statement
    }

    private func fail(_ code: CInt) -> StoreError {
        fail(StoreError(code, String(cString: sqlite3_errmsg(handle)), folder: folder))
    }

    /// Makes an error the failure, where it is the first, and gives it back.
    func fail(_ error: StoreError) -> StoreError {
        failure = failure ?? error
        return error
    }
}
