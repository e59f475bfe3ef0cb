/// Writes the binary form of messages.
///
/// - SeeAlso: Protocol Buffers, "Encoding".
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    /// A number in groups of seven bits, lowest first.
    mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A field whose value is a number.
    mutating func field(_ number: Int, _ value: Int) {
        tag(number, 0)
        varint(UInt64(bitPattern: Int64(value)))
    }

    /// A field whose value is text, bytes or a message.
    mutating func field(_ number: Int, _ value: [UInt8]) {
        tag(number, 2)
        varint(UInt64(value.count))
        bytes += value
    }

    /// What stands before a value.
    mutating func tag(_ number: Int, _ type: Int) { varint(UInt64(number << 3 | type)) }

    /// The lowest bytes of a number.
    mutating func fixed(_ value: UInt64, count: Int) {
        for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(place * 8))) }
    }

    /// Bytes as they are.
    mutating func raw(_ more: [UInt8]) { bytes += more }
}
