/// Looks ahead whether a flow collection is a key.
///
/// - SeeAlso: YAML 1.2.2, section 7.4.3: such a key is on one line and at most 1,024 characters long.
extension YAMLParser {
    private static let longestKey = 1024

    /// Whether the flow collection that begins here ends on its line with a `:` behind it.
    var isFlowKey: Bool {
        var look = scanner
        let limit = min(scanner.at + Self.longestKey, scanner.source.count)
        var depth = 0
        // Quotes delimit only where a value may begin; within plain text they are text.
        var mayQuote = true
        while look.at < limit {
            let byte = look.source[look.at]
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "'") where mayQuote, UInt8(ascii: "\"") where mayQuote:
                guard look.skipQuotes(before: limit) else { return false }
            default: break
            }
            look.at += 1
            if depth == 0 { return endsKey(&look) }
            if YAMLScanner.isBreak(byte) || byte == UInt8(ascii: "#") && look.isAtComment { return false }
            mayQuote =
                YAMLScanner.isFlowIndicator(byte) || byte == UInt8(ascii: ":")
                || mayQuote && YAMLScanner.isBlank(byte)
        }
        return false
    }

    private func endsKey(_ look: inout YAMLScanner) -> Bool {
        look.skipBlanks()
        return frames.last.isFlow ? look.peek() == UInt8(ascii: ":") : look.isIndicator(":")
    }
}

extension YAMLScanner {
    /// Goes to the quote that closes the one here, if that stands on this line.
    fileprivate mutating func skipQuotes(before limit: Int) -> Bool {
        let quote = source[at]
        at += 1
        while at < limit, source[at] != quote, !Self.isBreak(source[at]) {
            at += source[at] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
        }
        return at < limit && source[at] == quote
    }
}

extension YAMLParser.Frame? {
    fileprivate var isFlow: Bool {
        switch self {
        case nil, .sequence, .mapping, .explicitValue, .colon, .value: false
        default: true
        }
    }
}
