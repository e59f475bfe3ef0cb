/// What a token is.
enum Token: UInt8 {
    case end, name, integer, float, string
    case bang, dollar, ampersand, open, close, spread, colon, equals, at, openList, closeList, openBlock, closeBlock,
        pipe
}

/// Splits SDL into tokens, one at a time.
///
/// - SeeAlso: GraphQL, October 2021, section 2.1.
struct Lexer {
    let source: [UInt8]
    /// The token that is looked at.
    private(set) var kind = Token.end
    /// Where it begins, in bytes.
    private(set) var start = 0
    /// Where it ends, in bytes.
    private(set) var end = 0
    /// Where the token before ended, in bytes.
    private(set) var previousEnd = 0
    /// Of a name, the hash it is entered under.
    private(set) var hash: UInt32 = 0

    init(_ source: [UInt8]) { self.source = source }

    /// Looks at the next token.
    mutating func advance() throws(SDLFailure) {
        previousEnd = end
        var index = end
        while index < source.count {
            switch source[index] {
            case 0x20, 0x0A, 0x09, 0x0D, UInt8(ascii: ","): index += 1
            case UInt8(ascii: "#"): index = endOfLine(index)
            case 0xEF where isByteOrderMark(index): index += 3
            default: return try scan(index)
            }
        }
        (kind, start, end) = (.end, source.count, source.count)
    }

    private func endOfLine(_ start: Int) -> Int {
        var index = start
        while index < source.count, source[index] != 0x0A, source[index] != 0x0D { index += 1 }
        return index
    }

    private func isByteOrderMark(_ index: Int) -> Bool { source[index...].starts(with: [0xEF, 0xBB, 0xBF]) }

    private mutating func scan(_ index: Int) throws(SDLFailure) {
        start = index
        switch source[index] {
        case 97...122, 65...90, 95: scanName(index)
        case UInt8(ascii: "\""): try scanString(index)
        case UInt8(ascii: ":"): take(.colon)
        case UInt8(ascii: "!"): take(.bang)
        case UInt8(ascii: "("): take(.open)
        case UInt8(ascii: ")"): take(.close)
        case UInt8(ascii: "["): take(.openList)
        case UInt8(ascii: "]"): take(.closeList)
        case UInt8(ascii: "{"): take(.openBlock)
        case UInt8(ascii: "}"): take(.closeBlock)
        case UInt8(ascii: "@"): take(.at)
        case UInt8(ascii: "="): take(.equals)
        case UInt8(ascii: "|"): take(.pipe)
        case UInt8(ascii: "&"): take(.ampersand)
        case UInt8(ascii: "$"): take(.dollar)
        case UInt8(ascii: "-"), 48...57: try scanNumber(index)
        case UInt8(ascii: ".") where source[index...].starts(with: [46, 46, 46]): take(.spread, 3)
        default: throw SDLFailure(.syntax, at: index, "\(shown(index)) means nothing in a schema")
        }
    }

    private mutating func take(_ token: Token, _ length: Int = 1) { (kind, end) = (token, start + length) }

    private mutating func scanName(_ first: Int) {
        var (index, value) = (first, NameTable.emptyHash)
        while index < source.count {
            let byte = source[index]
            guard Self.continuesName(byte) else { break }
            value = NameTable.hash(value, byte)
            index += 1
        }
        (kind, end, hash) = (.name, index, value)
    }

    static func continuesName(_ byte: UInt8) -> Bool {
        switch byte {
        case 97...122, 65...90, 95, 48...57: true
        default: false
        }
    }

    /// What stands at a byte, for a message.
    func shown(_ offset: Int) -> String {
        guard offset < source.count else { return "the end of the text" }
        let character = String(decoding: source[offset..<min(offset + 4, source.count)], as: UTF8.self).unicodeScalars
        guard let first = character.first, first.value >= 0x20, first.value != 0x7F else {
            return "the octet \(source[offset])"
        }
        return "'\(Character(first))'"
    }

    /// The token, for a message.
    var shown: String {
        switch kind {
        case .end: "the end of the text"
        case .string: "a string"
        default: "'\(String(decoding: source[start..<end], as: UTF8.self))'"
        }
    }
}

