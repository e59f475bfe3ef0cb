/// Scalars in single and double quotes.
///
/// - SeeAlso: YAML 1.2.2, sections 7.3.1, 7.3.2 and 5.7.
extension YAMLScanner {
    /// Reads the quoted scalar that begins here.
    mutating func quoted() throws(SyntaxFailure) -> YAMLScalar {
        let start = at
        let line = lineStart
        let quote = source[at]
        let first = texts.count
        at += 1
        var pending = at
        var isDetached = false
        while true {
            skipQuotedText(quote)
            guard !isAtEnd else { throw unclosed(quote, from: start) }
            guard !closes(quote) else { break }
            isDetached = true
            try addChange(pending, quote)
            pending = at
        }
        if isDetached { texts += source[pending..<at] }
        at += 1
        return YAMLScalar(
            style: quote == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted,
            position: start,
            end: at,
            text: isDetached ? first..<texts.count : (start + 1)..<(at - 1),
            isDetached: isDetached,
            isOnOneLine: line == lineStart
        )
    }

    /// Passes over text that stands for itself.
    private mutating func skipQuotedText(_ quote: UInt8) {
        while at < source.count {
            switch source[at] {
            case quote, 0x0A, 0x0D: return
            case UInt8(ascii: "\\"): if quote == UInt8(ascii: "\"") { return }
            default: break
            }
            at += 1
        }
    }

    private func closes(_ quote: UInt8) -> Bool {
        peek() == quote && !(quote == UInt8(ascii: "'") && peek(1) == quote)
    }

    /// Adds the text from `pending` to here, and what the special character here stands for.
    private mutating func addChange(_ pending: Int, _ quote: UInt8) throws(SyntaxFailure) {
        switch source[at] {
        case 0x0A, 0x0D:
            var end = at
            while end > pending, Self.isBlank(source[end - 1]) { end -= 1 }
            texts += source[pending..<end]
            fold(try breaksInQuotes())
        case UInt8(ascii: "'") where quote == UInt8(ascii: "'"):
            texts += source[pending...at]
            at += 2
        default:
            texts += source[pending..<at]
            try escape()
        }
    }

    /// Passes over line ends and the white space around them.
    private mutating func breaksInQuotes() throws(SyntaxFailure) -> Int {
        var breaks = 0
        while Self.isBreak(peek()) {
            skipBreak()
            beginLine()
            skipBlanks()
            breaks += 1
        }
        if !isAtEnd { try checkContinuation() }
        return breaks
    }

    private mutating func escape() throws(SyntaxFailure) {
        at += 1
        switch peek() {
        case 0x0A, 0x0D:
            let breaks = try breaksInQuotes()
            texts.append(contentsOf: repeatElement(0x0A, count: breaks - 1))
        case UInt8(ascii: "x"): try codePoint(digits: 2)
        case UInt8(ascii: "u"): try codePoint(digits: 4)
        case UInt8(ascii: "U"): try codePoint(digits: 8)
        case let letter:
            guard let value = Self.simpleEscape(letter) else { throw malformed("the letter of a YAML escape") }
            JSONEscapes.append(scalar: value, to: &texts)
            at += 1
        }
    }

    private static func simpleEscape(_ letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "0"): 0x00
        case UInt8(ascii: "a"): 0x07
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"), 0x09: 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "e"): 0x1B
        case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): UInt32(letter)
        case UInt8(ascii: "N"): 0x85
        case UInt8(ascii: "_"): 0xA0
        case UInt8(ascii: "L"): 0x2028
        case UInt8(ascii: "P"): 0x2029
        default: nil
        }
    }

    private mutating func codePoint(digits: Int) throws(SyntaxFailure) {
        let start = at - 1
        var value = try hexadecimal(digits)
        // JSON writes what is beyond U+FFFF as a pair of surrogates; every JSON text is YAML.
        if digits == 4, JSONEscapes.isHighSurrogate(value), peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u") {
            at += 1
            let low = try hexadecimal(4)
            guard JSONEscapes.isLowSurrogate(low) else { throw failure(.loneSurrogate, at: start, "a surrogate pair") }
            value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw failure(digits == 4 ? .loneSurrogate : .malformed, at: start, "a Unicode scalar value")
        }
        JSONEscapes.append(scalar: scalar.value, to: &texts)
    }

    /// Reads digits behind the letter of an escape.
    private mutating func hexadecimal(_ count: Int) throws(SyntaxFailure) -> UInt32 {
        at += 1
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = Hexadecimal.value(of: peek()) else { throw malformed("\(count) hexadecimal digits") }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }

    private func unclosed(_ quote: UInt8, from start: Int) -> SyntaxFailure {
        let position = SourcePosition(ofByte: start, in: source)
        return malformed("the quote \(Unicode.Scalar(quote)) that closes the text begun at \(position)")
    }
}
