import Dispatch
import StorePort
import Synchronization

/// The way to the one connection that writes.
///
/// It has a thread of its own, because it blocks on the disk.
final class Writer: Sendable {
    private let queue = DispatchQueue(label: "canon.store.writer")
    private let inbox: Inbox

    /// Used on the queue only, so nobody ever waits for this lock; nil when closed.
    let session: Mutex<WriteSession?>

    init(_ session: sending WriteSession, _ inbox: Inbox) {
        self.inbox = inbox
        self.session = Mutex(session)
    }

    /// Puts the closure into the next group and waits until the group is on disk.
    func write<R: Sendable>(_ body: @escaping @Sendable (any StoreTransaction) throws -> R) async throws -> R {
        try await withCheckedThrowingContinuation { continuation in
            let write = PendingWrite(body, answering: continuation)
            switch inbox.put(write) {
            case .work: queue.async { self.work() }
            case .wait: break
            case .refuse(let error): write.fail(error)
            }
        }
    }

    /// Commits groups until nothing waits.
    private func work() {
        session.withLock { session in
            guard let session else { return }
            repeat {
                guard session.commitGroup() else { return }
            } while session.hasWritesLeft || !inbox.isFinished()
        }
    }

    /// Finishes what waits and closes the connection.
    func close() {
        inbox.close(.closed)
        queue.sync {
            session.withLock { session in
                session?.finish()
                session = nil
            }
        }
    }
}
