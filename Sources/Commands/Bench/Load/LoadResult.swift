internal import Syntax

/// What came of a load.
struct LoadResult: Hashable, Sendable {
    /// Answers that said yes.
    let succeeded: Int
    /// Answers that did not, and connections that broke.
    let failed: Int
    /// Microseconds from the first request to the last answer.
    let microseconds: Int
    /// Microseconds within which half of the answers came.
    let median: Int
    /// Microseconds within which 99 of 100 answers came.
    let ninetyNinth: Int

    /// Answers a second.
    var perSecond: Double { Double(succeeded) * 1e6 / Double(max(1, microseconds)) }

    /// A result of the time that each answer took, in nanoseconds.
    init(latencies: [UInt64], failed: Int, microseconds: Int) {
        let sorted = latencies.sorted()
        succeeded = latencies.count
        self.failed = failed
        self.microseconds = microseconds
        median = Self.microseconds(sorted, 50)
        ninetyNinth = Self.microseconds(sorted, 99)
    }

    private static func microseconds(_ sorted: [UInt64], _ percent: Int) -> Int {
        sorted.isEmpty ? 0 : Int(sorted[(sorted.count - 1) * percent / 100] / 1000)
    }

    /// The result as a client process prints it.
    var json: JSON {
        [
            "succeeded": .int(succeeded), "failed": .int(failed), "microseconds": .int(microseconds),
            "median": .int(median), "ninetyNinth": .int(ninetyNinth),
        ]
    }

    /// Reads what a client process printed.
    ///
    /// - Throws: ``Failure`` where it is no result.
    init(parsing bytes: [UInt8]) throws(Failure) {
        let root = (try? Document.json(bytes))?.root
        guard let succeeded = root?["succeeded"]?.int, let failed = root?["failed"]?.int,
            let microseconds = root?["microseconds"]?.int, let median = root?["median"]?.int,
            let ninetyNinth = root?["ninetyNinth"]?.int
        else { throw Failure("BENCH_CLIENT", "the clients of the bench gave no result", .unjudged) }
        self.succeeded = succeeded
        self.failed = failed
        self.microseconds = microseconds
        self.median = median
        self.ninetyNinth = ninetyNinth
    }
}
