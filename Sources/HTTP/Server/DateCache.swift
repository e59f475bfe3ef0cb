internal import CLinux
import Glibc
internal import Synchronization

/// The time of day as the `Date` field writes it, made once a second.
final class DateCache: Sendable {
    private struct Cached {
        var second = -1
        var octets: [UInt8] = []
    }

    private let cached = Mutex(Cached())

    /// The present second.
    func now() -> [UInt8] {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME_COARSE, &time)
        let second = max(0, Int(time.tv_sec))
        return cached.withLock { cached in
            if cached.second != second {
                cached.second = second
                cached.octets = []
                HTTPDate.write(secondsSince1970: second, to: &cached.octets)
            }
            return cached.octets
        }
    }
}
