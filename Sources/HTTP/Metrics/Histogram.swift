public import Sockets
internal import Synchronization

/// Durations counted by how long they were.
public final class Histogram: Sendable {
    /// The counts at one moment.
    public struct Snapshot: Hashable, Sendable {
        /// How many durations fell below each bound and above the one before; one more for those above all bounds.
        public var counts: [Int]
        /// All durations together.
        public var sum: TimeSpan
    }

    /// The upper bounds, ascending.
    public let bounds: [TimeSpan]
    private let snapshot: Mutex<Snapshot>

    /// From 50 µs to 10 s, each about two to three times the one before.
    public static let usualBounds: [TimeSpan] = [
        50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
        5_000_000, 10_000_000,
    ].map { TimeSpan(nanoseconds: $0 * 1000) }

    /// An empty histogram.
    ///
    /// - Parameter bounds: Upper bounds, ascending.
    public init(bounds: [TimeSpan] = Histogram.usualBounds) {
        self.bounds = bounds
        snapshot = Mutex(Snapshot(counts: Array(repeating: 0, count: bounds.count + 1), sum: .seconds(0)))
    }

    /// Counts a duration.
    public func note(_ duration: TimeSpan) {
        let bucket = bounds.firstIndex { duration <= $0 } ?? bounds.count
        snapshot.withLock { snapshot in
            snapshot.counts[bucket] += 1
            snapshot.sum = snapshot.sum + duration
        }
    }

    /// The counts now.
    public var now: Snapshot { snapshot.withLock { $0 } }
}
