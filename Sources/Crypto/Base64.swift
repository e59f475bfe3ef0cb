/// Base64 (RFC 4648) with one text for every value: what `encode` does not give, `decode` refuses.
public struct Base64: Sendable {
    /// Section 4: `+` and `/`, padded with `=`.
    public static let standard = Base64(last: "+/", padded: true)

    /// Section 5, as used in tokens and URLs: `-` and `_`, without padding.
    public static let url = Base64(last: "-_", padded: false)

    private static let padding = UInt8(ascii: "=")
    private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

    /// The 64 digits in order.
    private let digits: [UInt8]
    /// The value of each possible byte; 255 where it is no digit.
    private let values: [UInt8]
    private let padded: Bool

    private init(last: String, padded: Bool) {
        digits = Array((Self.letters + last).utf8)
        var values = [UInt8](repeating: .max, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        self.values = values
        self.padded = padded
    }

    /// Four digits for every three bytes.
    public func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0...group.count { text.append(digits[bits >> (18 - 6 * place) & 63]) }
            if padded { text.append(contentsOf: repeatElement(Self.padding, count: 3 - group.count)) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text, or nil where it is not the encoding of any bytes.
    ///
    /// Refused are foreign characters, white space, missing or superfluous padding, and bits set behind the last byte.
    public func decode(_ text: String) -> [UInt8]? {
        guard let digits = unpadded(Array(text.utf8)), digits.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count * 3 / 4)
        var bits = 0
        var width = 0
        for digit in digits {
            let value = values[Int(digit)]
            guard value != .max else { return nil }
            bits = bits << 6 | Int(value)
            width += 6
            if width >= 8 {
                width -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> width))
                bits &= 1 << width - 1
            }
        }
        return bits == 0 ? bytes : nil
    }

    /// The digits without the padding that belongs behind them, or nil where there is too little of it.
    private func unpadded(_ text: [UInt8]) -> ArraySlice<UInt8>? {
        guard padded else { return text[...] }
        guard text.count.isMultiple(of: 4) else { return nil }
        let superfluous = text.suffix(2).reversed().prefix { $0 == Self.padding }.count
        return text.dropLast(superfluous)
    }
}
