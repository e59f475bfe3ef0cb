extension ExactNumber {
    /// Digits beyond which division gives up; a schema that asks for more is not decided.
    private static let divisionDigits = 4096

    /// Whether the number is a whole multiple of another; nil where that takes more digits than are worth it.
    ///
    /// - Parameter divisor: Not zero; its sign does not matter.
    /// - Returns: true, false, or nil for "not worked out".
    /// - Complexity: O(digits of the quotient).
    /// - SeeAlso: JSON Schema Validation 2020-12, section 6.2.1 (`multipleOf`).
    public func isMultiple(of divisor: ExactNumber) -> Bool? {
        guard divisor.sign != 0 else { return nil }
        guard sign != 0 else { return true }
        guard let divisorDigits = divisor.coefficient(digits: divisor.digits.count) else { return nil }
        // Both are scaled by the same power of ten, so that the divisor's last digit counts ones.
        let places = exponent - (divisor.exponent - divisor.digits.count)
        guard places <= Self.divisionDigits else { return nil }
        guard digits.count <= places else { return false }
        var remainder: UInt64 = 0
        for position in 0..<places {
            let digit = position < digits.count ? UInt64(digits[position]) : 0
            remainder = (remainder * 10 + digit) % divisorDigits
        }
        return remainder == 0
    }

    /// The digits as a number, or nil if there are more than 18.
    private func coefficient(digits count: Int) -> UInt64? {
        guard count <= 18 else { return nil }
        return digits.reduce(0) { $0 * 10 + UInt64($1) }
    }

    /// The sum, exact; nil where the two are more than 4,096 digits apart.
    public func adding(_ other: ExactNumber) -> ExactNumber? {
        let lowest = min(exponent - digits.count, other.exponent - other.digits.count)
        let highest = max(exponent, other.exponent) + 1
        guard highest - lowest <= Self.divisionDigits else { return nil }
        let (one, two) = (padded(from: highest, to: lowest), other.padded(from: highest, to: lowest))
        if isNegative == other.isNegative {
            return ExactNumber(isNegative: isNegative, digits: Self.sum(one, two), exponent: highest)
        }
        let isSmaller = one.lexicographicallyPrecedes(two)
        let difference = isSmaller ? Self.difference(two, one) : Self.difference(one, two)
        return ExactNumber(isNegative: isSmaller ? other.isNegative : isNegative, digits: difference, exponent: highest)
    }

    /// The difference, exact; nil where the two are more than 4,096 digits apart.
    public func subtracting(_ other: ExactNumber) -> ExactNumber? { adding(other.negated) }

    /// The largest whole number that is not above this one.
    public var floor: ExactNumber? {
        guard !isInteger else { return self }
        let whole = ExactNumber(
            isNegative: isNegative,
            digits: digits.prefix(max(exponent, 0)),
            exponent: max(exponent, 0)
        )
        return isNegative ? whole.subtracting(ExactNumber(1)) : whole
    }

    private func padded(from highest: Int, to lowest: Int) -> [UInt8] {
        let leading = repeatElement(UInt8(0), count: highest - exponent)
        let trailing = repeatElement(UInt8(0), count: exponent - digits.count - lowest)
        return leading + digits + trailing
    }

    private static func sum(_ one: [UInt8], _ two: [UInt8]) -> [UInt8] {
        var result = one
        var carry: UInt8 = 0
        for place in one.indices.reversed() {
            let total = one[place] + two[place] + carry
            result[place] = total % 10
            carry = total / 10
        }
        return result
    }

    private static func difference(_ larger: [UInt8], _ smaller: [UInt8]) -> [UInt8] {
        var result = larger
        var borrow: UInt8 = 0
        for place in larger.indices.reversed() {
            let taken = smaller[place] + borrow
            borrow = larger[place] < taken ? 1 : 0
            result[place] = larger[place] + borrow * 10 - taken
        }
        return result
    }
}
