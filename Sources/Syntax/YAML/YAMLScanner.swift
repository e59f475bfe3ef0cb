/// Walks over the octets of a YAML text: lines, white space and comments.
///
/// Indentation is counted in spaces; a tab before a token is remembered, as it may not indent.
struct YAMLScanner {
    let source: [UInt8]
    /// Index of the next byte.
    var at = 0
    /// Index of the first byte of the current line.
    var lineStart = 0
    /// Spaces before the first token of the line, or the place of a collection that begins behind an indicator.
    var column = 0
    /// Whether a tab stands between the line's start, or the last indicator, and here.
    var hasTab = false
    /// Continuation lines must be indented by more than this.
    var floor = -1
    /// Texts of scalars that differ from how they are written.
    var texts: [UInt8] = []

    init(source: [UInt8]) { self.source = source }

    /// The byte at a distance from here; 0 behind the end, which no YAML text has inside.
    func peek(_ distance: Int = 0) -> UInt8 {
        at + distance < source.count ? source[at + distance] : 0
    }

    var isAtEnd: Bool { at >= source.count }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    /// White space, a line's end, or the end of the text.
    static func isSpace(_ byte: UInt8) -> Bool { isBlank(byte) || isBreak(byte) || byte == 0 }

    static func isFlowIndicator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        default: false
        }
    }

    /// Whether an indicator stands here with white space behind it.
    func isIndicator(_ scalar: Unicode.Scalar) -> Bool {
        peek() == UInt8(ascii: scalar) && Self.isSpace(peek(1))
    }

    /// Whether `---` or `...` stands here at the start of a line.
    var isAtMarker: Bool {
        guard at == lineStart, peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: ".") else { return false }
        return peek(1) == peek() && peek(2) == peek() && Self.isSpace(peek(3))
    }

    /// Passes over an indicator; what follows on the line may be a compact collection.
    mutating func passIndicator() {
        at += 1
        hasTab = false
    }

    mutating func skipBlanks() {
        while at < source.count {
            switch source[at] {
            case 0x20: at += 1
            case 0x09:
                at += 1
                hasTab = true
            default: return
            }
        }
    }

    /// Passes over a line's end: LF, CR LF or CR.
    mutating func skipBreak() {
        at += peek() == 0x0D && peek(1) == 0x0A ? 2 : 1
        lineStart = at
    }

    /// Passes over the spaces that a line begins with.
    mutating func beginLine() {
        lineStart = at
        hasTab = false
        while at < source.count, source[at] == 0x20 { at += 1 }
        column = at - lineStart
    }

    /// Whether a comment begins here: `#` at the start of a line or behind white space.
    var isAtComment: Bool {
        peek() == UInt8(ascii: "#") && (at == lineStart || Self.isBlank(source[at - 1]))
    }

    mutating func skipLine() {
        while at < source.count, !Self.isBreak(source[at]) { at += 1 }
    }

    /// Passes over white space, comments and line ends up to the next token.
    ///
    /// - Returns: Whether the token stands on another line.
    @discardableResult
    mutating func separate() -> Bool {
        var hasCrossed = false
        while true {
            skipBlanks()
            if isAtComment { skipLine() }
            guard Self.isBreak(peek()) else { return hasCrossed }
            skipBreak()
            beginLine()
            hasCrossed = true
        }
    }

    /// As ``separate()`` within brackets, where lines must be indented and no marker may stand.
    mutating func separateInFlow() throws(SyntaxFailure) {
        guard separate(), !isAtEnd else { return }
        let closes = peek() == UInt8(ascii: "]") || peek() == UInt8(ascii: "}")
        try checkContinuation(mayBeAtMargin: closes)
    }

    /// What lines within quotes or brackets must be indented by more than.
    ///
    /// YAML wants one space more than the block around has, and of a closing bracket, too. Published contracts do
    /// not keep to that, and nothing is ambiguous there: any indentation will do, and a bracket needs none.
    var delimitedFloor: Int { min(floor, 0) }

    /// Refuses a line within quotes or brackets that looks like the end of the block around it.
    func checkContinuation(mayBeAtMargin: Bool = false) throws(SyntaxFailure) {
        guard !isAtMarker else { throw malformed("the closing quote or bracket before a document marker") }
        guard column > delimitedFloor || mayBeAtMargin else {
            throw malformed(
                "a line that is indented (a tab does not indent), or the closing quote or bracket before it"
            )
        }
    }

    /// Refuses anything but a comment on the rest of the line.
    mutating func requireLineEnd() throws(SyntaxFailure) {
        skipBlanks()
        guard isAtComment || Self.isSpace(peek()) else { throw malformed("the end of the line, or ' #' and a comment") }
    }
}

// MARK: - Failures

extension YAMLScanner {
    func failure(_ code: SyntaxFailure.Code, at offset: Int, _ expected: String) -> SyntaxFailure {
        SyntaxFailure(
            code,
            atByte: offset,
            of: source,
            expected: expected,
            found: Encoding.shown(offset, in: source)
        )
    }

    func malformed(_ expected: String) -> SyntaxFailure { failure(.malformed, at: at, expected) }
}
