import StorePort
import Synchronization

/// The writes that wait, and whether somebody is at work on them.
final class Inbox: Sendable {
    private struct State {
        var waiting: [PendingWrite] = []
        var isWorkedOn = false
        var closed: StoreError?
    }

    /// What to do after a write was put in.
    enum Next {
        /// Call the worker.
        case work

        /// Nothing: the worker will find it.
        case wait

        /// Answer with the error: the inbox is closed.
        case refuse(StoreError)
    }

    private let state = Mutex(State())

    /// Puts in a write.
    func put(_ write: PendingWrite) -> Next {
        state.withLock { state in
            if let error = state.closed { return .refuse(error) }
            state.waiting.append(write)
            guard !state.isWorkedOn else { return .wait }
            state.isWorkedOn = true
            return .work
        }
    }

    /// Takes out everything that waits, in order.
    func takeAll() -> [PendingWrite] {
        state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
    }

    /// Says that the worker goes home, unless something waits.
    func isFinished() -> Bool {
        state.withLock { state in
            state.isWorkedOn = !state.waiting.isEmpty
            return !state.isWorkedOn
        }
    }

    /// Refuses all later writes; those that wait are still taken out.
    ///
    /// - Parameter reason: What they are answered with; the first one stands.
    func close(_ reason: StoreError) {
        state.withLock { $0.closed = $0.closed ?? reason }
    }
}
