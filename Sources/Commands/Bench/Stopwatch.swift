internal import Glibc
internal import Sockets

/// Measures from its making on: time that passed, and processor time of this process.
struct Stopwatch {
    private let start = MonotonicTime.now()
    private let work = Stopwatch.processorTime()

    /// Seconds that passed.
    var wall: Double { (MonotonicTime.now() - start).inSeconds }

    /// Seconds of processor time that all threads of this process took.
    var processor: Double { Self.processorTime() - work }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension Sequence<Double> {
    /// The middle value, or the mean of the two in the middle; nil where there are none.
    var median: Double? {
        let sorted = sorted()
        guard !sorted.isEmpty else { return nil }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}

extension BenchSetting {
    /// The median of a number over all runs.
    func median(_ run: () throws -> Double) rethrows -> Double {
        try (0..<runs).map { _ in try run() }.median ?? 0
    }

    /// How often something is done in a second of the processor; the median over all runs.
    ///
    /// - Parameters:
    ///   - times: How often it is done in one run.
    ///   - work: Does it and counts what it found, so that nothing of it can be left out.
    /// - Returns: Times in a second.
    /// - Throws: What the work throws.
    func rate(_ times: Int, _ work: () throws -> Int) throws -> Double {
        try median {
            var found = 0
            let watch = Stopwatch()
            for _ in 0..<times { found &+= try work() }
            let seconds = watch.processor
            guard found >= 0 else { return 0 }
            return Double(times) / seconds
        }
    }
}
