/// A string that is to be written as YAML, and which styles suit it.
struct YAMLText {
    private let utf8: [UInt8]

    init(_ text: String) { utf8 = Array(text.utf8) }

    /// The text plain where every reader takes it for this string, else in double quotes.
    var onOneLine: [UInt8] { suitsPlain ? utf8 : quoted }

    // MARK: Plain

    private var suitsPlain: Bool {
        guard let first = utf8.first, let last = utf8.last, first != 0x20, last != 0x20, hasPlainSyntax(first) else {
            return false
        }
        return CoreSchema.meaning(of: utf8[...]) == .string && !YAML11.isOther(than: utf8[...])
    }

    private func hasPlainSyntax(_ first: UInt8) -> Bool {
        var scanner = YAMLScanner(source: utf8)
        guard scanner.isAtPlain(inFlow: false), !isMarker, !hasUnprintable, !utf8.contains(where: { $0 < 0x20 }) else {
            return false
        }
        guard let scalar = try? scanner.plain(inFlow: false, isKey: true) else { return false }
        return scalar.end == utf8.count
    }

    private var isMarker: Bool { utf8.starts(with: "---".utf8) || utf8.starts(with: "...".utf8) }

    // MARK: Literal

    /// Whether the text has several lines, and nothing that must be escaped.
    var suitsLiteral: Bool {
        utf8.contains(0x0A) && !utf8.contains(0x0D) && utf8.contains { $0 != 0x0A } && !hasUnprintable
            && !utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }
    }

    /// What stands behind the `|`: the indentation where the first line hides it, and what its end is.
    func literalIndicators(indentation: Int) -> String {
        let isHidden = utf8.first == 0x20 || utf8.first == 0x0A
        let chomping = utf8.last != 0x0A ? "-" : utf8.count > 1 && utf8[utf8.count - 2] == 0x0A ? "+" : ""
        return (isHidden ? String(indentation) : "") + chomping
    }

    /// The lines of the text without their ends.
    var lines: [ArraySlice<UInt8>] {
        let text = utf8.last == 0x0A ? utf8.dropLast() : utf8[...]
        return text.split(separator: 0x0A, omittingEmptySubsequences: false)
    }

    // MARK: Quoted

    private var quoted: [UInt8] {
        var writer = JSONWriter()
        writer.write(utf8: utf8.span)
        return hasUnprintable ? Self.escaped(writer.bytes) : writer.bytes
    }

    /// Whether there are characters that no reader takes as they are, or that some take for a line's end.
    private var hasUnprintable: Bool {
        String(decoding: utf8, as: UTF8.self).unicodeScalars.contains(where: Self.isUnprintable)
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if isUnprintable(scalar) {
                let digits = String(scalar.value, radix: 16)
                result += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
            } else {
                result += String(scalar).utf8
            }
        }
        return result
    }
}
