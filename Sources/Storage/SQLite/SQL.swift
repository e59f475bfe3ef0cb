import Crypto

/// One statement and the values bound to it.
///
/// The text comes from literals only; everything interpolated becomes a binding. So nothing that was made at run time
/// can become part of a statement.
struct SQL: ExpressibleByStringInterpolation {
    /// The statement with a `?` for each value.
    private(set) var text: String

    /// The values in order.
    private(set) var values: [SQLValue]

    init(stringLiteral literal: StaticString) {
        text = literal.description
        values = []
    }

    init(stringInterpolation interpolation: Interpolation) {
        text = interpolation.text
        values = interpolation.values
    }

    /// Appends a further piece of the statement.
    static func += (left: inout SQL, right: SQL) {
        left.text += right.text
        left.values += right.values
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var values: [SQLValue] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            values.reserveCapacity(interpolationCount)
        }

        mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

        mutating func appendInterpolation(_ value: Int64) { bind(.integer(value)) }

        mutating func appendInterpolation(_ value: Int) { bind(.integer(Int64(value))) }

        mutating func appendInterpolation(_ value: String) { bind(.text(value)) }

        mutating func appendInterpolation(_ value: [UInt8]) { bind(.blob(value)) }

        mutating func appendInterpolation(_ value: Digest) { bind(.blob(value.bytes)) }

        private mutating func bind(_ value: SQLValue) {
            text += "?"
            values.append(value)
        }
    }

    typealias StringInterpolation = Interpolation
}

/// A value of one of the storage classes that are used.
enum SQLValue: Hashable {
    case integer(Int64)
    case text(String)
    case blob([UInt8])
}
