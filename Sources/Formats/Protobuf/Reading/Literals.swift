internal import Contracts

extension Scanner {
    /// The value of an integer token, or nil where it needs more than 64 bits.
    var integer: UInt64? {
        let digits = slice
        if digits.count > 2, digits.first == UInt8(ascii: "0"),
            digits[digits.startIndex + 1] | 0x20 == UInt8(ascii: "x")
        {
            return Self.number(digits.dropFirst(2), base: 16)
        }
        if digits.count > 1, digits.first == UInt8(ascii: "0") { return Self.number(digits.dropFirst(), base: 8) }
        return Self.number(digits, base: 10)
    }

    private static func number(_ digits: ArraySlice<UInt8>, base: UInt64) -> UInt64? {
        var value: UInt64 = 0
        for digit in digits {
            let worth = UInt64(digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : (digit | 0x20) - 87)
            let (scaled, isTooLarge) = value.multipliedReportingOverflow(by: base)
            let (sum, isTooLargeToo) = scaled.addingReportingOverflow(worth)
            guard !isTooLarge, !isTooLargeToo else { return nil }
            value = sum
        }
        return value
    }

    /// The value of a number token as a floating-point number.
    var real: Double {
        let text = String(decoding: slice, as: UTF8.self)
        if token.kind == .integer, let whole = integer { return Double(whole) }
        let digits = text.split(separator: ".", omittingEmptySubsequences: false)
            .map { $0.first.map("eE".contains) ?? true ? "0" + $0 : $0 }
        return Double(digits.joined(separator: ".")) ?? .infinity
    }

    /// The bytes that a string token stands for.
    ///
    /// - Throws: ``ContractFailure`` at an escape that is none.
    func string() throws(ContractFailure) -> [UInt8] {
        var result: [UInt8] = []
        var place = token.start + 1
        let end = token.end - 1
        while place < end {
            guard bytes[place] == UInt8(ascii: "\\") else {
                result.append(bytes[place])
                place += 1
                continue
            }
            place = try readEscape(place + 1, end, &result)
        }
        return result
    }

    private func readEscape(_ place: Int, _ end: Int, _ result: inout [UInt8]) throws(ContractFailure) -> Int {
        switch bytes[place] {
        case UInt8(ascii: "a"): result.append(7)
        case UInt8(ascii: "b"): result.append(8)
        case UInt8(ascii: "f"): result.append(12)
        case UInt8(ascii: "n"): result.append(10)
        case UInt8(ascii: "r"): result.append(13)
        case UInt8(ascii: "t"): result.append(9)
        case UInt8(ascii: "v"): result.append(11)
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "?"): result.append(bytes[place])
        case UInt8(ascii: "0")...UInt8(ascii: "7"): return readOctal(place, end, &result)
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            let digits = digits(from: place + 1, at: most(place + 1, 2, end))
            guard let value = digits.value else { break }
            result.append(UInt8(truncatingIfNeeded: value))
            return digits.end
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let count = bytes[place] == UInt8(ascii: "u") ? 4 : 8
            let digits = digits(from: place + 1, at: most(place + 1, count, end))
            guard let value = digits.value, digits.end == place + 1 + count, let scalar = Unicode.Scalar(value) else {
                break
            }
            result.append(contentsOf: String(Character(scalar)).utf8)
            return digits.end
        default: break
        }
        switch bytes[place] {
        case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "u"), UInt8(ascii: "U"):
            throw failure("hexadecimal digits of a character", found: "none", at: place)
        case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
            UInt8(ascii: "t"), UInt8(ascii: "v"), UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""),
            UInt8(ascii: "?"):
            return place + 1
        default: throw failure("an escape such as \\n", found: "another one", at: place)
        }
    }

    private func most(_ place: Int, _ count: Int, _ end: Int) -> Int { min(place + count, end) }

    private func digits(from start: Int, at end: Int) -> (value: UInt32?, end: Int) {
        var place = start
        while place < end, Self.isHexDigit(bytes[place]) { place += 1 }
        guard place > start else { return (nil, start) }
        return (Self.number(bytes[start..<place], base: 16).map { UInt32(truncatingIfNeeded: $0) }, place)
    }

    private func readOctal(_ start: Int, _ end: Int, _ result: inout [UInt8]) -> Int {
        var place = start
        var value = 0
        while place < min(start + 3, end), bytes[place] >= UInt8(ascii: "0"), bytes[place] <= UInt8(ascii: "7") {
            value = value * 8 + Int(bytes[place] - UInt8(ascii: "0"))
            place += 1
        }
        result.append(UInt8(truncatingIfNeeded: value))
        return place
    }
}
