import Crypto
import Testing

@testable import Audit

@Suite("verification of a stored log")
struct LogVerificationTests {
    /// What a falsifier does to a log of 21 entries, and what verification answers.
    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        var kept: [Int] = []
        let falsify: @Sendable (inout MemoryLog) -> Void
        let fault: String?
        var testDescription: String { what }
    }

    static let cases = [
        Case(what: "nothing", falsify: { _ in }, fault: nil),
        Case(what: "nothing, with checkpoints of every age", kept: [0, 1, 13, 20], falsify: { _ in }, fault: nil),
        Case(what: "the log begins anew", falsify: { $0 = MemoryLog(numbered: 0) }, fault: nil),
        Case(what: "a body", falsify: { $0.alter(5, rehash: false) }, fault: "entry 5 was altered"),
        Case(what: "a body and its hash", falsify: { $0.alter(5, rehash: true) }, fault: "tree node 2 at level 1"),
        Case(what: "the last body and its hash", falsify: { $0.alter(20, rehash: true) }, fault: "the head of 21"),
        Case(what: "a node", falsify: { $0.nodes[2]?[1] = Merkle.emptyRoot }, fault: "tree node 1 at level 2"),
        Case(what: "a node too many", falsify: { $0.nodes[3]?.append(Merkle.emptyRoot) }, fault: "1 tree nodes belong"),
        Case(what: "a leaf left out", falsify: { $0.stored.remove(at: 7) }, fault: "entry 7 is missing"),
        Case(what: "the first leaf left out", falsify: { $0.stored.remove(at: 0) }, fault: "entry 0 is missing"),
        Case(what: "the last leaf left out", falsify: { $0.stored.removeLast() }, fault: "the head says 21 entries"),
        Case(what: "all rewritten", falsify: { $0 = $0.rewritten(at: 5) }, fault: nil),
        Case(
            what: "all rewritten before a checkpoint",
            kept: [3, 13],
            falsify: { $0 = $0.rewritten(at: 5) },
            fault: "the checkpoint at 13 entries"
        ),
        Case(what: "all rewritten after it", kept: [3], falsify: { $0 = $0.rewritten(at: 5) }, fault: nil),
        Case(
            what: "the tail cut off before a checkpoint",
            kept: [13],
            falsify: { $0 = MemoryLog(numbered: 10) },
            fault: "a checkpoint vouches for 13 entries, the log has only 10"
        ),
        Case(what: "the tail cut off after it", kept: [13], falsify: { $0 = MemoryLog(numbered: 15) }, fault: nil),
    ]

    @Test(arguments: cases)
    func finds(_ test: Case) throws {
        var log = MemoryLog(numbered: 21)
        let kept = try test.kept.map { TreeHead(size: UInt64($0), root: try log.root(ofTreeOf: UInt64($0))) }
        test.falsify(&log)
        let verification = try LogVerification(of: log, against: kept)
        let found = verification.fault?.description
        #expect(test.fault.map { found?.hasPrefix($0) == true } ?? (found == nil), "\(found ?? "no fault")")
    }

    @Test("a log longer than one batch is read to its end")
    func long() throws {
        let log = MemoryLog(numbered: 513)
        let verification = try LogVerification(of: log)
        #expect(verification.fault == nil)
        #expect(verification.head == log.head())
    }
}

extension MemoryLog {
    /// Changes a body, and where asked for its hash too.
    fileprivate mutating func alter(_ seq: Int, rehash: Bool) {
        let bytes = Array("another entry".utf8)
        let hash = rehash ? Merkle.leafHash(bytes) : stored[seq].hash
        stored[seq] = StoredLeaf(seq: UInt64(seq), bytes: bytes, hash: hash)
    }

    /// The log of somebody who changed one entry and computed everything anew.
    fileprivate func rewritten(at seq: Int) -> MemoryLog {
        MemoryLog(stored.map { $0.seq == UInt64(seq) ? Array("another entry".utf8) : $0.bytes })
    }
}
