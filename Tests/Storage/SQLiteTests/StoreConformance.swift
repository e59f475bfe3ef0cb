import Audit
import Crypto
import StorePort
import Testing

/// One promise of ``Store`` and a check of it against an empty store.
struct StorePromise: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: @Sendable (any Store) async throws -> Void

    init(_ description: String, _ check: @escaping @Sendable (any Store) async throws -> Void) {
        testDescription = description
        self.check = check
    }

    /// All of them; each store's tests run this list.
    static let all = rows + log + writing
}

extension StorePromise {
    static let writing = [
        StorePromise("a write that throws undoes itself and no other") { store in
            try await Sample.fill(store, 0..<3)
            await #expect(throws: Refusal()) {
                try await store.write { transaction in
                    _ = try transaction.append(Sample.leaf(3), index: Sample.index(3))
                    try transaction.put(Sample.row("a"))
                    _ = try transaction.putBlob([1, 2, 3])
                    throw Refusal()
                }
            }
            #expect(try store.read { try $0.head().size } == 3)
            #expect(try store.read { try $0.row(in: "things", key: "a") } == nil)
            #expect(try store.read { try $0.blob(Digest(of: [1, 2, 3])) } == nil)
            try await Sample.fill(store, 3..<5)
            #expect(try store.read { try LogVerification(of: Unchecked(snapshot: $0)).fault } == nil)
        },
        StorePromise("of writes at the same time, one that fails half-way undoes itself and no other") { store in
            let failing = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        do {
                            try await store.write { transaction in
                                try transaction.put(Sample.row("n\(number)"))
                                _ = try transaction.append(Sample.leaf(0), index: Sample.index(0))
                                if number.isMultiple(of: 7) { throw Refusal() }
                            }
                            return false
                        } catch is Refusal { return true }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(failing == 9)
            #expect(try store.read { try $0.head().size } == 51)
            for number in 0..<60 {
                let isThere = try store.read { try $0.row(in: "things", key: "n\(number)") } != nil
                #expect(isThere != number.isMultiple(of: 7))
            }
            #expect(try store.read { try LogVerification(of: Unchecked(snapshot: $0)).fault } == nil)
        },
        StorePromise("a transaction sees its own changes and nobody else does") { store in
            try await Sample.put([Sample.row("a", "old")], in: store)
            try await store.write { transaction in
                try transaction.put(Sample.row("a", "new"))
                let seq = try transaction.append(Sample.leaf(0), index: Sample.index(0))
                #expect(try transaction.row(in: "things", key: "a")?.body == Array("new".utf8))
                #expect(try transaction.leaf(seq)?.bytes == Sample.bytes(0))
                #expect(try transaction.head() == TreeHead(size: 1, root: Sample.leaf(0).hash))
                #expect(try store.read { try $0.row(in: "things", key: "a")?.body } == Array("old".utf8))
                #expect(try store.read { try $0.head() } == .empty)
            }
            #expect(try store.read { try $0.row(in: "things", key: "a")?.body } == Array("new".utf8))
        },
        StorePromise("writers at the same time each count once") { store in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<16 {
                    group.addTask { for _ in 0..<8 { try await Self.count(in: store, throwing: writer == 5) } }
                }
                try await group.waitForAll()
            }
            #expect(try store.read { try $0.row(in: "things", key: "count")?.ordinal } == 120)
            #expect(try store.read { try $0.head().size } == 120)
            #expect(try store.read { try LogVerification(of: Unchecked(snapshot: $0)).fault } == nil)
        },
        StorePromise("an error of the store fails the write, also where its closure swallows it") { store in
            try await Sample.fill(store, 5..<6)
            let error = await #expect(throws: StoreError.self) {
                try await store.write { transaction in
                    try transaction.put(Sample.row("a"))
                    _ = try? transaction.append(Sample.leaf(4), index: Sample.index(4))
                    _ = try? transaction.put(Sample.row("b"))
                }
            }
            #expect(error?.code == "store-refused")
            #expect(try store.read { try $0.count(in: "things", under: nil) } == 0)
            try await Sample.fill(store, 6..<7)
        },
        StorePromise("a read is one moment") { store in
            try await Sample.fill(store, 0..<1)
            let sizes = try await Waiting.onThread {
                try store.read { snapshot in
                    let before = try snapshot.head().size
                    Waiting.forTask { try await Sample.fill(store, 1..<2) }
                    return [before, try snapshot.head().size, UInt64(try snapshot.leaves(from: 0, limit: 9).count)]
                }
            }
            #expect(sizes == [1, 1, 1])
            #expect(try store.read { try $0.head().size } == 2)
        },
        StorePromise("a reader's error is the caller's") { store in
            #expect(throws: Refusal()) { try store.read { _ -> Int in throw Refusal() } }
            let head = try store.read { try $0.head() }
            #expect(head == .empty)
        },
        StorePromise("a closed store refuses") { store in
            try await Sample.fill(store, 0..<1)
            store.close()
            store.close()
            await #expect(throws: StoreError.closed) { try await store.write { _ in } }
            #expect(throws: StoreError.closed) { try store.read { try $0.head() } }
        },
    ]

    /// Adds one to a counter and appends a leaf, or gives it up at the last moment.
    private static func count(in store: any Store, throwing: Bool) async throws {
        do {
            try await store.write { transaction in
                let count = try transaction.row(in: "things", key: "count")?.ordinal ?? 0
                try transaction.put(Sample.row("count", ordinal: count + 1))
                _ = try transaction.append(Sample.leaf(Int(count)), index: Sample.index(Int(count)))
                if throwing { throw Refusal() }
            }
        } catch is Refusal {}
    }
}

/// A snapshot as the verification of a log takes it.
struct Unchecked: LogSource {
    let snapshot: any StoreSnapshot

    func head() throws -> TreeHead { try snapshot.head() }

    func leaves(from seq: UInt64, limit: Int) throws -> [StoredLeaf] { try snapshot.leaves(from: seq, limit: limit) }

    func nodeCount() throws -> UInt64 { try snapshot.nodeCount() }

    func subtreeHash(level: Int, index: UInt64) throws -> Digest? {
        try snapshot.subtreeHash(level: level, index: index)
    }
}
