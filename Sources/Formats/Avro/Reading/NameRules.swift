/// Which texts are names.
///
/// - SeeAlso: Avro 1.12 specification, "Names": a letter or `_`, then letters, digits and `_`. The specification's
///   letters are those of ASCII; readers take those of every script, and so does Canon, with a remark.
enum NameRules {
    /// What a text is as a name.
    enum Judgement {
        case plain
        /// A name with letters beyond ASCII.
        case international
        case none
    }

    /// Judges a name without dots.
    static func judge(_ text: ArraySlice<UInt8>) -> Judgement {
        guard let first = text.first, !isDigit(first) else { return .none }
        for byte in text where !isPlain(byte) { return byte < 0x80 ? .none : judgeScalars(text) }
        return .plain
    }

    /// Judges a name whose parts are joined by dots.
    static func judgeParts(_ text: ArraySlice<UInt8>) -> Judgement {
        var judgement = Judgement.plain
        for part in text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            switch judge(part) {
            case .plain: continue
            case .international: judgement = .international
            case .none: return .none
            }
        }
        return judgement
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "_")
    }

    private static func judgeScalars(_ text: ArraySlice<UInt8>) -> Judgement {
        var isFirst = true
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            defer { isFirst = false }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: continue
            case .decimalNumber where !isFirst: continue
            default: if scalar != "_" { return .none }
            }
        }
        return .international
    }
}
