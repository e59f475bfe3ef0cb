extension Document {
    /// Reads a JSON text strictly.
    ///
    /// A leading byte order mark is passed over; duplicate keys and lone surrogates are refused.
    ///
    /// - Parameters:
    ///   - source: UTF-8.
    ///   - limits: What is refused for its size.
    /// - Returns: The tree over `source`.
    /// - Throws: ``SyntaxFailure`` with the place of the first octet that is wrong.
    /// - SeeAlso: RFC 8259, RFC 7493 (I-JSON).
    public static func json(_ source: [UInt8], limits: DocumentLimits = .contract) throws(SyntaxFailure) -> Document {
        try Encoding.check(source, limits: limits)
        var parser = JSONParser(source: source, limits: limits)
        try parser.parse()
        return Document(source: source, cells: parser.cells)
    }
}

/// Fills an arena from a JSON text; iterative, so that nesting costs no stack.
struct JSONParser {
    let source: [UInt8]
    let limits: DocumentLimits
    var cells: [Document.Cell] = []
    private var at = 0
    /// Indexes of the cells of the containers that are open, outermost first.
    private var open: [Int] = []
    private var keys = DuplicateKeys()

    init(source: [UInt8], limits: DocumentLimits) {
        self.source = source
        self.limits = limits
        cells.reserveCapacity(source.count / 24 + 8)
    }

    mutating func parse() throws(SyntaxFailure) {
        if source.starts(with: Encoding.byteOrderMark) { at = Encoding.byteOrderMark.count }
        skipSpace()
        try value()
        while !open.isEmpty { try continueContainer() }
        skipSpace()
        guard at == source.count else { throw unexpected("the end of the text") }
    }

    /// Reads a scalar whole, or the opening of a container with its first value.
    private mutating func value() throws(SyntaxFailure) {
        guard at < source.count else { throw unexpected("a value") }
        switch source[at] {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"): try begin(.object)
        case UInt8(ascii: "["): try begin(.array)
        case UInt8(ascii: "t"): try literal("true", .true)
        case UInt8(ascii: "f"): try literal("false", .false)
        case UInt8(ascii: "n"): try literal("null", .null)
        case UInt8(ascii: "-"), 48...57: try number()
        default: throw unexpected("a value")
        }
    }

    private mutating func begin(_ kind: Document.Kind) throws(SyntaxFailure) {
        guard open.count < limits.depth else {
            throw exceeded("at most \(limits.depth) levels of nesting (limit depth)")
        }
        open.append(cells.count)
        try append(.init(kind, position: at, length: 0))
        at += 1
    }

    /// Goes on in the innermost container: its next member, or its end.
    private mutating func continueContainer() throws(SyntaxFailure) {
        skipSpace()
        let container = open[open.count - 1]
        let isObject = cells[container].kind == .object
        let isFirst = cells[container].count == 0
        if at < source.count, source[at] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            return try end(container)
        }
        if !isFirst {
            guard at < source.count, source[at] == UInt8(ascii: ",") else {
                throw unexpected(isObject ? "',' or '}'" : "',' or ']'")
            }
            at += 1
            skipSpace()
        }
        if isObject { try key() }
        cells[container].tag += 1 << Document.Cell.countShift
        try value()
    }

    private mutating func key() throws(SyntaxFailure) {
        guard at < source.count, source[at] == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
        try string()
        skipSpace()
        guard at < source.count, source[at] == UInt8(ascii: ":") else { throw unexpected("':'") }
        at += 1
        skipSpace()
    }

    private mutating func end(_ container: Int) throws(SyntaxFailure) {
        at += 1
        open.removeLast()
        cells[container].length = UInt32(truncatingIfNeeded: at) - cells[container].position
        cells[container].link = UInt32(truncatingIfNeeded: cells.count)
        guard cells[container].kind == .object else { return }
        if let twice = keys.duplicate(in: container, of: cells, source: source) {
            throw SyntaxFailure(
                .duplicateKey,
                atByte: Int(cells[twice].position),
                of: source,
                expected: "each key once in its object",
                found: "\(shown(cells[twice])) again"
            )
        }
    }

    private mutating func append(_ cell: Document.Cell) throws(SyntaxFailure) {
        guard cells.count < limits.nodes else { throw exceeded("at most \(limits.nodes) values (limit nodes)") }
        cells.append(cell)
    }

    private mutating func literal(_ word: StaticString, _ kind: Document.Kind) throws(SyntaxFailure) {
        let length = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { bytes in
            at + length <= source.count && (0..<length).allSatisfy { source[at + $0] == bytes[$0] }
        }
        guard matches else { throw unexpected("a value") }
        try append(.init(kind, position: at, length: length))
        at += length
    }

    private mutating func skipSpace() {
        while at < source.count {
            switch source[at] {
            case 0x20, 0x0A, 0x0D, 0x09: at += 1
            default: return
            }
        }
    }
}

