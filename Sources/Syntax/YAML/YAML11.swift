/// Texts that readers of YAML 1.1, of which there are many, take for something else than a string.
///
/// Dates are left out: YAML 1.2 has none, and quoting each of them would make contracts harder to read.
///
/// - SeeAlso: YAML 1.1 types `bool`, `int`, `float`, `merge` and `value`.
enum YAML11 {
    private static let words = ["y", "n", "yes", "no", "on", "off"]

    /// Whether a text that is a string in YAML 1.2 is none in YAML 1.1.
    static func isOther(than text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return true }
        switch first {
        case 48...57, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): return isNumber(text)
        case UInt8(ascii: "<"): return text.elementsEqual("<<".utf8)
        case UInt8(ascii: "="): return text.count == 1
        default: return text.count <= 3 && words.contains { CoreSchema.isWord($0, text) }
        }
    }

    /// Numbers with underscores, binary ones, hexadecimal ones with a sign, and those to the base of 60.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        let isSigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
        let digits = Array((isSigned ? text.dropFirst() : text).filter { $0 != UInt8(ascii: "_") })[...]
        if CoreNumber.isNumber(digits) { return true }
        if digits.starts(with: "0b".utf8) { return digits.dropFirst(2).allSatisfy { $0 == 48 || $0 == 49 } }
        let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return parts.count > 1 && parts.dropLast().allSatisfy(isDigits)
            && isDigits(parts[parts.count - 1].prefix { $0 != UInt8(ascii: ".") })
    }

    private static func isDigits(_ text: ArraySlice<UInt8>) -> Bool {
        !text.isEmpty && text.allSatisfy { (48...57).contains($0) }
    }
}
