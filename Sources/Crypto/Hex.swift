/// Bytes as lowercase hexadecimal digits.
public enum Hex {
    /// Two lowercase digits a byte.
    public static func encode(_ bytes: [UInt8]) -> String { encode(bytes.span.bytes) }

    /// Two lowercase digits a byte, behind a text.
    static func encode(_ bytes: RawSpan, after prefix: String = "") -> String {
        let count = prefix.utf8.count + 2 * bytes.byteCount
        return String(unsafeUninitializedCapacity: count) { text in
            var place = text.update(fromContentsOf: prefix.utf8)
            for offset in 0..<bytes.byteCount {
                let byte = bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
                text[place] = digit(byte >> 4)
                text[place + 1] = digit(byte & 15)
                place += 2
            }
            return count
        }
    }

    /// The bytes, or nil where a digit is missing, in upper case, or none.
    ///
    /// One value has one text: digests are compared as text by other programs.
    public static func decode(_ text: String) -> [UInt8]? {
        guard text.utf8.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 2)
        var high: UInt8?
        for character in text.utf8 {
            guard let digit = value(of: character) else { return nil }
            if let upper = high {
                bytes.append(upper << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return bytes
    }

    private static let digits: StaticString = "0123456789abcdef"

    private static func digit(_ value: UInt8) -> UInt8 { digits.utf8Start[Int(value)] }

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
