/// The value of a string literal; the lexer has checked the literal.
///
/// - SeeAlso: GraphQL, October 2021, section 2.9.4.
enum StringToken {
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    /// The value of a token, quotes included.
    static func value(of token: ArraySlice<UInt8>) -> String {
        let isBlock = token.count >= 6 && token.starts(with: [quote, quote, quote])
        if isBlock { return String(decoding: block(token.dropFirst(3).dropLast(3)), as: UTF8.self) }
        return String(decoding: unescaped(token.dropFirst().dropLast()), as: UTF8.self)
    }

    private static func unescaped(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        guard raw.contains(backslash) else { return Array(raw) }
        var (value, index) = ([UInt8](), raw.startIndex)
        while index < raw.endIndex {
            guard raw[index] == backslash, index + 1 < raw.endIndex else {
                value.append(raw[index])
                index += 1
                continue
            }
            index += 1
            switch raw[index] {
            case UInt8(ascii: "n"): value.append(0x0A)
            case UInt8(ascii: "t"): value.append(0x09)
            case UInt8(ascii: "r"): value.append(0x0D)
            case UInt8(ascii: "b"): value.append(0x08)
            case UInt8(ascii: "f"): value.append(0x0C)
            case UInt8(ascii: "u"): appendScalar(of: raw, &index, to: &value)
            default: value.append(raw[index])
            }
            index += 1
        }
        return value
    }

    /// Appends the character of an escape whose `u` is at the index, and leaves the index at its last octet.
    private static func appendScalar(of raw: ArraySlice<UInt8>, _ index: inout Int, to value: inout [UInt8]) {
        var escape = UnicodeEscape(raw, at: index)
        if let high = escape, high.isHighSurrogate, let low = UnicodeEscape(raw, at: high.end + 1) {
            escape = high.joined(with: low)
        }
        guard let escape, let scalar = Unicode.Scalar(escape.code) else { return }
        value += Array(String(Character(scalar)).utf8)
        index = escape.end - 1
    }

    /// The value of a block string: its indentation and the blank lines around it do not count.
    private static func block(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        var lines = lines(of: raw)
        let indents = lines.dropFirst().compactMap { line in
            line.firstIndex { !isBlank($0) }.map { $0 - line.startIndex }
        }
        if let indent = indents.min() {
            for index in lines.indices.dropFirst() { lines[index] = lines[index].dropFirst(indent) }
        }
        let isEmpty = { (line: ArraySlice<UInt8>) in line.allSatisfy(isBlank) }
        let start = lines.firstIndex { !isEmpty($0) } ?? lines.endIndex
        let end = lines.lastIndex { !isEmpty($0) }.map { $0 + 1 } ?? start
        return withoutEscapes(Array(lines[start..<end].joined(separator: [0x0A])))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func lines(of raw: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var (lines, start, index) = ([ArraySlice<UInt8>](), raw.startIndex, raw.startIndex)
        while index < raw.endIndex {
            let byte = raw[index]
            index += 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            lines.append(raw[start..<(index - 1)])
            if byte == 0x0D, index < raw.endIndex, raw[index] == 0x0A { index += 1 }
            start = index
        }
        return lines + [raw[start...]]
    }

    /// `\"""` stands for three quotes; nothing else is an escape there.
    private static func withoutEscapes(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(backslash) else { return text }
        var (value, index) = ([UInt8](), 0)
        while index < text.count {
            if text[index] == backslash, text[(index + 1)...].starts(with: [quote, quote, quote]) { index += 1 }
            value.append(text[index])
            index += 1
        }
        return value
    }
}

/// An escape `\u` of four digits or of digits in braces.
struct UnicodeEscape {
    /// The number that it stands for.
    let code: UInt32
    /// Index behind it.
    let end: Int

    private init(code: UInt32, end: Int) { (self.code, self.end) = (code, end) }

    /// Reads an escape whose `u` is at the index.
    init?(_ text: ArraySlice<UInt8>, at index: Int) {
        guard index < text.endIndex, text[index] == UInt8(ascii: "u") else { return nil }
        let isBraced = index + 1 < text.endIndex && text[index + 1] == UInt8(ascii: "{")
        let start = index + (isBraced ? 2 : 1)
        var (code, place) = (UInt32(0), start)
        while place < text.endIndex, isBraced || place < start + 4, let digit = Self.digit(text[place]) {
            guard code <= 0xFFFFF else { return nil }
            (code, place) = (code << 4 | digit, place + 1)
        }
        if isBraced {
            guard place > start, place < text.endIndex, text[place] == UInt8(ascii: "}") else { return nil }
            self.init(code: code, end: place + 1)
        } else {
            guard place == start + 4 else { return nil }
            self.init(code: code, end: place)
        }
    }

    var isHighSurrogate: Bool { (0xD800..<0xDC00).contains(code) }
    var isLowSurrogate: Bool { (0xDC00..<0xE000).contains(code) }

    /// The character that two halves make.
    func joined(with low: UnicodeEscape) -> UnicodeEscape? {
        guard isHighSurrogate, low.isLowSurrogate else { return nil }
        return UnicodeEscape(code: 0x10000 + ((code - 0xD800) << 10) + (low.code - 0xDC00), end: low.end)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 48...57: UInt32(byte - 48)
        case 65...70: UInt32(byte - 55)
        case 97...102: UInt32(byte - 87)
        default: nil
        }
    }
}
