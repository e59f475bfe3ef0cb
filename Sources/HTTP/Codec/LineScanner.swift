/// Octets that have arrived and are not used up, cut into lines.
///
/// A line ends with CR LF and nothing else; control characters are refused as soon as they are seen, so that what is no
/// HTTP at all is answered at once instead of after a timeout.
struct LineScanner: Sendable {
    private(set) var octets: [UInt8] = []
    /// Where the part that is not used up begins.
    private(set) var start = 0
    /// How far the present line has been looked at.
    private var scanned = 0

    /// What came of looking for a line.
    enum Line {
        /// The line without its end.
        case complete(Range<Int>)
        case incomplete
        case tooLong
        case malformed
    }

    /// True where nothing is left.
    var isEmpty: Bool { start == octets.count }

    /// Octets that are not used up.
    var count: Int { octets.count - start }

    mutating func append(_ span: Span<UInt8>) {
        span.withUnsafeBufferPointer { octets.append(contentsOf: $0) }
    }

    /// Looks for the next line and uses it up.
    ///
    /// - Parameter limit: Octets that the line may have without its end.
    /// - Returns: Where the line lies, or why there is none.
    mutating func nextLine(limit: Int) -> Line {
        while scanned < octets.count {
            let octet = octets[scanned]
            if octet == .carriageReturn { return endOfLine(limit: limit) }
            guard octet >= 0x20 && octet != 0x7F || octet == .tab else { return .malformed }
            scanned += 1
            if scanned - start > limit { return .tooLong }
        }
        return .incomplete
    }

    private mutating func endOfLine(limit: Int) -> Line {
        guard scanned + 1 < octets.count else { return .incomplete }
        guard octets[scanned + 1] == .lineFeed else { return .malformed }
        let line = start..<scanned
        scanned += 2
        start = scanned
        return .complete(line)
    }

    /// Uses up octets where they come next.
    ///
    /// - Returns: Whether they did.
    mutating func skip(_ expected: [UInt8]) -> Bool {
        guard count >= expected.count, octets[start..<(start + expected.count)].elementsEqual(expected) else {
            return false
        }
        start += expected.count
        scanned = start
        return true
    }

    /// Uses up so many octets, or what is there of them.
    mutating func take(_ count: Int) -> ArraySlice<UInt8> {
        let end = min(octets.count, start + count)
        defer {
            start = end
            scanned = end
        }
        return octets[start..<end]
    }

    /// Lets go of what is used up; ranges of earlier lines are void afterwards.
    mutating func compact() {
        if isEmpty {
            // The memory of a large message is not kept for an idle connection.
            octets.removeAll(keepingCapacity: octets.capacity <= 4096)
        } else if start > 0 {
            octets.removeSubrange(..<start)
        }
        scanned -= start
        start = 0
    }
}
