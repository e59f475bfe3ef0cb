/// What is checked of a text's octets before any grammar.
enum Encoding {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Refuses a text that is too long or not UTF-8.
    static func check(_ source: [UInt8], limits: DocumentLimits) throws(SyntaxFailure) {
        guard source.count <= limits.bytes else {
            throw SyntaxFailure(
                .limit,
                atByte: 0,
                of: source,
                expected: "a text of at most \(limits.bytes) bytes (limit bytes)",
                found: "\(source.count) bytes"
            )
        }
        guard let offset = firstInvalidByte(of: source) else { return }
        throw SyntaxFailure(
            .encoding,
            atByte: offset,
            of: source,
            expected: "UTF-8",
            found: "the octet \(hexadecimal(source[offset]))"
        )
    }

    /// Index of the first octet that is not UTF-8, or nil if all are.
    static func firstInvalidByte(of source: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: source.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    /// Index of the first control character that is neither a tab nor a line's end, or nil if there is none.
    static func firstControl(of source: [UInt8]) -> Int? {
        source.firstIndex { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    }

    /// What stands at a byte, for a message: the character in quotes, its code, or the end of the text.
    static func shown(_ offset: Int, in source: [UInt8]) -> String {
        guard offset < source.count else { return "the end of the text" }
        let byte = source[offset]
        guard byte >= 0x20, byte != 0x7F else { return "the octet \(hexadecimal(byte))" }
        let character = String(decoding: source[offset..<min(offset + 4, source.count)], as: UTF8.self).unicodeScalars
        return character.first.map { "'\(Character($0))'" } ?? "the octet \(hexadecimal(byte))"
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count == 1 ? "0" + digits : digits)
    }
}
