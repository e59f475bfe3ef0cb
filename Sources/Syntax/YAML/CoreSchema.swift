/// What a plain scalar stands for.
///
/// Only what the core schema names is anything but a string: `NO`, `yes` and `on` are texts.
///
/// - SeeAlso: YAML 1.2.2, section 10.3.2.
enum CoreSchema {
    enum Meaning: Equatable {
        case null
        case bool(Bool)
        /// A number in JSON's grammar.
        case number
        /// A number that JSON writes otherwise.
        case foreignNumber
        /// Infinity, or not a number.
        case notFinite
        case string
    }

    static func meaning(of text: ArraySlice<UInt8>) -> Meaning {
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"): return isNull(text) ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"): return isWord("true", text) ? .bool(true) : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"): return isWord("false", text) ? .bool(false) : .string
        case 48...57, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): return number(text)
        default: return .string
        }
    }

    static func isNull(_ text: ArraySlice<UInt8>) -> Bool {
        text.isEmpty || text.elementsEqual("~".utf8) || isWord("null", text)
    }

    /// Whether a text is a word in small letters, in capital ones, or with a capital first.
    static func isWord(_ word: String, _ text: ArraySlice<UInt8>) -> Bool {
        guard text.count == word.utf8.count, let first = text.first else { return false }
        let rest = text.dropFirst()
        if first == word.utf8.first { return rest.elementsEqual(word.utf8.dropFirst()) }
        guard first | 0x20 == word.utf8.first else { return false }
        return rest.elementsEqual(word.utf8.dropFirst()) || rest.elementsEqual(word.uppercased().utf8.dropFirst())
    }

    private static func number(_ text: ArraySlice<UInt8>) -> Meaning {
        if CoreNumber.isJSON(text) { return .number }
        if CoreNumber.isNumber(text) { return .foreignNumber }
        return isNotFinite(text) ? .notFinite : .string
    }

    private static func isNotFinite(_ text: ArraySlice<UInt8>) -> Bool {
        if [".nan", ".NaN", ".NAN"].contains(where: { text.elementsEqual($0.utf8) }) { return true }
        let unsigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
        return [".inf", ".Inf", ".INF"].contains { unsigned.elementsEqual($0.utf8) }
    }
}