extension Lexer {
    private mutating func scanNumber(_ first: Int) throws(SDLFailure) {
        var (index, token) = (first, Token.integer)
        if source[index] == UInt8(ascii: "-") { index += 1 }
        let whole = index
        try skipDigits(&index)
        if index - whole > 1, source[whole] == UInt8(ascii: "0") {
            throw SDLFailure(.number, at: start, "a number does not begin with 0 and another digit")
        }
        if index < source.count, source[index] == UInt8(ascii: ".") {
            (index, token) = (index + 1, .float)
            try skipDigits(&index)
        }
        if index < source.count, source[index] | 0x20 == UInt8(ascii: "e") {
            (index, token) = (index + 1, .float)
            if index < source.count, source[index] == UInt8(ascii: "+") || source[index] == UInt8(ascii: "-") {
                index += 1
            }
            try skipDigits(&index)
        }
        if index < source.count, Self.continuesName(source[index]) || source[index] == UInt8(ascii: ".") {
            throw SDLFailure(.number, at: index, "a number cannot be followed by \(shown(index))")
        }
        (kind, end) = (token, index)
    }

    private func skipDigits(_ index: inout Int) throws(SDLFailure) {
        let first = index
        while index < source.count, (48...57).contains(source[index]) { index += 1 }
        guard index > first else {
            throw SDLFailure(.number, at: index, "expected a digit, found \(shown(index))")
        }
    }

    private mutating func scanString(_ first: Int) throws(SDLFailure) {
        let quotes = source[first...].prefix(3).prefix { $0 == UInt8(ascii: "\"") }.count
        switch quotes {
        case 3: try scanBlock(first + 3)
        case 2: (kind, end) = (.string, first + 2)
        default: try scanLine(first + 1)
        }
    }

    private mutating func scanLine(_ first: Int) throws(SDLFailure) {
        var index = first
        while index < source.count {
            switch source[index] {
            case UInt8(ascii: "\""):
                (kind, end) = (.string, index + 1)
                return
            case 0x0A, 0x0D: throw SDLFailure(.string, at: start, "the string does not end on its line")
            case UInt8(ascii: "\\"): index = try endOfEscape(index)
            default: index += 1
            }
        }
        throw SDLFailure(.string, at: start, "the string does not end")
    }

    private func endOfEscape(_ backslash: Int) throws(SDLFailure) -> Int {
        let index = backslash + 1
        guard index < source.count else { throw SDLFailure(.string, at: start, "the string does not end") }
        switch source[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return index + 1
        case UInt8(ascii: "u"): return try endOfUnicode(index)
        default: throw SDLFailure(.string, at: backslash, "the escape '\\' before \(shown(index)) is not known")
        }
    }

    private func endOfUnicode(_ index: Int) throws(SDLFailure) -> Int {
        guard let escape = UnicodeEscape(source[...], at: index) else {
            throw SDLFailure(
                .string,
                at: index - 1,
                "expected four hexadecimal digits, or some in braces, behind '\\u'"
            )
        }
        if escape.isHighSurrogate, escape.end < source.count, source[escape.end] == UInt8(ascii: "\\"),
            let low = UnicodeEscape(source[...], at: escape.end + 1), let whole = escape.joined(with: low)
        {
            return whole.end
        }
        guard Unicode.Scalar(escape.code) != nil else {
            throw SDLFailure(.string, at: index - 1, "the escape stands for no character")
        }
        return escape.end
    }

    private mutating func scanBlock(_ first: Int) throws(SDLFailure) {
        var index = first
        while index + 2 < source.count {
            guard source[index] == UInt8(ascii: "\""), source[index + 1] == UInt8(ascii: "\""),
                source[index + 2] == UInt8(ascii: "\"")
            else {
                index += 1
                continue
            }
            guard source[index - 1] != UInt8(ascii: "\\") || index == first else {
                index += 3
                continue
            }
            (kind, end) = (.string, index + 3)
            return
        }
        throw SDLFailure(.string, at: start, "the block string does not end")
    }
}
