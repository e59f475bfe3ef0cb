import Crypto
import StorePort

extension ConnectionSnapshot {
    func row(in collection: String, key: String) throws(StoreError) -> Row? {
        try connection.row(in: collection, key: key)
    }

    func rows(
        in collection: String,
        under parent: String,
        order: ListOrder,
        after cursor: RowCursor?,
        limit: Int
    ) throws(StoreError) -> [Row] {
        var sql: SQL = """
            SELECT collection, key, parent, ordinal, body FROM projection
            WHERE collection = \(collection) AND parent = \(parent)
            """
        switch (order, cursor) {
        case (.ascending, let cursor?): sql += " AND (ordinal, key) > (\(cursor.ordinal), \(cursor.key))"
        case (.descending, let cursor?): sql += " AND (ordinal, key) < (\(cursor.ordinal), \(cursor.key))"
        case (_, nil): break
        }
        switch order {
        case .ascending: sql += " ORDER BY ordinal, key LIMIT \(limit)"
        case .descending: sql += " ORDER BY ordinal DESC, key DESC LIMIT \(limit)"
        }
        return try connection.all(sql, row)
    }

    func rows(in collection: String, after key: String?, limit: Int) throws(StoreError) -> [Row] {
        var sql: SQL = """
            SELECT collection, key, parent, ordinal, body FROM projection WHERE collection = \(collection)
            """
        if let key { sql += " AND key > \(key)" }
        sql += " ORDER BY key LIMIT \(limit)"
        return try connection.all(sql, row)
    }

    func count(in collection: String, under parent: String?) throws(StoreError) -> Int {
        var sql: SQL = "SELECT count(*) FROM projection WHERE collection = \(collection)"
        if let parent { sql += " AND parent = \(parent)" }
        return Int(try connection.number(sql))
    }

    func blob(_ digest: Digest) throws(StoreError) -> [UInt8]? {
        let bytes = try connection.first("SELECT bytes FROM blob WHERE digest = \(digest)") { $0.bytes(0) }
        guard let bytes, Digest(of: bytes) != digest else { return bytes }
        throw .corrupt(folder: connection.folder, detail: "the content stored as \(digest) is not that content")
    }

    private func row(_ columns: Statement) -> Row {
        Row(
            collection: columns.text(0),
            key: columns.text(1),
            parent: columns.text(2),
            ordinal: columns.integer(3),
            body: columns.bytes(4)
        )
    }
}

extension Connection {
    /// The row of that name as it lies in the database, or nil.
    func row(in collection: String, key: String) throws(StoreError) -> Row? {
        try first(
            "SELECT parent, ordinal, body FROM projection WHERE collection = \(collection) AND key = \(key)"
        ) {
            Row(collection: collection, key: key, parent: $0.text(0), ordinal: $0.integer(1), body: $0.bytes(2))
        }
    }
}
