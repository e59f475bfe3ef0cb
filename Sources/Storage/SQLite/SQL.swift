import Crypto

/// One statement and the values bound to it.
///
/// The text comes from literals only; everything interpolated becomes a binding. So nothing that was made at run time
/// can become part of a statement.
struct SQL: ExpressibleByStringInterpolation {
    /// What the statement is made of: literals, and nil where a value is bound.
    private var pieces: [StaticString?]

    /// The values in order.
    private(set) var values: [SQLValue]

    init(stringLiteral literal: StaticString) {
        pieces = [literal]
        values = []
    }

    init(stringInterpolation interpolation: Interpolation) {
        pieces = interpolation.pieces
        values = interpolation.values
    }

    /// Appends a further piece of the statement.
    static func += (left: inout SQL, right: SQL) {
        left.pieces += right.pieces
        left.values += right.values
    }

    /// The statement with a `?` for each value.
    var text: String { pieces.map { $0?.description ?? "?" }.joined() }

    /// Where the literals lie in memory, and 0 for each value: the same for the same statement at every run, and found
    /// faster than the text is put together.
    var form: [UInt] { pieces.map { $0.map { UInt(bitPattern: $0.utf8Start) } ?? 0 } }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var pieces: [StaticString?] = []
        fileprivate var values: [SQLValue] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        mutating func appendLiteral(_ literal: StaticString) { pieces.append(literal) }

        mutating func appendInterpolation(_ value: Int64) { bind(.integer(value)) }

        mutating func appendInterpolation(_ value: Int) { bind(.integer(Int64(value))) }

        mutating func appendInterpolation(_ value: String) { bind(.text(value)) }

        mutating func appendInterpolation(_ value: String?) { bind(value.map(SQLValue.text) ?? .null) }

        mutating func appendInterpolation(_ value: [UInt8]) { bind(.blob(value)) }

        mutating func appendInterpolation(_ value: Digest) { bind(.blob(value.bytes)) }

        private mutating func bind(_ value: SQLValue) {
            pieces.append(nil)
            values.append(value)
        }
    }

    typealias StringInterpolation = Interpolation
}

/// A value of one of the storage classes that are used.
enum SQLValue: Hashable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])
}
