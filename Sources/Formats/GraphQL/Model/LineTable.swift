internal import Syntax

/// Where the lines of a text begin, so that many places are found in one pass.
struct LineTable: Sendable {
    private let starts: [Int]

    init(_ source: [UInt8]) {
        var starts = [0]
        for index in source.indices {
            switch source[index] {
            case UInt8(ascii: "\n"): starts.append(index + 1)
            case UInt8(ascii: "\r") where index + 1 == source.count || source[index + 1] != UInt8(ascii: "\n"):
                starts.append(index + 1)
            default: break
            }
        }
        self.starts = starts
    }

    /// The place of a byte.
    func position(ofByte offset: Int, in source: [UInt8]) -> SourcePosition {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let before = source[starts[low]..<min(offset, source.count)]
        return SourcePosition(line: low + 1, column: 1 + before.count { $0 & 0xC0 != 0x80 })
    }
}
