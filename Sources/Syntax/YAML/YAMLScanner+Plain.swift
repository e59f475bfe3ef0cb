/// A scalar that was just passed over.
struct YAMLScalar {
    let style: YAMLEvent.Style
    let position: Int
    let end: Int
    let text: Range<Int>
    let isDetached: Bool
    let isOnOneLine: Bool
}

/// Plain scalars, which no quotes delimit.
///
/// - SeeAlso: YAML 1.2.2, section 7.3.3.
extension YAMLScanner {
    /// Whether a plain scalar may begin here.
    func isAtPlain(inFlow: Bool) -> Bool {
        switch peek() {
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): isPlainSafe(peek(1), inFlow: inFlow)
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
            UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            false
        case let byte: !Self.isSpace(byte)
        }
    }

    private func isPlainSafe(_ byte: UInt8, inFlow: Bool) -> Bool {
        !Self.isSpace(byte) && !(inFlow && Self.isFlowIndicator(byte))
    }

    /// Whether a `:` here ends a key: nothing that could go on as plain text is behind it.
    func isValueIndicator(inFlow: Bool) -> Bool {
        peek() == UInt8(ascii: ":") && !isPlainSafe(peek(1), inFlow: inFlow)
    }

    /// Reads a plain scalar; a key of a block mapping ends with its line.
    mutating func plain(inFlow: Bool, isKey: Bool = false) throws(SyntaxFailure) -> YAMLScalar {
        guard isAtPlain(inFlow: inFlow) else { throw malformed("a value (quote a text that begins like this)") }
        let start = at
        var end = try plainLine(inFlow: inFlow)
        guard !isKey, var breaks = nextPlainLine(inFlow: inFlow) else {
            return YAMLScalar(
                style: .plain,
                position: start,
                end: end,
                text: start..<end,
                isDetached: false,
                isOnOneLine: true
            )
        }
        let first = texts.count
        texts += source[start..<end]
        while true {
            fold(breaks)
            let lineText = at
            end = try plainLine(inFlow: inFlow)
            texts += source[lineText..<end]
            guard let more = nextPlainLine(inFlow: inFlow) else { break }
            breaks = more
        }
        return YAMLScalar(
            style: .plain,
            position: start,
            end: end,
            text: first..<texts.count,
            isDetached: true,
            isOnOneLine: false
        )
    }

    /// Passes over the text of one line, up to what ends it.
    ///
    /// - Returns: Index behind the text's last byte that is not white space.
    private mutating func plainLine(inFlow: Bool) throws(SyntaxFailure) -> Int {
        var end = at
        while at < source.count {
            let byte = source[at]
            switch byte {
            case 0x20, 0x09:
                at += 1
                continue
            case 0x0A, 0x0D: return end
            case UInt8(ascii: ":"): if isValueIndicator(inFlow: inFlow) { return end }
            case UInt8(ascii: "#"): if isAtComment { return end }
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                if inFlow { return end }
            case 0x7F, 0xC2, 0xEF: try checkPrintable()
            default: break
            }
            at += 1
            end = at
        }
        return end
    }

    /// Refuses a character that only a quoted text may have.
    ///
    /// - SeeAlso: YAML 1.2.2, section 5.1 (`c-printable`, less the byte order mark).
    private func checkPrintable() throws(SyntaxFailure) {
        let isPrintable =
            switch (peek(), peek(1), peek(2)) {
            case (0x7F, _, _), (0xC2, 0x80...0x84, _), (0xC2, 0x86...0x9F, _): false
            case (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBE...0xBF): false
            default: true
            }
        guard isPrintable else { throw malformed("a printable character (in double quotes others can be escaped)") }
    }

    /// Goes to the next line of a plain scalar, or stays where there is none.
    ///
    /// - Returns: How many lines end in between, or nil.
    private mutating func nextPlainLine(inFlow: Bool) -> Int? {
        guard Self.isBreak(peek()) else { return nil }
        let before = self.at
        let lineBefore = lineStart
        var breaks = 0
        while Self.isBreak(peek()) {
            skipBreak()
            beginLine()
            skipBlanks()
            breaks += 1
        }
        if column > (inFlow ? delimitedFloor : floor), continuesPlain(inFlow: inFlow) { return breaks }
        at = before
        lineStart = lineBefore
        return nil
    }

    private func continuesPlain(inFlow: Bool) -> Bool {
        guard !isAtEnd, !isAtMarker, peek() != UInt8(ascii: "#") else { return false }
        return !isValueIndicator(inFlow: inFlow) && !(inFlow && Self.isFlowIndicator(peek()))
    }

    /// Adds what line ends in a flow scalar stand for: one is a space, of more the first is dropped.
    mutating func fold(_ breaks: Int) {
        if breaks == 1 {
            texts.append(0x20)
        } else {
            texts.append(contentsOf: repeatElement(0x0A, count: breaks - 1))
        }
    }
}
