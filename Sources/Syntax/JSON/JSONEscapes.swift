/// The escapes of JSON strings.
///
/// - SeeAlso: RFC 8259, section 7.
enum JSONEscapes {
    /// The text of a string whose escapes are known to be sound.
    static func resolved(_ inside: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(inside.count)
        var at = inside.startIndex
        while at < inside.endIndex {
            guard inside[at] == UInt8(ascii: "\\") else {
                bytes.append(inside[at])
                at += 1
                continue
            }
            at = append(escapeAt: at + 1, of: inside, to: &bytes)
        }
        return bytes
    }

    private static func append(escapeAt at: Int, of inside: ArraySlice<UInt8>, to bytes: inout [UInt8]) -> Int {
        guard inside[at] == UInt8(ascii: "u") else {
            bytes.append(simple(inside[at]) ?? inside[at])
            return at + 1
        }
        let unit = hexadecimal(inside[(at + 1)..<(at + 5)]) ?? 0xFFFD
        guard isHighSurrogate(unit) else {
            append(scalar: unit, to: &bytes)
            return at + 5
        }
        let low = hexadecimal(inside[(at + 7)..<(at + 11)]) ?? 0xFFFD
        append(scalar: 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF, to: &bytes)
        return at + 11
    }

    /// The byte that a one-letter escape stands for, or nil if there is no such escape.
    static func simple(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// The value of four hexadecimal digits, or nil if they are not.
    static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt32? {
        guard digits.count == 4 else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            switch digit {
            case 48...57: value = value << 4 | UInt32(digit - 48)
            case 65...70: value = value << 4 | UInt32(digit - 55)
            case 97...102: value = value << 4 | UInt32(digit - 87)
            default: return nil
            }
        }
        return value
    }

    static func isHighSurrogate(_ unit: UInt32) -> Bool { unit & 0xFC00 == 0xD800 }
    static func isLowSurrogate(_ unit: UInt32) -> Bool { unit & 0xFC00 == 0xDC00 }

    static func append(scalar value: UInt32, to bytes: inout [UInt8]) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
