/// Block collections, which indentation delimits.
///
/// - SeeAlso: YAML 1.2.2, chapter 8.
extension YAMLParser {
    /// Reads a value, or the opening of a block collection with its first key.
    ///
    /// - Parameters:
    ///   - parent: Column of the collection around it; the value's lines are indented further.
    ///   - least: The least column of a block sequence: the parent's own is enough behind a key.
    ///   - mayBegin: Whether a block collection may begin on this line; on another it always may.
    /// - Throws: ``SyntaxFailure`` with the place of what is wrong.
    mutating func blockNode(under parent: Int, sequenceAt least: Int, mayBegin: Bool) throws(SyntaxFailure) {
        let before = scanner.at
        var mayBegin = mayBegin
        var properties = YAMLProperties()
        scanner.floor = parent
        while true {
            if scanner.separate() {
                mayBegin = true
                guard scanner.column >= (scanner.isIndicator("-") ? least : parent + 1) else {
                    return emitEmpty(properties, at: before)
                }
            }
            guard !scanner.isAtEnd, !scanner.isAtMarker else { return emitEmpty(properties, at: before) }
            guard isAtProperty else { return try blockContent(properties, mayBegin) }
            let start = scanner.at
            let mayBeginHere = mayBegin && !scanner.hasTab
            let own = try readProperties(inFlow: false)
            guard isAtLineEnd else { return try blockContent(properties, own, from: start, mayBeginHere) }
            properties = try joined(properties, own, at: start)
        }
    }

    private var isAtLineEnd: Bool {
        scanner.isAtComment || YAMLScanner.isBreak(scanner.peek()) || scanner.isAtEnd
    }

    private mutating func blockContent(_ properties: YAMLProperties, _ mayBegin: Bool) throws(SyntaxFailure) {
        let mayBegin = mayBegin && !scanner.hasTab
        if mayBegin, scanner.isIndicator("-") { return try beginBlock(.sequenceStart, properties, at: scanner.at) }
        if mayBegin, scanner.isIndicator("?") { return try beginBlock(.mappingStart, properties, at: scanner.at) }
        try blockContent(properties, YAMLProperties(), from: scanner.at, mayBegin)
    }

    /// Reads a scalar, an alias or the opening of a flow collection, each of which may turn out to be a key.
    ///
    /// - Parameters:
    ///   - properties: Those on lines before, of the value.
    ///   - own: Those on this line, of the key if there is one.
    ///   - start: Where they begin.
    ///   - mayBegin: Whether a block mapping may begin at `start`.
    /// - Throws: ``SyntaxFailure`` with the place of what is wrong.
    private mutating func blockContent(
        _ properties: YAMLProperties,
        _ own: YAMLProperties,
        from start: Int,
        _ mayBegin: Bool
    ) throws(SyntaxFailure) {
        switch scanner.peek() {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            guard mayBegin, isFlowKey else {
                return try beginFlow(try joined(properties, own, at: start))
            }
            try beginBlock(.mappingStart, properties, at: start)
            try implicitKey(at: start, own)
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            let all = try joined(properties, own, at: start)
            emit(try scanner.blockScalar(), all)
        case UInt8(ascii: "*"): try blockAlias(properties, own, from: start, mayBegin)
        case UInt8(ascii: ":") where mayBegin && scanner.isIndicator(":"):
            try beginBlock(.mappingStart, properties, at: start)
            emitEmpty(own, at: scanner.at)
            passColon(start - scanner.lineStart)
        default: try blockScalar(properties, own, from: start, mayBegin)
        }
    }

    private mutating func blockScalar(
        _ properties: YAMLProperties,
        _ own: YAMLProperties,
        from start: Int,
        _ mayBegin: Bool
    ) throws(SyntaxFailure) {
        let line = scanner.lineStart
        let scalar = try readScalar()
        scanner.skipBlanks()
        guard scanner.isIndicator(":") else {
            emit(scalar, try joined(properties, own, at: start))
            return try scanner.requireLineEnd()
        }
        try requireKeyPlace(scalar.isOnOneLine && mayBegin)
        try beginBlock(.mappingStart, properties, at: start)
        emit(scalar, own)
        passColon(start - line)
    }

    private mutating func blockAlias(
        _ properties: YAMLProperties,
        _ own: YAMLProperties,
        from start: Int,
        _ mayBegin: Bool
    ) throws(SyntaxFailure) {
        var name = scanner
        while !YAMLScanner.isSpace(name.peek()) { name.at += 1 }
        name.skipBlanks()
        guard name.isIndicator(":") else {
            try readAlias(try joined(properties, own, at: start))
            return try scanner.requireLineEnd()
        }
        try requireKeyPlace(mayBegin)
        try beginBlock(.mappingStart, properties, at: start)
        try readAlias(own)
        scanner.skipBlanks()
        passColon(start - scanner.lineStart)
    }

