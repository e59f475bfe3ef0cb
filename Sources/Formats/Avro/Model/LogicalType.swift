/// What the values of a type mean beyond it.
///
/// - SeeAlso: Avro 1.12 specification, "Logical Types".
struct LogicalType: Hashable, Sendable {
    /// The names that the specification defines.
    enum Name: String, Sendable {
        case decimal
        case bigDecimal = "big-decimal"
        case uuid, date, duration
        case timeMillis = "time-millis"
        case timeMicros = "time-micros"
        case timestampMillis = "timestamp-millis"
        case timestampMicros = "timestamp-micros"
        case timestampNanos = "timestamp-nanos"
        case localTimestampMillis = "local-timestamp-millis"
        case localTimestampMicros = "local-timestamp-micros"
        case localTimestampNanos = "local-timestamp-nanos"
    }

    let name: Name
    /// Digits of a decimal, else 0.
    var precision = 0
    /// Digits behind the point of a decimal, else 0.
    var scale = 0

    /// Why a logical type does not fit the type that it is given to; nil where it does.
    ///
    /// - Parameters:
    ///   - kind: The type.
    ///   - size: Its bytes where it is fixed.
    /// - Returns: What it should be, in a sentence.
    func misfit(on kind: AvroType.Kind, size: Int) -> String? {
        switch name {
        case .decimal: decimalMisfit(on: kind, size: size)
        case .bigDecimal: kind == .bytes ? nil : "big-decimal is of bytes"
        case .uuid: kind == .string || kind == .fixed && size == 16 ? nil : "uuid is of string or of 16 bytes fixed"
        case .duration: kind == .fixed && size == 12 ? nil : "duration is of 12 bytes fixed"
        case .date, .timeMillis: kind == .int ? nil : "\(name.rawValue) is of int"
        default: kind == .long ? nil : "\(name.rawValue) is of long"
        }
    }

    private func decimalMisfit(on kind: AvroType.Kind, size: Int) -> String? {
        guard kind == .bytes || kind == .fixed else { return "decimal is of bytes or fixed" }
        guard precision > 0 else { return "the precision of a decimal is a whole number above 0" }
        guard (0...precision).contains(scale) else { return "the scale of a decimal is 0 to its precision" }
        guard kind == .fixed else { return nil }
        let most = Self.mostDigits(inBytes: size)
        return precision <= most ? nil : "\(size) bytes hold at most \(most) digits"
    }

    /// Decimal digits that any number of so many may have in two's complement.
    private static func mostDigits(inBytes size: Int) -> Int {
        guard size > 0 else { return 0 }
        return Int(Double(8 * size - 1) * 0.301_029_995_663_981_195)
    }
}

extension LogicalType: CustomStringConvertible {
    /// Such as `decimal(18,4)` or `date`.
    var description: String { name == .decimal ? "decimal(\(precision),\(scale))" : name.rawValue }
}
