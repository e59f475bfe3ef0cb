import Audit
import Crypto
import StorePort
import Testing

@testable import SQLiteStore

@Suite("tampering with the database")
struct TamperTests {
    let folder = TestFolder()
    let forged = TestFolder()

    /// What somebody with write access does to a log of 21 entries, and what notices it.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let statements: [SQL]
        /// The fault that verification names; nil where it cannot see any.
        let fault: String?
    }

    static let other = Array("{\"entry\":666}".utf8)
    static let otherHash = Merkle.leafHash(other)

    static let cases = [
        Case(testDescription: "nothing", statements: [], fault: nil),
        Case(
            testDescription: "a body",
            statements: ["UPDATE audit_leaf SET leaf = \(other) WHERE seq = 5"],
            fault: "log-leaf-altered"
        ),
        Case(
            testDescription: "a body and its hash",
            statements: ["UPDATE audit_leaf SET leaf = \(other), leaf_hash = \(otherHash) WHERE seq = 5"],
            fault: "log-node-differs"
        ),
        Case(
            testDescription: "a node",
            statements: ["UPDATE audit_node SET hash = \(otherHash) WHERE level = 1 AND idx = 1"],
            fault: "log-node-differs"
        ),
        Case(
            testDescription: "a node left out",
            statements: ["DELETE FROM audit_node WHERE level = 1 AND idx = 1"],
            fault: "log-node-differs"
        ),
        Case(
            testDescription: "a node too many",
            statements: ["INSERT INTO audit_node (level, idx, hash) VALUES (5, 0, \(otherHash))"],
            fault: "log-superfluous-nodes"
        ),
        Case(
            testDescription: "an entry left out",
            statements: ["DELETE FROM audit_leaf WHERE seq = 5"],
            fault: "log-leaf-missing"
        ),
    ]

    /// What is so wrong that the store does not even open.
    static let hopeless: [SQL] = [
        "UPDATE audit_head SET size = 20",
        "UPDATE audit_head SET size = 22",
        "UPDATE audit_head SET root = \(otherHash)",
        "DELETE FROM audit_head",
        "DELETE FROM audit_leaf WHERE seq = 20",
        "UPDATE audit_leaf SET leaf = \(other), leaf_hash = \(otherHash) WHERE seq = 20",
        "DELETE FROM audit_node WHERE level = 4",
        "UPDATE audit_node SET hash = \(otherHash) WHERE level = 4",
    ]

    /// Makes the log of 21 entries.
    func fill() async throws {
        let store = try folder.create()
        try await Sample.fill(store, 0..<21)
        store.close()
    }

    @Test("is found by verification", arguments: cases)
    func found(_ test: Case) async throws {
        try await fill()
        try folder.tamper(test.statements)
        let store = try folder.reopen()
        #expect(try store.read { try LogVerificationOutcome($0).fault } == test.fault)
        store.close()
    }

    @Test("at the end of the log keeps the store from opening", arguments: hopeless.indices)
    func refused(_ place: Int) async throws {
        try await fill()
        try folder.tamper([Self.hopeless[place]])
        let error = #expect(throws: StoreError.self) { try folder.reopen() }
        #expect(error?.code == "store-corrupt")
    }

    @Test("that computes everything anew is found by a checkpoint before it, and by none after it")
    func rewritten() async throws {
        let store = try folder.create()
        try await Sample.fill(store, 0..<5)
        let early = try store.read { try $0.head() }
        try await Sample.fill(store, 5..<21)
        let late = try store.read { try $0.head() }
        store.close()
        let forgery = try forged.create()
        for number in 0..<21 {
            try await Sample.fill(forgery, number == 7 ? 70..<71 : number..<(number + 1), at: number)
        }
        #expect(try forgery.read { try LogVerificationOutcome($0).fault } == nil)
        #expect(try forgery.read { try LogVerificationOutcome($0, against: [early]).fault } == nil)
        #expect(
            try forgery.read { try LogVerificationOutcome($0, against: [late, early]).fault }
                == "log-checkpoint-differs"
        )
        forgery.close()
    }

    @Test("that cuts the end off is found by a checkpoint behind the cut")
    func cutOff() async throws {
        try await fill()
        let store = try folder.reopen()
        let kept = [TreeHead(size: 22, root: Self.otherHash)]
        let outcome = try store.read { try LogVerificationOutcome($0, against: kept) }
        #expect(outcome.fault == "log-behind-checkpoint")
        store.close()
    }

    @Test("is not served as truth")
    func notServed() async throws {
        try await fill()
        let stored = try folder.reopen()
        let digest = try await stored.write { try $0.putBlob([1, 2, 3]) }
        stored.close()
        try folder.tamper(["UPDATE audit_leaf SET leaf = \(Self.other) WHERE seq = 5", "UPDATE blob SET bytes = x'00'"])
        let store = try folder.reopen()
        let leaf = StoreError.corrupt(folder: folder.data, detail: "entry 5 of the audit log was altered")
        #expect(throws: leaf) { try store.read { try $0.leaf(5) } }
        #expect(throws: leaf) {
            try store.read { try $0.leaves(matching: .all, order: .ascending, after: nil, limit: 9) }
        }
        let error = #expect(throws: StoreError.self) { try store.read { try $0.blob(digest) } }
        #expect(error?.code == "store-corrupt")
        #expect(try store.read { try $0.leaf(6)?.bytes } == Sample.bytes(6))
        store.close()
    }

    @Test(
        "by mistake is stopped by the database itself",
        arguments: [
            "UPDATE audit_leaf SET leaf = x'00'", "DELETE FROM audit_leaf", "UPDATE audit_node SET idx = 77",
            "DELETE FROM audit_node", "UPDATE blob SET bytes = x'00'",
        ] as [SQL]
    )
    func stopped(_ statement: SQL) async throws {
        try await fill()
        let store = try folder.reopen()
        _ = try await store.write { try $0.putBlob([1]) }
        store.close()
        let connection = try Connection(folder.database, flags: 2, folder: folder.data)
        let error = #expect(throws: StoreError.self) { try connection.run(statement) }
        #expect(error?.code == "store-refused")
    }
}

extension Sample {
    /// Appends leaves under the index of another one, so that times do not fall.
    fileprivate static func fill(_ store: some Store, _ numbers: Range<Int>, at place: Int) async throws {
        for number in numbers { _ = try await store.write { try $0.append(leaf(number), index: index(place)) } }
    }
}
