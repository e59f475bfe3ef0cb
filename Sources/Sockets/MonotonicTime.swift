internal import CLinux
import Glibc

/// A moment on the clock that never goes back; it says nothing about the time of day.
public struct MonotonicTime: Comparable, Hashable, Sendable {
    /// Nanoseconds since some moment in the past.
    public let nanoseconds: UInt64

    /// Later than every moment that is ever reached.
    public static let never = MonotonicTime(nanoseconds: .max)

    /// The moment so many nanoseconds after the clock's start.
    public init(nanoseconds: UInt64) {
        self.nanoseconds = nanoseconds
    }

    /// The present moment.
    public static func now() -> MonotonicTime {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return MonotonicTime(nanoseconds: UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec))
    }

    /// The moment after a span; ``never`` stays what it is.
    public static func + (moment: MonotonicTime, span: TimeSpan) -> MonotonicTime {
        let (sum, overflow) = moment.nanoseconds.addingReportingOverflow(span.nanoseconds)
        return overflow ? .never : MonotonicTime(nanoseconds: sum)
    }

    /// How long after an earlier moment this one is; zero where it is not after it.
    public static func - (later: MonotonicTime, earlier: MonotonicTime) -> TimeSpan {
        TimeSpan(nanoseconds: later.nanoseconds > earlier.nanoseconds ? later.nanoseconds - earlier.nanoseconds : 0)
    }

    /// Orders moments by time.
    public static func < (left: MonotonicTime, right: MonotonicTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

/// A length of time in whole nanoseconds, at most 584 years.
///
/// `Duration` counts attoseconds in 128 bits; deadlines are computed several times a request and do not need that.
public struct TimeSpan: Comparable, Hashable, Sendable {
    /// The length.
    public let nanoseconds: UInt64

    /// A length in nanoseconds.
    public init(nanoseconds: UInt64) {
        self.nanoseconds = nanoseconds
    }

    /// A length in seconds.
    public static func seconds(_ count: UInt64) -> TimeSpan { TimeSpan(nanoseconds: count &* 1_000_000_000) }

    /// A length in milliseconds.
    public static func milliseconds(_ count: UInt64) -> TimeSpan { TimeSpan(nanoseconds: count &* 1_000_000) }

    /// The length in whole microseconds, rounded down.
    public var microseconds: UInt64 { nanoseconds / 1000 }

    /// The length in seconds.
    public var inSeconds: Double { Double(nanoseconds) / 1e9 }

    /// Orders spans by length.
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.nanoseconds < right.nanoseconds }

    /// The two lengths one after the other.
    public static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
        TimeSpan(nanoseconds: left.nanoseconds &+ right.nanoseconds)
    }
}
