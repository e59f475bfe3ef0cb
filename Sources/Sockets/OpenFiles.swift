internal import CLinux
import Glibc

/// How many descriptors the process may have open.
public enum OpenFiles {
    /// The limit that holds now.
    public static var limit: Int {
        Int(clamping: current.rlim_cur)
    }

    /// As far as ``raiseLimit()`` can raise it.
    public static var most: Int { Int(clamping: current.rlim_max) }

    /// Raises the limit as far as the process may without special rights.
    public static func raiseLimit() {
        var limit = current
        limit.rlim_cur = limit.rlim_max
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    private static var current: rlimit {
        var limit = rlimit()
        _ = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return limit
    }
}
