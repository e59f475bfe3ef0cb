/// Why a wait on a descriptor ended.
public enum Wakeup: Hashable, Sendable {
    /// What was waited for is there, or the peer hung up: the next call will not block.
    case ready
    /// The deadline passed first.
    case timedOut
    /// Another part of the program asked the wait to end.
    case interrupted
    /// The task that waited was cancelled.
    case cancelled
}

/// What can be waited for on one descriptor; each lane has at most one waiter at a time.
public enum Lane: Int, CaseIterable, Sendable {
    /// Octets, a connection to accept, or the end of input.
    case read
    /// Room for octets.
    case write
    /// The peer's hanging up, a deadline, or a word from another task; for whoever watches over a connection.
    case control
}

/// A descriptor's place in the table of its loop; the generation tells it from later ones in the same place.
struct WatchToken: Hashable, Sendable {
    let index: UInt32
    let generation: UInt32

    /// What the kernel hands back with each event.
    var packed: UInt64 { UInt64(generation) << 32 | UInt64(index) }

    init(index: UInt32, generation: UInt32) {
        self.index = index
        self.generation = generation
    }

    init(packed: UInt64) {
        self.init(index: UInt32(truncatingIfNeeded: packed), generation: UInt32(truncatingIfNeeded: packed >> 32))
    }
}
