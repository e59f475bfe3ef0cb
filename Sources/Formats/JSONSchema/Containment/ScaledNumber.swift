import Syntax

/// A decimal number as a whole number of units, for arithmetic that ``ExactNumber`` does not offer.
enum ScaledNumber {
    /// Digits after the point, or nil where the number has more than 30 of either kind.
    static func places(of number: ExactNumber) -> Int? { parts(number).map { max(0, -$0.exponent) } }

    /// The number of units of 10^-`places` in a number, or nil where it is not whole or does not fit.
    static func units(_ number: ExactNumber, places: Int) -> Int128? {
        guard let parts = parts(number), parts.exponent + places >= 0 else { return nil }
        var value = parts.digits
        for _ in 0..<(parts.exponent + places) {
            let (next, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow, next.magnitude < UInt128(Int128.max) >> 20 else { return nil }
            value = next
        }
        return value
    }

    /// The number that so many units are.
    static func number(_ units: Int128, places: Int) -> ExactNumber? { ExactNumber("\(units)e-\(places)") }

    /// The digits as a whole number and the power of ten that they count.
    private static func parts(_ number: ExactNumber) -> (digits: Int128, exponent: Int)? {
        var text = Substring(number.description)
        var exponent = 0
        if let mark = text.firstIndex(of: "e") {
            exponent = Int(text[text.index(after: mark)...]) ?? 0
            text = text[..<mark]
        }
        if let point = text.firstIndex(of: ".") {
            exponent -= text.distance(from: point, to: text.endIndex) - 1
            text.remove(at: point)
        }
        guard text.utf8.count <= 31, abs(exponent) <= 30, let digits = Int128(text) else { return nil }
        return (digits, exponent)
    }

    static func greatestCommonDivisor(_ one: Int128, _ other: Int128) -> Int128 {
        var (one, other) = (one, other)
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }

    static func leastCommonMultiple(_ one: Int128, _ other: Int128) -> Int128? {
        let (product, overflow) = (one / greatestCommonDivisor(one, other)).multipliedReportingOverflow(by: other)
        return overflow || product.magnitude >= UInt128(Int128.max) >> 20 ? nil : product
    }

    /// The largest whole number that is not above the quotient; the divisor is above 0.
    static func floorDivision(_ dividend: Int128, _ divisor: Int128) -> Int128 {
        let quotient = dividend / divisor
        return dividend % divisor < 0 ? quotient - 1 : quotient
    }
}
