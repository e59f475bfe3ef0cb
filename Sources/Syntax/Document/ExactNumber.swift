/// A decimal number of any length, exactly as written: no rounding, `1.0` equals `1` equals `10e-1`.
public struct ExactNumber: Hashable, Sendable {
    /// Whether the number is below zero.
    public let isNegative: Bool
    /// Decimal digits (0…9) without leading or trailing zeros; empty for zero.
    let digits: [UInt8]
    /// The value is 0.d1d2d3… × 10^exponent; 0 for zero.
    let exponent: Int

    /// The largest exponent that is told apart; beyond, a number stands for the largest one.
    static let exponentLimit = 1_000_000_000

    init(isNegative: Bool, digits: some Collection<UInt8>, exponent: Int) {
        let leading = digits.prefix { $0 == 0 }.count
        var significant = Array(digits.dropFirst(leading))
        while significant.last == 0 { significant.removeLast() }
        self.init(isNegative: isNegative, significant: significant, exponent: exponent - leading)
    }

    /// Reads a number that follows JSON's grammar.
    init(json text: ArraySlice<UInt8>) {
        var digits: [UInt8] = []
        digits.reserveCapacity(text.count)
        // Digits read, leading zeros among them, and of those the ones before the point.
        var (count, whole): (Int, Int?) = (0, nil)
        var exponent = 0
        reading: for (index, byte) in zip(text.indices, text) {
            switch byte {
            case 48...57:
                count += 1
                if byte > 48 || !digits.isEmpty { digits.append(byte - 48) }
            case UInt8(ascii: "-"): continue
            case UInt8(ascii: "."): whole = count
            default:
                exponent = Self.exponent(text[(index + 1)...])
                break reading
            }
        }
        let leading = count - digits.count
        while digits.last == 0 { digits.removeLast() }
        self.init(
            isNegative: text.first == UInt8(ascii: "-"),
            significant: digits,
            exponent: (whole ?? count) + exponent - leading
        )
    }

    /// A number of digits without zeros around them.
    private init(isNegative: Bool, significant digits: [UInt8], exponent: Int) {
        self.isNegative = isNegative && !digits.isEmpty
        self.digits = digits
        let clamped = min(max(exponent, -Self.exponentLimit), Self.exponentLimit)
        self.exponent = digits.isEmpty ? 0 : clamped
    }

    private static func exponent(_ text: ArraySlice<UInt8>) -> Int {
        var value = 0
        for byte in text where (48...57).contains(byte) {
            value = min(value * 10 + Int(byte - 48), 2 * exponentLimit)
        }
        return text.first == UInt8(ascii: "-") ? -value : value
    }

    /// A whole number.
    public init(_ value: Int) {
        let digits = String(value.magnitude).utf8.map { $0 - 48 }
        self.init(isNegative: value < 0, digits: digits, exponent: digits.count)
    }

    /// Reads a number in JSON's grammar; nil if the text is none.
    public init?(_ text: String) {
        guard let document = try? Document.json(Array(text.utf8)), let number = document.root.number else { return nil }
        self = number
    }

    /// Zero.
    public static let zero = ExactNumber(0)

    /// Whether the number has no fraction.
    public var isInteger: Bool { digits.count <= exponent || digits.isEmpty }

    /// -1, 0 or 1.
    public var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    /// The number where it is whole and fits, or nil.
    public var int: Int? {
        guard isInteger, exponent <= 19 else { return nil }
        var value = 0
        for position in 0..<exponent {
            let digit = position < digits.count ? Int(digits[position]) : 0
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, carry) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            guard !overflow, !carry else { return nil }
            value = next
        }
        return value
    }

    /// The nearest binary number.
    public var double: Double { Double(description) ?? (isNegative ? -.infinity : .infinity) }

    /// The number with its sign turned.
    public var negated: ExactNumber { ExactNumber(isNegative: !isNegative, digits: digits, exponent: exponent) }
}

extension ExactNumber: Comparable {
    public static func < (left: ExactNumber, right: ExactNumber) -> Bool {
        guard left.sign == right.sign else { return left.sign < right.sign }
        return left.isNegative ? right.hasSmallerMagnitude(than: left) : left.hasSmallerMagnitude(than: right)
    }

    private func hasSmallerMagnitude(than other: ExactNumber) -> Bool {
        guard exponent == other.exponent else { return exponent < other.exponent }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}

extension ExactNumber: CustomStringConvertible {
    /// The number in JSON's grammar; equal numbers give equal texts.
    ///
    /// Plain where it has at most 21 digits before the point and 20 zeros behind it, else with an exponent.
    public var description: String {
        guard !digits.isEmpty else { return "0" }
        let sign = isNegative ? "-" : ""
        let text = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
        if exponent > 21 || exponent < -20 || digits.count - exponent > 40 {
            let fraction = text.dropFirst()
            return sign + text.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e\(exponent - 1)"
        }
        if exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + text }
        if digits.count <= exponent { return sign + text + String(repeating: "0", count: exponent - digits.count) }
        return sign + text.prefix(exponent) + "." + text.dropFirst(exponent)
    }
}
