import CSQLite

/// A prepared statement; prepared once, run many times.
final class Statement {
    private let handle: OpaquePointer

    /// Tells SQLite to copy what is bound, because it outlives the call that binds it.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Takes over a prepared statement.
    init(owning handle: OpaquePointer) { self.handle = handle }

    deinit { sqlite3_finalize(handle) }

    /// Binds the values from the first `?` on.
    ///
    /// - Returns: The result code of the first binding that failed, or `SQLITE_OK`.
    func bind(_ values: [SQLValue]) -> CInt {
        for (place, value) in values.enumerated() {
            let code = bind(value, at: CInt(place) + 1)
            guard code == SQLITE_OK else { return code }
        }
        return SQLITE_OK
    }

    private func bind(_ value: SQLValue, at place: CInt) -> CInt {
        switch value {
        case .null: sqlite3_bind_null(handle, place)
        case .integer(let number): sqlite3_bind_int64(handle, place, number)
        case .text(let text): sqlite3_bind_text(handle, place, text, CInt(text.utf8.count), Self.copied)
        // An empty array has no address, and a null address would bind NULL.
        case .blob([]): sqlite3_bind_zeroblob(handle, place, 0)
        case .blob(let bytes): sqlite3_bind_blob64(handle, place, bytes, UInt64(bytes.count), Self.copied)
        }
    }

    /// Goes to the next row: `SQLITE_ROW`, `SQLITE_DONE`, or an error.
    func step() -> CInt { sqlite3_step(handle) }

    /// Makes the statement ready to run again; without it the read transaction would stay open.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// Whether a column of the present row, counted from 0, holds nothing.
    func isNull(_ column: CInt) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    /// The integer in a column of the present row, counted from 0.
    func integer(_ column: CInt) -> Int64 { sqlite3_column_int64(handle, column) }

    /// The text in a column of the present row.
    func text(_ column: CInt) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// The bytes in a column of the present row.
    func bytes(_ column: CInt) -> [UInt8] {
        let start = sqlite3_column_blob(handle, column)
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }
}
