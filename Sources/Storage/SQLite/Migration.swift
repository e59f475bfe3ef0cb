import StorePort

/// One step of the database's layout: numbered, made in one transaction, never edited after release.
struct Migration {
    /// The layout that the step leads to; it follows from the one before.
    let number: Int

    /// The statements in order.
    let statements: [SQL]

    /// All steps, from the empty file on.
    static let all = [firstLayout]

    /// The newest layout that this program knows.
    static var newest: Int { all.count }

    /// Marks a file as Canon's: "CANO" in ASCII.
    static let applicationID: Int64 = 0x4341_4e4f
}

extension Connection {
    /// Sees that the file is Canon's, not newer than this program, and there or not as the mode says; changes nothing.
    ///
    /// - Parameter mode: Whether there must be a log already, or must not.
    /// - Throws: ``StoreError``.
    func checkLayout(_ mode: OpenMode) throws(StoreError) {
        let layout = try number("PRAGMA user_version")
        let application = try number("PRAGMA application_id")
        let tables = try number("SELECT count(*) FROM sqlite_schema")
        guard application == Migration.applicationID || (application == 0 && tables == 0 && layout == 0) else {
            throw .foreignFile(folder: folder)
        }
        guard layout <= Migration.newest else {
            throw .newerSchema(folder: folder, found: Int(layout), known: Migration.newest)
        }
        // A file without layout is what a creation leaves that was cut short: no log yet.
        switch mode {
        case .existing where layout == 0: throw .notFound(folder: folder)
        case .create where layout > 0: throw .alreadyExists(folder: folder)
        default: break
        }
    }

    /// Brings the database to the newest layout.
    func migrate() throws(StoreError) {
        let layout = try number("PRAGMA user_version")
        for migration in Migration.all where migration.number > layout { try apply(migration) }
    }

    private func apply(_ migration: Migration) throws(StoreError) {
        try run("BEGIN IMMEDIATE")
        do throws(StoreError) {
            for statement in migration.statements { try run(statement) }
            try run("COMMIT")
        } catch {
            forgetFailure()
            if isInTransaction { try run("ROLLBACK") }
            throw error
        }
    }

    /// The number in the only column of the only row.
    func number(_ sql: SQL) throws(StoreError) -> Int64 {
        try first(sql) { (row) throws(StoreError) in row.integer(0) } ?? 0
    }
}