// MARK: - Strings and numbers

extension JSONParser {
    private mutating func string() throws(SyntaxFailure) {
        let start = at
        var flags: UInt32 = 0
        at += 1
        while true {
            skipPlainText()
            guard at < source.count else { throw unexpected("the closing quote of the string") }
            if source[at] == UInt8(ascii: "\"") { break }
            guard source[at] == UInt8(ascii: "\\") else { throw unexpected("no control character in a string") }
            flags = Document.Cell.escaped
            try escape()
        }
        at += 1
        guard at - start - 2 <= limits.stringBytes else {
            throw exceeded("a string of at most \(limits.stringBytes) bytes (limit stringBytes)")
        }
        try append(.init(.string, position: start, length: at - start, flags: flags))
    }

    private mutating func skipPlainText() {
        while at < source.count {
            let byte = source[at]
            guard byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 else { return }
            at += 1
        }
    }

    private mutating func escape() throws(SyntaxFailure) {
        guard at + 1 < source.count else { throw unexpected("an escape") }
        if source[at + 1] == UInt8(ascii: "u") { return try unicodeEscape() }
        guard JSONEscapes.simple(source[at + 1]) != nil else {
            throw unexpected("one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
        }
        at += 2
    }

    private mutating func unicodeEscape() throws(SyntaxFailure) {
        let start = at
        let unit = try codeUnit()
        at += 6
        guard !JSONEscapes.isLowSurrogate(unit) else { throw loneSurrogate(at: start) }
        guard JSONEscapes.isHighSurrogate(unit) else { return }
        guard at + 1 < source.count, source[at] == UInt8(ascii: "\\"), source[at + 1] == UInt8(ascii: "u"),
            JSONEscapes.isLowSurrogate(try codeUnit())
        else { throw loneSurrogate(at: start) }
        at += 6
    }

    private func codeUnit() throws(SyntaxFailure) -> UInt32 {
        guard at + 6 <= source.count, let unit = JSONEscapes.hexadecimal(source[(at + 2)..<(at + 6)]) else {
            throw unexpected("four hexadecimal digits after \\u")
        }
        return unit
    }

    private mutating func number() throws(SyntaxFailure) {
        let start = at
        if source[at] == UInt8(ascii: "-") { at += 1 }
        if at < source.count, source[at] == UInt8(ascii: "0") { at += 1 } else { try digits() }
        if at < source.count, source[at] == UInt8(ascii: ".") {
            at += 1
            try digits()
        }
        if at < source.count, source[at] | 0x20 == UInt8(ascii: "e") {
            at += 1
            if at < source.count, source[at] == UInt8(ascii: "+") || source[at] == UInt8(ascii: "-") { at += 1 }
            try digits()
        }
        guard at - start <= limits.numberBytes else {
            throw exceeded("a number of at most \(limits.numberBytes) bytes (limit numberBytes)")
        }
        try append(.init(.number, position: start, length: at - start))
    }

    private mutating func digits() throws(SyntaxFailure) {
        let start = at
        while at < source.count, (48...57).contains(source[at]) { at += 1 }
        guard at > start else { throw unexpected("a digit") }
    }
}

// MARK: - Failures

extension JSONParser {
    private func unexpected(_ expected: String) -> SyntaxFailure {
        SyntaxFailure(.malformed, atByte: at, of: source, expected: expected, found: Encoding.shown(at, in: source))
    }

    private func exceeded(_ expected: String) -> SyntaxFailure {
        SyntaxFailure(.limit, atByte: at, of: source, expected: expected, found: "more")
    }

    private func loneSurrogate(at offset: Int) -> SyntaxFailure {
        SyntaxFailure(
            .loneSurrogate,
            atByte: offset,
            of: source,
            expected: "a pair of surrogates",
            found: "half of one"
        )
    }

    private func shown(_ key: Document.Cell) -> String {
        let raw = source[Int(key.position)..<Int(key.position + min(key.length, 80))]
        return String(decoding: raw, as: UTF8.self)
    }
}
