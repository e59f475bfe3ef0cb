/// Finds the end of answers whose length is announced, as the bench's own server sends them.
struct AnswerScanner {
    private var octets: [UInt8] = []
    private var contentStart: Int?
    private var length = 0

    private static let lengthField = Array("\r\nContent-Length: ".utf8)
    private static let headEnd = Array("\r\n\r\n".utf8)

    /// Takes octets that came.
    mutating func append(_ received: Span<UInt8>) {
        received.withUnsafeBufferPointer { octets.append(contentsOf: $0) }
    }

    /// The status of the next whole answer, which is forgotten with that; nil where more octets are needed.
    mutating func next() -> Int? {
        if contentStart == nil, let end = Self.find(Self.headEnd, in: octets) {
            contentStart = end
            length = Self.find(Self.lengthField, in: octets).map { Self.number(octets[$0...]) } ?? 0
        }
        guard let start = contentStart, octets.count >= start + length else { return nil }
        let status = Self.number(octets.dropFirst(9))
        octets.removeFirst(start + length)
        contentStart = nil
        return status
    }

    /// Where what follows the first occurrence of a pattern begins.
    private static func find(_ pattern: [UInt8], in octets: [UInt8]) -> Int? {
        guard octets.count >= pattern.count else { return nil }
        for start in 0...(octets.count - pattern.count) where octets[start] == pattern[0] {
            if octets[start..<(start + pattern.count)].elementsEqual(pattern) { return start + pattern.count }
        }
        return nil
    }

    private static func number(_ octets: ArraySlice<UInt8>) -> Int {
        octets.prefix { (48...57).contains($0) }.prefix(9).reduce(0) { $0 * 10 + Int($1) - 48 }
    }
}
