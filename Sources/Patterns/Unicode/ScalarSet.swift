/// A set of Unicode scalar values: ranges in order that neither meet nor touch.
struct ScalarSet: Hashable, Sendable {
    private(set) var ranges: [ClosedRange<UInt32>]

    /// A set; the ranges may overlap, and what is no scalar value in them does not count.
    init(_ ranges: [ClosedRange<UInt32>] = []) {
        self.ranges = Self.joined(ranges.flatMap(Self.withoutSurrogates))
    }

    init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

    private static let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF
    static let largest: UInt32 = 0x10FFFF
    static let all = ScalarSet([0...largest])

    private static func withoutSurrogates(_ range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
        guard range.overlaps(surrogates) else { return [range] }
        var parts: [ClosedRange<UInt32>] = []
        if range.lowerBound < surrogates.lowerBound { parts.append(range.lowerBound...surrogates.lowerBound - 1) }
        if range.upperBound > surrogates.upperBound { parts.append(surrogates.upperBound + 1...range.upperBound) }
        return parts
    }

    private static func joined(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var joined: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

    /// Every scalar value that is not in it.
    var inverted: ScalarSet {
        var gaps: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        if next <= Self.largest { gaps.append(next...Self.largest) }
        return ScalarSet(gaps)
    }

    /// Whether a scalar value is in it.
    ///
    /// - Complexity: O(log(ranges)).
    func contains(_ scalar: UInt32) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(scalar)
    }
}

/// The sets that ECMA-262 has short names for.
extension ScalarSet {
    static let digits = ScalarSet([0x30...0x39])
    static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let lineEnds = ScalarSet([0xA...0xA, 0xD...0xD, 0x2028...0x2029])
    /// White space and line ends.
    static let space = ScalarSet([
        0x9...0xD, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// What `.` stands for.
    static let dot = lineEnds.inverted
}