    private mutating func readScalar(isKey: Bool = false) throws(SyntaxFailure) -> YAMLScalar {
        switch scanner.peek() {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): try scanner.quoted()
        default: try scanner.plain(inFlow: false, isKey: isKey)
        }
    }

    private func requireKeyPlace(_ isOne: Bool) throws(SyntaxFailure) {
        guard isOne else {
            throw scanner.malformed(
                "no ': ' here: a key stands on one line, and is the first on it (or quote the text)"
            )
        }
    }

    /// Opens a block collection in the column of a byte, where its first entry follows.
    private mutating func beginBlock(_ kind: YAMLEvent.Kind, _ properties: YAMLProperties, at start: Int)
        throws(SyntaxFailure)
    {
        try begin(kind, .block, at: start, properties)
        scanner.column = start - scanner.lineStart
        frames.append(kind == .sequenceStart ? .sequence(scanner.column) : .mapping(scanner.column))
    }
}

// MARK: - Entries

extension YAMLParser {
    /// Whether the line here belongs to the collection in a column; false if it ends it.
    private func belongs(to column: Int) throws(SyntaxFailure) -> Bool {
        guard !scanner.isAtEnd, !scanner.isAtMarker, scanner.column >= column else { return false }
        guard scanner.column == column else { throw scanner.malformed("an indentation of \(column) spaces") }
        guard !scanner.hasTab else { throw scanner.malformed("spaces; a tab does not indent") }
        return true
    }

    mutating func sequenceEntry(_ column: Int) throws(SyntaxFailure) {
        scanner.separate()
        guard try belongs(to: column), scanner.isIndicator("-") else {
            return end(.sequenceEnd, .block, at: contentEnd)
        }
        scanner.passIndicator()
        contentEnd = scanner.at
        try blockNode(under: column, sequenceAt: column + 1, mayBegin: true)
    }

    mutating func mappingEntry(_ column: Int) throws(SyntaxFailure) {
        scanner.separate()
        guard try belongs(to: column) else { return end(.mappingEnd, .block, at: contentEnd) }
        if scanner.isIndicator("?") {
            scanner.passIndicator()
            contentEnd = scanner.at
            frames.append(.explicitValue(column))
            return try blockNode(under: column, sequenceAt: column, mayBegin: true)
        }
        let start = scanner.at
        let own = isAtProperty ? try readProperties(inFlow: false) : YAMLProperties()
        try implicitKey(at: start, own)
    }

    /// Reads a key that ends with a `:` on its line.
    private mutating func implicitKey(at start: Int, _ own: YAMLProperties) throws(SyntaxFailure) {
        let column = start - scanner.lineStart
        switch scanner.peek() {
        case UInt8(ascii: ":") where scanner.isIndicator(":"): emitEmpty(own, at: scanner.at)
        case UInt8(ascii: "*"): try readAlias(own)
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            try requireKeyPlace(isFlowKey)
            frames.append(.colon(column))
            return try beginFlow(own)
        default:
            let scalar = try readScalar(isKey: true)
            try requireKeyPlace(scalar.isOnOneLine)
            emit(scalar, own)
        }
        try requireColon(column)
    }

    private mutating func requireColon(_ column: Int) throws(SyntaxFailure) {
        scanner.skipBlanks()
        guard scanner.isIndicator(":") else { throw scanner.malformed("': ' behind a key") }
        passColon(column)
    }

    private mutating func passColon(_ column: Int) {
        scanner.passIndicator()
        contentEnd = scanner.at
        frames.append(.value(column))
    }

    mutating func colonBehindKey(_ column: Int) throws(SyntaxFailure) {
        frames.removeLast()
        try requireColon(column)
    }

    mutating func value(_ column: Int) throws(SyntaxFailure) {
        frames.removeLast()
        try blockNode(under: column, sequenceAt: column, mayBegin: false)
    }

    mutating func explicitValue(_ column: Int) throws(SyntaxFailure) {
        scanner.separate()
        frames.removeLast()
        guard try belongs(to: column), scanner.isIndicator(":") else {
            return emitEmpty(YAMLProperties(), at: contentEnd)
        }
        scanner.passIndicator()
        contentEnd = scanner.at
        try blockNode(under: column, sequenceAt: column, mayBegin: true)
    }
}
