/// A field of a message in its binary form.
enum WireValue: Sendable {
    case varint(UInt64)
    case fixed32(UInt32)
    case fixed64(UInt64)
    case bytes(ArraySlice<UInt8>)
    case group([WireField])
}

/// A field with its number.
struct WireField: Sendable {
    let number: Int
    let value: WireValue
}

/// Reads the binary form of messages.
///
/// - SeeAlso: Protocol Buffers, "Encoding".
struct WireReader {
    private let bytes: ArraySlice<UInt8>
    private var place: Int
    /// Groups in groups beyond which a message is refused.
    private static let mostGroups = 32

    /// The fields of a message in their order, or nil where the bytes are none.
    static func fields(of bytes: ArraySlice<UInt8>) -> [WireField]? {
        var reader = WireReader(bytes: bytes, place: bytes.startIndex)
        return reader.fields(until: nil, depth: 0)
    }

    private mutating func fields(until group: Int?, depth: Int) -> [WireField]? {
        guard depth <= Self.mostGroups else { return nil }
        var fields: [WireField] = []
        while place < bytes.endIndex {
            guard let tag = varint(), tag >> 3 > 0, tag >> 3 <= 536_870_911 else { return nil }
            let number = Int(tag >> 3)
            if tag & 7 == 4 { return number == group ? fields : nil }
            guard let value = value(Int(tag & 7), number, depth) else { return nil }
            fields.append(WireField(number: number, value: value))
        }
        return group == nil ? fields : nil
    }

    private mutating func value(_ type: Int, _ number: Int, _ depth: Int) -> WireValue? {
        switch type {
        case 0: return varint().map(WireValue.varint)
        case 1: return fixed(8).map(WireValue.fixed64)
        case 2:
            guard let count = varint(), count <= UInt64(bytes.endIndex - place) else { return nil }
            let start = place
            place += Int(count)
            return .bytes(bytes[start..<place])
        case 3: return fields(until: number, depth: depth + 1).map(WireValue.group)
        case 5: return fixed(4).map { .fixed32(UInt32($0)) }
        default: return nil
        }
    }

    private mutating func varint() -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            guard place < bytes.endIndex else { return nil }
            let byte = bytes[place]
            place += 1
            if shift < 64 { value |= UInt64(byte & 0x7F) << shift }
            if byte < 0x80 { return value }
        }
        return nil
    }

    private mutating func fixed(_ count: Int) -> UInt64? {
        guard bytes.endIndex - place >= count else { return nil }
        var value: UInt64 = 0
        for offset in (0..<count).reversed() { value = value << 8 | UInt64(bytes[place + offset]) }
        place += count
        return value
    }
}

extension [WireField] {
    /// The last number of a field, or nil.
    func number(_ number: Int) -> Int? {
        for field in reversed() where field.number == number {
            if case .varint(let value) = field.value { return Int(truncatingIfNeeded: Int64(bitPattern: value)) }
        }
        return nil
    }

    /// The last text of a field, or nil.
    func text(_ number: Int) -> String? { bytes(number).last.map { String(decoding: $0, as: UTF8.self) } }

    /// All values of a field that are bytes.
    func bytes(_ number: Int) -> [ArraySlice<UInt8>] {
        compactMap { field in
            guard field.number == number, case .bytes(let bytes) = field.value else { return nil }
            return bytes
        }
    }

    /// All texts of a field.
    func texts(_ number: Int) -> [String] { bytes(number).map { String(decoding: $0, as: UTF8.self) } }

    /// All numbers of a field, packed or not.
    func numbers(_ number: Int) -> [Int] {
        var result: [Int] = []
        for field in self where field.number == number {
            if case .varint(let value) = field.value {
                result.append(Int(truncatingIfNeeded: Int64(bitPattern: value)))
            }
        }
        return result
    }
}
