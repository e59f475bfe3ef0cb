internal import Contracts
internal import Syntax

/// A word, number, string or sign of a text.
struct Token: Sendable {
    enum Kind: UInt8, Sendable { case word, integer, real, string, sign, end }

    var kind: Kind
    var start: Int
    var end: Int
}

/// Splits a text into tokens and leaves out white space and comments.
struct Scanner {
    let bytes: [UInt8]
    let file: String
    private(set) var token = Token(kind: .end, start: 0, end: 0)

    init(_ bytes: [UInt8], file: String) throws(ContractFailure) {
        self.bytes = bytes
        self.file = file
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        token.end = hasMark ? 3 : 0
        try advance()
    }

    /// Moves to the next token.
    mutating func advance() throws(ContractFailure) {
        var place = try next()
        token.start = place
        guard place < bytes.count else {
            token = Token(kind: .end, start: place, end: place)
            return
        }
        let byte = bytes[place]
        if Self.isLetter(byte) {
            place += 1
            while place < bytes.count, Self.isLetter(bytes[place]) || Self.isDigit(bytes[place]) { place += 1 }
            token = Token(kind: .word, start: token.start, end: place)
        } else if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && isDigit(at: place + 1)) {
            try scanNumber(place)
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            token = Token(kind: .string, start: place, end: try stringEnd(place))
        } else if byte > 0x20 && byte < 0x7F {
            token = Token(kind: .sign, start: place, end: place + 1)
        } else {
            throw failure("a word, number or sign", found: "a character that is none", at: place)
        }
    }

    /// The token as it is written.
    var slice: ArraySlice<UInt8> { bytes[token.start..<token.end] }

    /// Whether the token is a sign.
    func isSign(_ sign: Unicode.Scalar) -> Bool {
        token.kind == .sign && bytes[token.start] == UInt8(ascii: sign)
    }

    /// Whether the token is a word.
    func isWord(_ word: StaticString) -> Bool {
        guard token.kind == .word, token.end - token.start == word.utf8CodeUnitCount else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[token.start + offset] != word.utf8Start[offset] {
            return false
        }
        return true
    }

    /// The next token, without moving to it.
    func peek() throws(ContractFailure) -> Token {
        var copy = self
        try copy.advance()
        return copy.token
    }

    /// Whether the next token is a sign.
    func isNextSign(_ sign: Unicode.Scalar) throws(ContractFailure) -> Bool {
        let place = try next()
        return place < bytes.count && bytes[place] == UInt8(ascii: sign)
    }

    /// Where the next token begins, past white space and comments.
    private func next() throws(ContractFailure) -> Int {
        var place = token.end
        while place < bytes.count {
            let byte = bytes[place]
            if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
                place += 1
                continue
            }
            guard byte == UInt8(ascii: "/") else { break }
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            guard next == UInt8(ascii: "/") || next == UInt8(ascii: "*") else { break }
            place = try commentEnd(place)
        }
        return place
    }

    /// The token as messages name it.
    var found: String {
        switch token.kind {
        case .end: "the end of the text"
        case .string: "a string"
        default: "'\(String(decoding: slice.prefix(40), as: UTF8.self))'"
        }
    }

    /// The failure that the text does not go on as it must.
    func failure(_ expected: String, found: String? = nil, at offset: Int? = nil) -> ContractFailure {
        failure(.syntax, "expected \(expected), found \(found ?? self.found)", at: offset ?? token.start)
    }

    /// A failure at a byte.
    func failure(_ fault: ProtobufFault, _ message: String, at offset: Int) -> ContractFailure {
        let position = SourcePosition(ofByte: offset, in: bytes)
        return ContractFailure(fault.rawValue, at: Place(pointer: "", position: position, file: file), message)
    }

    private func commentEnd(_ start: Int) throws(ContractFailure) -> Int {
        var place = start + 2
        if bytes[start + 1] == UInt8(ascii: "/") {
            while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
            return place
        }
        while place + 1 < bytes.count {
            if bytes[place] == UInt8(ascii: "*"), bytes[place + 1] == UInt8(ascii: "/") { return place + 2 }
            place += 1
        }
        throw failure("the end of a comment", found: "the end of the text", at: start)
    }

    private mutating func scanNumber(_ start: Int) throws(ContractFailure) {
        var place = start
        var kind = Token.Kind.integer
        if bytes[start] == UInt8(ascii: "0"), start + 1 < bytes.count, bytes[start + 1] | 0x20 == UInt8(ascii: "x") {
            place += 2
            while place < bytes.count, Self.isHexDigit(bytes[place]) { place += 1 }
            if place == start + 2 { throw failure("hexadecimal digits", found: "'0x'", at: start) }
        } else {
            while isDigit(at: place) { place += 1 }
            if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
                kind = .real
                place += 1
                while isDigit(at: place) { place += 1 }
            }
            if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
                kind = .real
                place += 1
                if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") {
                    place += 1
                }
                if !isDigit(at: place) { throw failure("the digits of an exponent", found: "none", at: start) }
                while isDigit(at: place) { place += 1 }
            }
        }
        if place < bytes.count, Self.isLetter(bytes[place]) || bytes[place] == UInt8(ascii: ".") {
            throw failure("a space between a number and a word", found: "none", at: place)
        }
        token = Token(kind: kind, start: start, end: place)
        if kind == .integer, isWrongOctal { throw failure("octal digits", at: start) }
    }

    private var isWrongOctal: Bool {
        guard token.end - token.start > 1, bytes[token.start] == UInt8(ascii: "0") else { return false }
        guard Self.isDigit(bytes[token.start + 1]) else { return false }
        return slice.contains { $0 > UInt8(ascii: "7") }
    }

    private func stringEnd(_ start: Int) throws(ContractFailure) -> Int {
        var place = start + 1
        while place < bytes.count {
            switch bytes[place] {
            case bytes[start]: return place + 1
            case UInt8(ascii: "\\"): place += 2
            case UInt8(ascii: "\n"), 0: throw failure("the end of a string", found: "the end of the line", at: start)
            default: place += 1
            }
        }
        throw failure("the end of a string", found: "the end of the text", at: start)
    }

    private func isDigit(at place: Int) -> Bool { place < bytes.count && Self.isDigit(bytes[place]) }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_")
    }
}
