/// Anchors, tags and aliases.
///
/// - SeeAlso: YAML 1.2.2, sections 6.9 and 7.1.
extension YAMLParser {
    var isAtProperty: Bool { scanner.peek() == UInt8(ascii: "&") || scanner.peek() == UInt8(ascii: "!") }

    /// Reads the properties that stand here on one line, and the white space behind them.
    mutating func readProperties(inFlow: Bool) throws(SyntaxFailure) -> YAMLProperties {
        var properties = YAMLProperties()
        while isAtProperty {
            let start = scanner.at
            var next = YAMLProperties()
            if scanner.peek() == UInt8(ascii: "&") {
                next.anchor = try anchorName()
            } else {
                next.tag = try tag()
            }
            guard YAMLScanner.isSpace(scanner.peek()) || inFlow && YAMLScanner.isFlowIndicator(scanner.peek()) else {
                throw scanner.malformed("white space behind an anchor or tag")
            }
            properties = try joined(properties, next, at: start)
            scanner.skipBlanks()
        }
        return properties
    }

    /// The properties of both; a value has one anchor and one tag at most.
    func joined(_ first: YAMLProperties, _ second: YAMLProperties, at offset: Int) throws(SyntaxFailure)
        -> YAMLProperties
    {
        guard !(first.hasAnchor && second.hasAnchor), first.tag == nil || second.tag == nil else {
            throw scanner.failure(.malformed, at: offset, "one anchor and one tag a value")
        }
        return YAMLProperties(anchor: first.hasAnchor ? first.anchor : second.anchor, tag: first.tag ?? second.tag)
    }

    /// Reads `*name`.
    mutating func readAlias(_ properties: YAMLProperties) throws(SyntaxFailure) {
        let start = scanner.at
        let name = try anchorName()
        guard properties.isEmpty else { throw scanner.failure(.malformed, at: start, "no anchor or tag at an alias") }
        var event = YAMLEvent(.alias, .implicit, from: start, to: scanner.at)
        event.text = name
        isJSONLike = false
        emit(event)
    }

    private mutating func anchorName() throws(SyntaxFailure) -> Range<Int> {
        scanner.at += 1
        let start = scanner.at
        while !YAMLScanner.isSpace(scanner.peek()), !YAMLScanner.isFlowIndicator(scanner.peek()) { scanner.at += 1 }
        guard scanner.at > start else { throw scanner.malformed("the name of an anchor") }
        return start..<scanner.at
    }
}

// MARK: - Tags

extension YAMLParser {
    private mutating func tag() throws(SyntaxFailure) -> Int {
        if scanner.peek(1) == UInt8(ascii: "<") { return try verbatimTag() }
        let start = scanner.at
        let handle = tagHandle()
        let suffix = try tagCharacters()
        guard handle == "!" || !suffix.isEmpty else { throw scanner.malformed("a tag behind its handle") }
        guard let prefix = tags.prefix(of: handle) else {
            throw scanner.failure(.malformed, at: start, "a tag handle that a %TAG directive defines")
        }
        // A lone `!` is the non-specific tag, whatever its handle stands for.
        return tags.index(of: suffix.isEmpty ? "!" : prefix + suffix)
    }

    private mutating func verbatimTag() throws(SyntaxFailure) -> Int {
        scanner.at += 2
        let name = try tagCharacters(isVerbatim: true)
        guard scanner.peek() == UInt8(ascii: ">"), !name.isEmpty else { throw scanner.malformed("a tag and '>'") }
        scanner.at += 1
        return tags.index(of: name)
    }

    /// Passes over `!`, `!!` or `!name!`.
    private mutating func tagHandle() -> String {
        var length = 1
        while Self.isWordCharacter(scanner.peek(length)) { length += 1 }
        length = scanner.peek(length) == UInt8(ascii: "!") ? length + 1 : 1
        scanner.at += length
        return String(decoding: scanner.source[(scanner.at - length)..<scanner.at], as: UTF8.self)
    }

    private mutating func tagCharacters(isVerbatim: Bool = false) throws(SyntaxFailure) -> String {
        var bytes: [UInt8] = []
        while isVerbatim ? Self.isURICharacter(scanner.peek()) : Self.isTagCharacter(scanner.peek()) {
            guard scanner.peek() == UInt8(ascii: "%") else {
                bytes.append(scanner.peek())
                scanner.at += 1
                continue
            }
            guard let high = Hexadecimal.value(of: scanner.peek(1)), let low = Hexadecimal.value(of: scanner.peek(2))
            else { throw scanner.malformed("'%' and two hexadecimal digits") }
            bytes.append(high << 4 | low)
            scanner.at += 3
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isWordCharacter(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte == UInt8(ascii: "-")
    }

    /// - SeeAlso: YAML 1.2.2, rule 39 (`ns-uri-char`).
    private static func isURICharacter(_ byte: UInt8) -> Bool {
        isWordCharacter(byte) || "%#;/?:@&=+$,_.!~*'()[]".utf8.contains(byte)
    }

    /// - SeeAlso: YAML 1.2.2, rule 40 (`ns-tag-char`).
    private static func isTagCharacter(_ byte: UInt8) -> Bool {
        isURICharacter(byte) && byte != UInt8(ascii: "!") && !YAMLScanner.isFlowIndicator(byte)
    }
}
