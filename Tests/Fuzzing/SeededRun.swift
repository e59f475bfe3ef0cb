internal import FoundationEssentials

/// Tries something with one seed after another, and counts what came of it.
package struct SeededRun {
    /// What came of the seeds, by whatever the tries call it.
    package private(set) var counts: [String: Int] = [:]

    /// Tries the first seeds; or, where `CANON_FUZZ_SECONDS` is set, as many as there is time for, other ones for every
    /// number of seconds, and prints the counts.
    ///
    /// - Parameters:
    ///   - what: What is tried, for the line that is printed.
    ///   - usual: How many seeds are tried where no time is given.
    ///   - check: Tries a seed and counts.
    /// - Throws: What `check` throws.
    package init(_ what: String, usual: UInt64, _ check: (UInt64, inout [String: Int]) throws -> Void) rethrows {
        let seconds = ProcessInfo.processInfo.environment["CANON_FUZZ_SECONDS"].flatMap { Int($0) }
        let end = ContinuousClock.now + .seconds(seconds ?? 0)
        var seed = UInt64(seconds ?? 0) << 32
        while seconds.map({ _ in ContinuousClock.now < end }) ?? (seed < usual) {
            try check(seed, &counts)
            seed += 1
        }
        if seconds != nil { print("\(what):", counts, "to seed", seed) }
    }

    /// How often something came.
    package subscript(_ name: String) -> Int { counts[name, default: 0] }
}
