import Dispatch
import Sockets
import Synchronization
import Testing

/// Threads of the tests' own: what blocks on them keeps no task waiting.
enum Thread {
    /// Starts work on a thread of the system: the queues' threads are as many as the machine has cores, and others
    /// may hold them.
    static func start(_ work: @escaping @Sendable () -> Void) {
        do { try SystemThread.start(work) } catch { Issue.record("no thread: \(error)") }
    }

    /// Does the same on several threads at once, and waits for all.
    static func concurrently(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
        let group = DispatchGroup()
        for number in 0..<count {
            group.enter()
            start {
                work(number)
                group.leave()
            }
        }
        group.wait()
    }
}

/// A gate that opens once something was counted often enough.
final class Countdown: Sendable {
    private let left: Mutex<Int>
    private let semaphore = DispatchSemaphore(value: 0)

    init(_ count: Int) { left = Mutex(count) }

    /// Counts one.
    func note() {
        let isOpen = left.withLock { left in
            left -= 1
            return left == 0
        }
        if isOpen { semaphore.signal() }
    }

    /// Waits for the last one.
    ///
    /// - Returns: False where it did not come in a minute.
    func wait() -> Bool { semaphore.wait(timeout: .now() + 60) == .success }
}

/// Random numbers that a seed gives again: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
