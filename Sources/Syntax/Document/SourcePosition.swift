/// A place in a text that a person can go to.
public struct SourcePosition: Hashable, Comparable, Sendable {
    /// The line, counted from 1; LF, CR LF and CR end a line.
    public let line: Int
    /// The character in the line, counted from 1 in Unicode scalars.
    public let column: Int

    /// A position; both numbers count from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The place of a byte in a text.
    ///
    /// - Parameters:
    ///   - offset: Index of the byte; an offset past the end stands for the end.
    ///   - source: UTF-8; octets that are not count as a character each.
    /// - Complexity: O(`offset`).
    public init(ofByte offset: Int, in source: [UInt8]) {
        let end = min(offset, source.count)
        var line = 1
        var lineStart = 0
        for index in 0..<end where Self.endsLine(index, in: source) {
            line += 1
            lineStart = index + 1
        }
        self.init(line: line, column: 1 + Self.scalars(in: source[lineStart..<end]))
    }

    /// Whether the byte at `index` is the last one of its line.
    static func endsLine(_ index: Int, in source: [UInt8]) -> Bool {
        switch source[index] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): index + 1 == source.count || source[index + 1] != UInt8(ascii: "\n")
        default: false
        }
    }

    /// Counts the bytes that begin a scalar.
    static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { count, byte in byte & 0xC0 == 0x80 ? count : count + 1 }
    }

    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

extension SourcePosition: CustomStringConvertible {
    /// Such as `line 3, column 14`.
    public var description: String { "line \(line), column \(column)" }
}
