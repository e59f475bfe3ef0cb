import StorePort

/// A snapshot over whatever transaction is open on a connection.
protocol ConnectionSnapshot: StoreSnapshot {
    var connection: Connection { get }
}

/// What a reading closure is handed.
struct SQLiteSnapshot: ConnectionSnapshot {
    let connection: Connection
}
