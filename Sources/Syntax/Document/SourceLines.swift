/// Where the lines of a text begin, and how many characters there are up to places in between.
///
/// Contracts are often one line, and a comparison may ask for the places of thousands of its values.
public struct SourceLines: Sendable {
    /// Bytes between two places whose characters are counted.
    private static let spacing = 256
    private var starts: [UInt32] = [0]
    /// Characters before each multiple of the spacing.
    private var characters: [UInt32] = []

    /// Reads a text once.
    public init(of source: [UInt8]) {
        characters.reserveCapacity(source.count / Self.spacing + 2)
        source.withUnsafeBufferPointer { text in
            var count = 0
            for from in stride(from: 0, to: text.count, by: Self.spacing) {
                characters.append(UInt32(truncatingIfNeeded: count))
                let chunk = from..<min(from + Self.spacing, text.count)
                for index in chunk { count += text[index] & 0xC0 == 0x80 ? 0 : 1 }
                for index in chunk where text[index] <= 0x0D && SourcePosition.endsLine(index, in: source) {
                    starts.append(UInt32(truncatingIfNeeded: index + 1))
                }
            }
            characters.append(UInt32(truncatingIfNeeded: count))
        }
    }

    /// The line and column of a byte, or of the text's end.
    ///
    /// - Complexity: O(log lines).
    public func position(ofByte offset: Int, in source: [UInt8]) -> SourcePosition {
        let line = lastLine(atMost: UInt32(truncatingIfNeeded: offset))
        let start = Int(starts[line])
        let end = max(start, offset)
        let column =
            end - start < Self.spacing
            ? SourcePosition.scalars(in: source[start..<end])
            : characters(before: end, in: source) - characters(before: start, in: source)
        return SourcePosition(line: line + 1, column: 1 + column)
    }

    private func characters(before offset: Int, in source: [UInt8]) -> Int {
        let known = min(offset / Self.spacing, characters.count - 1)
        let from = known * Self.spacing
        return Int(characters[known]) + (from < offset ? SourcePosition.scalars(in: source[from..<offset]) : 0)
    }

    private func lastLine(atMost offset: UInt32) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
