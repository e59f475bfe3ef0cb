/// Hexadecimal digits, of either case.
enum Hexadecimal {
    /// The value of a digit, or nil if it is none.
    static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 65...70: digit - 55
        case 97...102: digit - 87
        default: nil
        }
    }
}
