/// How the canonical form writes numbers.
public protocol CanonicalNumbers: Sendable {
    /// Why a number has no canonical form; `Never` where each has one.
    associatedtype Failure: Error

    /// The canonical text of a number.
    static func text(of number: ExactNumber) throws(Failure) -> String
}

/// Numbers as they are: 9007199254740993 and 9007199254740992 differ.
///
/// Equal numbers give equal texts however they were written; see ``ExactNumber/description``.
public struct ExactNumbers: CanonicalNumbers {
    public static func text(of number: ExactNumber) -> String { number.description }
}

/// Numbers rounded to the nearest double and written as ECMAScript does.
///
/// - SeeAlso: RFC 8785, section 3.2.2.3; ECMA-262, section 6.1.6.1.20 (`Number::toString`).
public struct ECMAScriptNumbers: CanonicalNumbers {
    public static func text(of number: ExactNumber) throws(NumberOutOfRange) -> String {
        guard let text = text(of: number.double) else { throw NumberOutOfRange(number: number) }
        return text
    }

    /// The text of a double, or nil if it is not finite.
    public static func text(of number: Double) -> String? {
        guard number.isFinite else { return nil }
        guard number != 0 else { return "0" }
        // The standard library finds the same shortest digits, and places the point otherwise.
        let shortest = ExactNumber(json: Array(number.magnitude.description.utf8)[...])
        return (number < 0 ? "-" : "") + placed(shortest.digits.map { $0 + 48 }, exponent: shortest.exponent)
    }

    /// Writes 0.d1d2d3… × 10^exponent.
    private static func placed(_ digits: [UInt8], exponent: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        switch exponent {
        case digits.count...max(digits.count, 21):
            return text + String(repeating: "0", count: exponent - digits.count)
        case 1...21: return text.prefix(exponent) + "." + text.dropFirst(exponent)
        case -5...0: return "0." + String(repeating: "0", count: -exponent) + text
        default:
            let fraction = digits.count > 1 ? "." + text.dropFirst() : ""
            return text.prefix(1) + fraction + (exponent > 0 ? "e+" : "e") + String(exponent - 1)
        }
    }
}

/// A number is too large for a double, so RFC 8785 has no form for it.
public struct NumberOutOfRange: Error, Hashable, CustomStringConvertible {
    /// The number.
    public let number: ExactNumber

    /// Names the number.
    public var description: String {
        "the number \(number) does not fit a double, so it has no form in RFC 8785; send it as a string"
    }
}

extension CanonicalNumbers where Self == ExactNumbers {
    /// Numbers as they are; for digests of content.
    public static var exact: ExactNumbers { ExactNumbers() }
}

extension CanonicalNumbers where Self == ECMAScriptNumbers {
    /// Numbers as RFC 8785 writes them; for exchange with others.
    public static var ecmascript: ECMAScriptNumbers { ECMAScriptNumbers() }
}
