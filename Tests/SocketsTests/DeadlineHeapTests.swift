import Testing

@testable import Sockets

@Suite("deadlines")
struct DeadlineHeapTests {
    @Test func comeOutInOrder() {
        var heap = DeadlineHeap()
        var moments: [UInt64] = []
        var number: UInt64 = 7
        for index in 0..<500 {
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            moments.append(number >> 48)
            heap.insert(.init(nanoseconds: number >> 48, token: WatchToken(index: UInt32(index), generation: 0)))
        }
        let middle = moments.sorted()[250]
        #expect(heap.earliest == moments.min())
        var taken: [UInt64] = []
        while let entry = heap.take(notAfter: middle) { taken.append(entry.nanoseconds) }
        #expect(taken == moments.filter { $0 <= middle }.sorted())
        while let entry = heap.take(notAfter: .max) { taken.append(entry.nanoseconds) }
        #expect(taken == moments.sorted())
        #expect(heap.earliest == nil)
    }

    @Test func tokensOfALaterGenerationAreOthers() {
        var table = WatchTable()
        let first = table.add()
        table.remove(first)
        let second = table.add()
        #expect(first.index == second.index && first != second)
        #expect(WatchToken(packed: second.packed) == second)
        #expect(table.ready(.read, of: first) == nil)
        #expect(table.consume(.read, of: first) == .cancelled)
        #expect(table.consume(.read, of: second) == nil)
    }

    @Test func readinessIsUsedUpUnlessThePeerIsGone() {
        var table = WatchTable()
        let token = table.add()
        #expect(table.ready(.read, of: token) == nil)
        #expect(table.consume(.read, of: token) == .ready)
        #expect(table.consume(.read, of: token) == nil)
        #expect(table.ready(.read, of: token, forGood: true) == nil)
        #expect(table.consume(.read, of: token) == .ready)
        #expect(table.consume(.read, of: token) == .ready)
        #expect(table.interrupt(.read, of: token) == nil)
        #expect(table.consume(.read, of: token) == .interrupted)
    }
}

/// A loop must not keep something for each connection that ever was.
@Suite("deadlines of watches that are gone")
struct VoidDeadlineTests {
    @Test func doNotPileUp() async {
        var table = WatchTable()
        for round in 0..<100_000 {
            let token = table.add()
            table.setDeadline(UInt64(1_000_000 + round), on: .read, of: token)
            table.remove(token)
        }
        let last = table.add()
        table.setDeadline(5, on: .control, of: last)
        #expect(table.deadlineCount < 2000)
        #expect(table.earliestDeadline == 5)
    }
}
