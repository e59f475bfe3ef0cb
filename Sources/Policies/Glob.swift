/// A pattern in which `*` stands for any characters, none included; every other character stands for itself.
///
/// Matching takes at most length × length steps; there is nothing to backtrack into.
package struct Glob: Hashable, Sendable {
    private let parts: [[UInt8]]

    /// A pattern.
    package init(_ pattern: String) {
        parts = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    }

    /// Whether the whole text is of the pattern.
    package func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return bytes == parts.first }
        guard bytes.count >= first.count + last.count, bytes.starts(with: first),
            bytes.suffix(last.count).elementsEqual(last)
        else { return false }
        var rest = bytes[first.count..<(bytes.count - last.count)]
        for part in parts.dropFirst().dropLast() {
            guard let found = Self.firstRange(of: part, in: rest) else { return false }
            rest = rest[found...].dropFirst(part.count)
        }
        return true
    }

    private static func firstRange(of part: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        guard part.count <= text.count else { return nil }
        return (text.startIndex...(text.endIndex - part.count)).first { text[$0...].starts(with: part) }
    }
}
