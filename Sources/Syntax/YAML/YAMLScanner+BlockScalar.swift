/// Literal and folded block scalars.
///
/// - SeeAlso: YAML 1.2.2, section 8.1.
extension YAMLScanner {
    /// What stands behind `|` or `>`.
    private struct Header {
        enum Chomping { case strip, clip, keep }
        var chomping = Chomping.clip
        /// How much further the text is indented than what it is in, where it is said.
        var indentation: Int?
    }

    /// Reads the block scalar that begins here and goes to the line behind it.
    mutating func blockScalar() throws(SyntaxFailure) -> YAMLScalar {
        let start = at
        let isFolded = source[at] == UInt8(ascii: ">")
        let header = try blockHeader()
        let first = texts.count
        let end = try blockText(isFolded: isFolded, header)
        return YAMLScalar(
            style: isFolded ? .folded : .literal,
            position: start,
            end: end,
            text: first..<texts.count,
            isDetached: true,
            isOnOneLine: false
        )
    }

    private mutating func blockHeader() throws(SyntaxFailure) -> Header {
        var header = Header()
        var hasChomping = false
        at += 1
        while true {
            switch peek() {
            case UInt8(ascii: "1")...UInt8(ascii: "9") where header.indentation == nil:
                header.indentation = Int(peek() - UInt8(ascii: "0"))
            case UInt8(ascii: "+") where !hasChomping, UInt8(ascii: "-") where !hasChomping:
                hasChomping = true
                header.chomping = peek() == UInt8(ascii: "+") ? .keep : .strip
            default:
                try requireLineEnd()
                skipLine()
                if !isAtEnd { skipBreak() }
                return header
            }
            at += 1
        }
    }

    /// Adds the lines to `texts`.
    ///
    /// - Returns: Index behind the last line that has text.
    private mutating func blockText(isFolded: Bool, _ header: Header) throws(SyntaxFailure) -> Int {
        let indentation = try textIndentation(header)
        var end = at
        var breaks = 0
        var isFirst = true
        var wasSpaced = false
        while try goToBlockLine(indentation, &breaks) {
            let isSpaced = Self.isBlank(peek())
            addBreaks(breaks, areFolded: isFolded && !isFirst && !wasSpaced && !isSpaced)
            let lineText = at
            skipLine()
            texts += source[lineText..<at]
            end = at
            // The end of the text ends a line, too.
            (isFirst, wasSpaced, breaks) = (false, isSpaced, 1)
            if !isAtEnd { skipBreak() }
        }
        chomp(header, breaks, isEmpty: isFirst)
        return end
    }

    /// Goes to the text of the next line that belongs to the scalar, counting empty ones; false behind the last.
    private mutating func goToBlockLine(_ indentation: Int, _ breaks: inout Int) throws(SyntaxFailure) -> Bool {
        while true {
            beginLine()
            if Self.isBreak(peek()), column <= indentation {
                skipBreak()
                breaks += 1
                continue
            }
            guard column >= indentation, !isAtMarker, !isAtEnd || column > indentation else {
                guard peek() != 0x09 else { throw malformed("spaces; a tab does not indent") }
                if isAtEnd, column > 0 { breaks += 1 }
                return false
            }
            at = lineStart + indentation
            return true
        }
    }

    private func textIndentation(_ header: Header) throws(SyntaxFailure) -> Int {
        guard let said = header.indentation else { return try detectedIndentation() }
        return max(floor, 0) + said
    }

    /// The indentation of the first line that has text.
    private func detectedIndentation() throws(SyntaxFailure) -> Int {
        var look = self
        var longest = 0
        while true {
            look.beginLine()
            guard Self.isBreak(look.peek()) else { break }
            longest = max(longest, look.column)
            look.skipBreak()
        }
        if look.isAtEnd || look.column <= floor { return max(longest, look.column, floor + 1) }
        guard look.column >= longest else {
            throw look.malformed("a first line that is indented as far as the empty lines before it")
        }
        return look.column
    }

    private mutating func addBreaks(_ breaks: Int, areFolded: Bool) {
        if areFolded {
            fold(breaks)
        } else {
            texts.append(contentsOf: repeatElement(0x0A, count: breaks))
        }
    }

    private mutating func chomp(_ header: Header, _ breaks: Int, isEmpty: Bool) {
        let kept =
            switch header.chomping {
            case .strip: 0
            case .clip: isEmpty ? 0 : min(breaks, 1)
            case .keep: breaks
            }
        texts.append(contentsOf: repeatElement(0x0A, count: kept))
    }
}
