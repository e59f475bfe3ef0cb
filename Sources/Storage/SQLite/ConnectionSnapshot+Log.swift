import Audit
import Crypto
import StorePort

extension ConnectionSnapshot {
    func leaf(_ seq: UInt64) throws(StoreError) -> StoredLeaf? {
        guard let seq = Int64(exactly: seq) else { return nil }
        let sql: SQL = "SELECT seq, leaf, leaf_hash FROM audit_leaf WHERE seq = \(seq)"
        return try connection.first(sql, storedLeaf).map(intact)
    }

    func leafIndex(_ seq: UInt64) throws(StoreError) -> LeafIndex? {
        guard let seq = Int64(exactly: seq) else { return nil }
        return try connection.first(
            "SELECT time_ms, actor, subject, action, request FROM audit_leaf WHERE seq = \(seq)"
        ) {
            LeafIndex(
                time: $0.integer(0),
                actor: $0.text(1),
                subject: $0.text(2),
                action: $0.text(3),
                request: $0.isNull(4) ? nil : $0.text(4)
            )
        }
    }

    func leaf(answering request: String) throws(StoreError) -> StoredLeaf? {
        try connection.first(
            "SELECT seq, leaf, leaf_hash FROM audit_leaf WHERE request = \(request) ORDER BY seq DESC LIMIT 1",
            storedLeaf
        )
        .map(intact)
    }

    func leaves(
        matching filter: LeafFilter,
        order: ListOrder,
        after seq: UInt64?,
        limit: Int
    ) throws(StoreError) -> [StoredLeaf] {
        var sql: SQL = "SELECT seq, leaf, leaf_hash FROM audit_leaf WHERE true"
        sql += filter.condition
        if let since = filter.since {
            let first = try connection.firstLeaf(notBefore: since)
            sql += " AND seq >= \(first)"
        }
        if let until = filter.until {
            let end = try connection.firstLeaf(notBefore: until)
            sql += " AND seq < \(end)"
        }
        let after = seq.map { Int64(clamping: $0) }
        switch order {
        case .ascending:
            if let after { sql += " AND seq > \(after)" }
            sql += " ORDER BY seq LIMIT \(limit)"
        case .descending:
            if let after { sql += " AND seq < \(after)" }
            sql += " ORDER BY seq DESC LIMIT \(limit)"
        }
        return try connection.all(sql) { (row) throws(StoreError) in try intact(try storedLeaf(row)) }
    }

    func leaves(from seq: UInt64, limit: Int) throws(StoreError) -> [StoredLeaf] {
        guard let seq = Int64(exactly: seq) else { return [] }
        return try connection.all(
            "SELECT seq, leaf, leaf_hash FROM audit_leaf WHERE seq >= \(seq) ORDER BY seq LIMIT \(limit)",
            storedLeaf
        )
    }

    func head() throws(StoreError) -> TreeHead {
        let head = try connection.first("SELECT size, root FROM audit_head WHERE id = 1") { (row) throws(StoreError) in
            TreeHead(size: UInt64(clamping: row.integer(0)), root: try digest(row, 1))
        }
        guard let head else {
            throw .corrupt(folder: connection.folder, detail: "the head of the audit log is missing")
        }
        return head
    }

    func subtreeHash(level: Int, index: UInt64) throws(StoreError) -> Digest? {
        guard let index = Int64(exactly: index) else { return nil }
        let sql: SQL =
            level == 0
            ? "SELECT leaf_hash FROM audit_leaf WHERE seq = \(index)"
            : "SELECT hash FROM audit_node WHERE level = \(level) AND idx = \(index)"
        return try connection.first(sql) { (row) throws(StoreError) in try digest(row, 0) }
    }

    func nodeCount() throws(StoreError) -> UInt64 {
        UInt64(clamping: try connection.number("SELECT count(*) FROM audit_node"))
    }

    private func storedLeaf(_ row: Statement) throws(StoreError) -> StoredLeaf {
        StoredLeaf(seq: UInt64(clamping: row.integer(0)), bytes: row.bytes(1), hash: try digest(row, 2))
    }

    /// The leaf, where its bytes still have its hash.
    private func intact(_ leaf: StoredLeaf) throws(StoreError) -> StoredLeaf {
        guard !leaf.isIntact else { return leaf }
        throw .corrupt(folder: connection.folder, detail: "entry \(leaf.seq) of the audit log was altered")
    }

    private func digest(_ row: Statement, _ column: CInt) throws(StoreError) -> Digest {
        if let digest = Digest(bytes: row.bytes(column)) { return digest }
        throw .corrupt(folder: connection.folder, detail: "a stored hash does not have 32 bytes")
    }
}

extension LeafFilter {
    /// The further conditions of a query over `audit_leaf`, but for those on the time.
    fileprivate var condition: SQL {
        var sql: SQL = ""
        if let actor { sql += " AND actor = \(actor)" }
        if let subject { sql += " AND subject = \(subject)" }
        if let action { sql += " AND action = \(action)" }
        return sql
    }
}

extension Connection {
    /// The position of the first leaf at or after a time, or the log's size where all are before it.
    ///
    /// Times never fall with positions, so the middle one of a range tells in which half it is.
    fileprivate func firstLeaf(notBefore time: Int64) throws(StoreError) -> Int64 {
        var low: Int64 = 0
        var high = try number("SELECT size FROM audit_head WHERE id = 1")
        while low < high {
            let middle = low + (high - low) / 2
            let isBefore = try number("SELECT time_ms FROM audit_leaf WHERE seq = \(middle)") < time
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
