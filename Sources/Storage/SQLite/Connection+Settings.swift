import CSQLite
import StorePort

extension Connection {
    /// Settings of every connection: SQLite's own advice against hostile files, and limits far above what we need.
    ///
    /// - SeeAlso: https://sqlite.org/security.html
    func harden() throws(StoreError) {
        sqlite3_busy_timeout(handle, 5000)
        set(SQLITE_DBCONFIG_DEFENSIVE, true)
        set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)
        set(SQLITE_DBCONFIG_DQS_DML, false)
        set(SQLITE_DBCONFIG_DQS_DDL, false)
        set(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false)
        for (limit, value) in Self.limits { sqlite3_limit(handle, limit, value) }
        try run("PRAGMA cell_size_check = ON")
        try run("PRAGMA foreign_keys = ON")
    }

    /// Further settings of the one connection that writes.
    ///
    /// It commits to disk each time, and checkpoints when we say so: SQLite up to 3.51.2 can lose data when two
    /// connections do.
    func becomeWriter() throws(StoreError) {
        try run("PRAGMA journal_mode = WAL")
        try run("PRAGMA synchronous = FULL")
        // Savepoints keep the old pages of one write: in memory that costs a fifth less than in a temporary file.
        try run("PRAGMA temp_store = MEMORY")
        // Pages of 16 MiB, so that the hot ends of all indexes stay.
        try run("PRAGMA cache_size = -16384")
        try run("PRAGMA wal_autocheckpoint = 0")
        try run("PRAGMA journal_size_limit = 67108864")
        set(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
    }

    /// Settings of a connection that reads only and never checkpoints.
    func becomeReader() throws(StoreError) {
        try harden()
        try run("PRAGMA query_only = ON")
        try run("PRAGMA wal_autocheckpoint = 0")
        set(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
    }

    private func set(_ flag: CInt, _ value: Bool) { _ = canon_sqlite3_set_flag(handle, flag, value ? 1 : 0) }

    private static let limits: [(CInt, CInt)] = [
        (SQLITE_LIMIT_LENGTH, CInt(Row.bodyLimit + 4096)),
        (SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (SQLITE_LIMIT_COLUMN, 100),
        (SQLITE_LIMIT_EXPR_DEPTH, 100),
        (SQLITE_LIMIT_COMPOUND_SELECT, 3),
        (SQLITE_LIMIT_VDBE_OP, 25_000),
        (SQLITE_LIMIT_FUNCTION_ARG, 8),
        (SQLITE_LIMIT_ATTACHED, 0),
        (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
        (SQLITE_LIMIT_VARIABLE_NUMBER, 32),
        (SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]
}
