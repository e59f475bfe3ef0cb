package import Audit
internal import Contracts
package import Crypto
package import StorePort

/// One record of the log with its hash.
package struct AuditRecord: Sendable {
    /// What happened.
    package let event: Event
    /// The leaf's canonical octets.
    package let leaf: [UInt8]
    /// Its hash in the tree.
    package let hash: Digest

    init(_ stored: StoredLeaf) throws {
        event = try Event(leaf: stored.bytes)
        leaf = stored.bytes
        hash = stored.hash
    }
}

/// A record with the proof that it is in the log.
package struct ProvenRecord: Sendable {
    /// The record.
    package let record: AuditRecord
    /// The way from the leaf to the root.
    package let proof: InclusionProof
    /// The head that the proof leads to.
    package let checkpoint: Checkpoint
}

extension Registry {
    /// The log's present head.
    package func checkpoint() throws -> Checkpoint {
        try store.read { try Checkpoint(origin: origin, head: $0.head()) }
    }

    /// Records that match, newest first.
    ///
    /// - Throws: ``RegistryError`` where the caller may not read the log.
    package func records(_ filter: LeafFilter, _ page: PageRequest, by principal: Principal) throws -> Page<AuditRecord>
    {
        try principal.requireReader()
        let cursor = try page.leafCursor()
        return try store.read { snapshot in
            let leaves = try snapshot.leaves(matching: filter, order: .descending, after: cursor, limit: page.limit)
            let next = leaves.count < page.limit ? nil : leaves.last.map { String($0.seq) }
            return Page(items: try leaves.map(AuditRecord.init), next: next)
        }
    }

    /// A record with the proof that it is in the log of a size.
    ///
    /// - Parameters:
    ///   - sequence: The leaf's number.
    ///   - size: The size of the tree to prove it in; nil means the present one.
    ///   - principal: Who asks.
    /// - Returns: The record, its proof and the head that it leads to.
    /// - Throws: ``RegistryError`` if the log has no such leaf or was never of that size.
    package func proven(_ sequence: UInt64, inTreeOf size: UInt64?, by principal: Principal) throws -> ProvenRecord {
        try principal.requireReader()
        return try store.read { snapshot in
            let head = try snapshot.head()
            let size = size ?? head.size
            guard size <= head.size, sequence < size, let leaf = try snapshot.leaf(sequence) else {
                throw RegistryError(
                    .missing,
                    "RECORD_UNKNOWN",
                    "there is no record \(sequence) in a log of \(min(size, head.size))",
                    "records are numbered from 0"
                )
            }
            return ProvenRecord(
                record: try AuditRecord(leaf),
                proof: try snapshot.inclusionProof(of: sequence, inTreeOf: size),
                checkpoint: try Checkpoint(
                    origin: origin,
                    head: TreeHead(size: size, root: snapshot.root(ofTreeOf: size))
                )
            )
        }
    }

    /// The proof that the log of one size is the beginning of the log of another.
    ///
    /// - Throws: ``RegistryError`` if the log was never of those sizes.
    package func consistency(from old: UInt64, to new: UInt64) throws -> ConsistencyProof {
        try store.read { snapshot in
            let size = try snapshot.head().size
            guard old <= new, new <= size else {
                throw RegistryError(
                    .invalid,
                    "SIZE_UNKNOWN",
                    "the log has \(size) records; there is no way from \(old) to \(new)",
                    "ask for 'from' and 'to' with from <= to <= \(size)"
                )
            }
            return try snapshot.consistencyProof(from: old, to: new)
        }
    }

    /// Takes records out of the house; that this was done is a record itself.
    ///
    /// - Returns: The log's size to export up to: all that was there before the record of the export.
    /// - Throws: ``RegistryError`` if the caller is no auditor.
    package func beginExport(by principal: Principal, _ request: RequestMark) async throws -> UInt64 {
        try principal.require(.auditor)
        return try await write(as: principal, request) { ledger in
            if case .auditExported(_, let size) = ledger.earlier?.change { return size }
            let size = ledger.nextSequence
            try ledger.append(.auditExported(from: 0, to: size))
            return size
        }
    }

    /// A stretch of an export: leaves as they are stored.
    package func exportedLeaves(from sequence: UInt64, to size: UInt64, limit: Int) throws -> [StoredLeaf] {
        try store.read { snapshot in
            let count = min(limit, Int(clamping: size - min(sequence, size)))
            return count > 0 ? try snapshot.leaves(from: sequence, limit: count) : []
        }
    }

    /// The root of the log at a size.
    package func checkpoint(ofSize size: UInt64) throws -> Checkpoint {
        try store.read { try Checkpoint(origin: origin, head: TreeHead(size: size, root: $0.root(ofTreeOf: size))) }
    }

    /// Reads the whole log and computes anew everything that is stored about it.
    package func verification(by principal: Principal) throws -> LogVerification {
        try principal.requireReader()
        return try verification(against: [])
    }

    /// The same for whoever holds the data folder itself, against heads that were kept elsewhere.
    package func verification(against kept: [TreeHead]) throws -> LogVerification {
        try store.read { try LogVerification(of: LogOf(snapshot: $0), against: kept) }
    }
}

extension Principal {
    /// The log is read by auditors and admins.
    fileprivate func requireReader() throws(RegistryError) {
        guard roles.contains(.admin) else { return try require(.auditor) }
    }
}

/// A snapshot's log; a value of one type, which the verification asks for.
private struct LogOf: LogSource {
    let snapshot: any StoreSnapshot

    func head() throws -> TreeHead { try snapshot.head() }
    func leaves(from seq: UInt64, limit: Int) throws -> [StoredLeaf] { try snapshot.leaves(from: seq, limit: limit) }
    func nodeCount() throws -> UInt64 { try snapshot.nodeCount() }
    func subtreeHash(level: Int, index: UInt64) throws -> Digest? {
        try snapshot.subtreeHash(level: level, index: index)
    }
}
