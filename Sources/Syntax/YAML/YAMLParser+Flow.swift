/// Flow collections, which brackets delimit.
///
/// - SeeAlso: YAML 1.2.2, section 7.4.
extension YAMLParser {
    /// Opens the flow collection that begins here.
    mutating func beginFlow(_ properties: YAMLProperties) throws(SyntaxFailure) {
        let isSequence = scanner.peek() == UInt8(ascii: "[")
        try begin(isSequence ? .sequenceStart : .mappingStart, .flow, at: scanner.at, properties)
        frames.append(isSequence ? .flowSequence : .flowMapping)
        scanner.at += 1
    }

    mutating func flowStep(_ frame: Frame) throws(SyntaxFailure) {
        if case .flowPairEnd = frame { return end(.mappingEnd, .flow, at: contentEnd) }
        try scanner.separateInFlow()
        switch frame {
        case .flowSequence: try flowSequenceEntry()
        case .flowSequenceNext: try flowNext(.flowSequence, closing: "]")
        case .flowMapping: try flowMappingEntry()
        case .flowMappingKey:
            expect(.flowMappingColon)
            try flowValue()
        case .flowMappingColon:
            expect(.flowMappingNext)
            try flowColon()
        case .flowMappingNext: try flowNext(.flowMapping, closing: "}")
        case .flowPairColon:
            frames.removeLast()
            try flowColon()
        default:
            frames.removeLast()
            try flowValue()
        }
    }

    /// Passes over a comma, or the bracket that closes the collection.
    private mutating func flowNext(_ frame: Frame, closing: Unicode.Scalar) throws(SyntaxFailure) {
        if scanner.peek() == UInt8(ascii: closing) { return try endFlow(closing) }
        guard scanner.peek() == UInt8(ascii: ",") else { throw scanner.malformed("',' or '\(closing)'") }
        scanner.at += 1
        expect(frame)
    }

    private mutating func endFlow(_ closing: Unicode.Scalar) throws(SyntaxFailure) {
        scanner.at += 1
        end(closing == "]" ? .sequenceEnd : .mappingEnd, .flow, at: scanner.at)
        isJSONLike = true
        switch frames.last {
        case nil, .sequence, .mapping, .explicitValue: try scanner.requireLineEnd()
        default: break
        }
    }

    private mutating func flowSequenceEntry() throws(SyntaxFailure) {
        if scanner.peek() == UInt8(ascii: "]") { return try endFlow("]") }
        guard scanner.peek() != UInt8(ascii: ",") else { throw scanner.malformed("a value or ']'") }
        expect(.flowSequenceNext)
        if scanner.isIndicator("?") {
            try beginPair(at: scanner.at)
            scanner.passIndicator()
            frames.append(.flowPairColon)
            frames.append(.flowValue)
        } else if scanner.isValueIndicator(inFlow: true) {
            try beginPair(at: scanner.at)
            emitEmpty(YAMLProperties(), at: scanner.at)
            frames.append(.flowPairColon)
        } else {
            try flowNode(mayBePair: true)
        }
    }

    private mutating func beginPair(at start: Int) throws(SyntaxFailure) {
        try begin(.mappingStart, .flow, at: start, YAMLProperties())
        frames.append(.flowPairEnd)
    }

    private mutating func flowMappingEntry() throws(SyntaxFailure) {
        if scanner.peek() == UInt8(ascii: "}") { return try endFlow("}") }
        guard scanner.peek() != UInt8(ascii: ",") else { throw scanner.malformed("a key or '}'") }
        if scanner.isIndicator("?") {
            scanner.passIndicator()
            return expect(.flowMappingKey)
        }
        expect(.flowMappingColon)
        try flowValue()
    }

    /// Passes over the `:` of a pair, or adds the null of a key that has none.
    private mutating func flowColon() throws(SyntaxFailure) {
        guard scanner.isValueIndicator(inFlow: true) || isJSONLike && scanner.peek() == UInt8(ascii: ":") else {
            return emitEmpty(YAMLProperties(), at: contentEnd)
        }
        scanner.passIndicator()
        contentEnd = scanner.at
        frames.append(.flowValue)
    }

    /// Reads a value that may be left out.
    private mutating func flowValue() throws(SyntaxFailure) {
        switch scanner.peek() {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): emitEmpty(YAMLProperties(), at: contentEnd)
        case UInt8(ascii: ":") where scanner.isValueIndicator(inFlow: true):
            emitEmpty(YAMLProperties(), at: scanner.at)
        default: try flowNode(mayBePair: false)
        }
    }

    private mutating func flowNode(mayBePair: Bool) throws(SyntaxFailure) {
        let start = scanner.at
        let line = scanner.lineStart
        let properties = try flowProperties()
        switch scanner.peek() {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            if mayBePair, isFlowKey {
                try beginPair(at: start)
                frames.append(.flowPairColon)
            }
            try beginFlow(properties)
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): emitEmpty(properties, at: scanner.at)
        case UInt8(ascii: ":") where scanner.isValueIndicator(inFlow: true):
            if mayBePair { try beginPair(at: start) }
            emitEmpty(properties, at: scanner.at)
            if mayBePair { frames.append(.flowPairColon) }
        case UInt8(ascii: "*"): try flowAlias(properties, mayBePair)
        default: try flowScalar(properties, mayBePair, from: start, line)
        }
    }

    private mutating func flowProperties() throws(SyntaxFailure) -> YAMLProperties {
        var properties = YAMLProperties()
        while isAtProperty {
            let start = scanner.at
            properties = try joined(properties, try readProperties(inFlow: true), at: start)
            try scanner.separateInFlow()
        }
        return properties
    }

    private mutating func flowAlias(_ properties: YAMLProperties, _ mayBePair: Bool) throws(SyntaxFailure) {
        var behind = scanner
        while !YAMLScanner.isSpace(behind.peek()), !YAMLScanner.isFlowIndicator(behind.peek()) { behind.at += 1 }
        behind.skipBlanks()
        let isKey = mayBePair && behind.isValueIndicator(inFlow: true)
        if isKey { try beginPair(at: scanner.at) }
        try readAlias(properties)
        if isKey { frames.append(.flowPairColon) }
    }

    private mutating func flowScalar(
        _ properties: YAMLProperties,
        _ mayBePair: Bool,
        from start: Int,
        _ line: Int
    ) throws(SyntaxFailure) {
        let isQuoted = scanner.peek() == UInt8(ascii: "'") || scanner.peek() == UInt8(ascii: "\"")
        let scalar = isQuoted ? try scanner.quoted() : try scanner.plain(inFlow: true)
        scanner.skipBlanks()
        let isKey =
            mayBePair && scanner.lineStart == line && scanner.peek() == UInt8(ascii: ":")
            && (isQuoted || scanner.isValueIndicator(inFlow: true))
        if isKey { try beginPair(at: start) }
        emit(scalar, properties)
        if isKey { frames.append(.flowPairColon) }
    }
}
