/// Scalar values sorted into classes that a pattern, or several, cannot tell apart within.
struct Alphabet: Sendable {
    /// Where the class changes, in order; the first is 0.
    private(set) var starts: [UInt32]
    /// The class from each start on.
    private(set) var classes: [Int32]
    private(set) var count: Int
    /// The classes of the first 128 scalar values.
    private(set) var ascii: [Int32]

    /// The coarsest classes that tell apart what the functions tell apart.
    ///
    /// - Parameters:
    ///   - boundaries: Where any function may change.
    ///   - signature: What is told of the scalar values from a boundary to the next.
    init(boundaries: Set<UInt32>, signature: (UInt32) -> [Int32]) {
        starts = boundaries.union([0]).filter { $0 <= ScalarSet.largest }.sorted()
        classes = []
        var known: [[Int32]: Int32] = [:]
        for start in starts {
            let key = signature(start)
            let number = known[key] ?? Int32(known.count)
            known[key] = number
            classes.append(number)
        }
        count = known.count
        ascii = []
        ascii = (0..<128).map { searched($0) }
    }

    /// The classes of which the sets are made.
    init(sets: [ScalarSet]) {
        let edges = sets.flatMap { $0.ranges.flatMap { [$0.lowerBound, $0.upperBound + 1] } }
        self.init(boundaries: Set(edges)) { scalar in
            // The sets that a value is in, as bits.
            var bits = [Int32](repeating: 0, count: (sets.count + 31) / 32)
            for (index, set) in sets.enumerated() where set.contains(scalar) {
                bits[index / 32] |= Int32(bitPattern: 1 << UInt32(index % 32))
            }
            return bits
        }
    }

    /// The class of a scalar value.
    subscript(scalar: UInt32) -> Int32 { scalar < 128 ? ascii[Int(scalar)] : searched(scalar) }

    private func searched(_ scalar: UInt32) -> Int32 {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= scalar { low = middle } else { high = middle }
        }
        return classes[low]
    }
}
