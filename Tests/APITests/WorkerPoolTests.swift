import Glibc
import Synchronization
import Testing

@testable import API

@Suite("worker pool")
struct WorkerPoolTests {
    /// How many jobs run now, how many ran at the same time at most, and which ran in which order.
    private final class Watch: Sendable {
        private let state = Mutex((now: 0, most: 0, order: [Int]()))

        var most: Int { state.withLock { $0.most } }
        var now: Int { state.withLock { $0.now } }
        var order: [Int] { state.withLock { $0.order } }

        func run(_ number: Int) {
            state.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
                state.order.append(number)
            }
            sched_yield()
            state.withLock { $0.now -= 1 }
        }
    }

    @Test(arguments: [(1, 40), (2, 40), (3, 2), (0, 5)])
    func runsAsManyJobsAtOnceAsItIsWide(_ width: Int, _ jobs: Int) async {
        let pool = WorkerPool(width: width)
        let watch = Watch()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<jobs { group.addTask(executorPreference: pool) { watch.run(number) } }
        }
        #expect((1...max(1, width)).contains(watch.most))
        #expect(watch.now == 0)
        #expect(watch.order.sorted() == Array(0..<jobs))
    }

    @Test func ofWidthOneKeepsTheOrder() async {
        let pool = WorkerPool(width: 1)
        let watch = Watch()
        let tasks = (0..<100).map { number in Task(executorPreference: pool) { watch.run(number) } }
        for task in tasks { await task.value }
        #expect(watch.order == Array(0..<100))
    }

    @Test func takesWorkAgainAfterItWasIdle() async {
        let pool = WorkerPool(width: 2)
        for round in 0..<50 {
            let task = Task(executorPreference: pool) { round * 2 }
            #expect(await task.value == round * 2)
        }
    }

    @Test func keepsTheCallersThreadFree() async {
        let pool = WorkerPool(width: 1)
        let gate = Gate()
        let blocked = Task(executorPreference: pool) { gate.wait() }
        // Whoever waits for a worker does not hold up who does not.
        let other = Task { true }
        #expect(await other.value)
        gate.open()
        await blocked.value
    }

    /// Lets a thread wait until it is opened.
    private final class Gate: Sendable {
        private let isOpen = Atomic(false)

        func open() { isOpen.store(true, ordering: .releasing) }
        func wait() { while !isOpen.load(ordering: .acquiring) { sched_yield() } }
    }
}
