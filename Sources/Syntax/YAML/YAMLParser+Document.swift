/// Documents, their markers and directives.
///
/// - SeeAlso: YAML 1.2.2, chapters 9 and 6.8.
extension YAMLParser {
    /// Goes on where no collection is open.
    mutating func documentStep() throws(SyntaxFailure) {
        switch place {
        case .beforeDocument: try beginDocument()
        case .atContent(let mayBegin):
            place = .behindContent
            try blockNode(under: -1, sequenceAt: 0, mayBegin: mayBegin)
        case .behindContent: try endDocument()
        case .atEnd: emit(YAMLEvent(.streamEnd, .implicit, from: scanner.at, to: scanner.at))
        }
    }

    /// Reads what stands before a document, and begins it; or ends the stream.
    private mutating func beginDocument() throws(SyntaxFailure) {
        tags.beginDocument()
        var hasDirectives = false
        while true {
            skipDocumentPrefix()
            if scanner.isAtMarker, scanner.peek() == UInt8(ascii: "-") { return beginExplicitDocument() }
            if scanner.at == scanner.lineStart, scanner.peek() == UInt8(ascii: "%") {
                try directive()
                hasDirectives = true
                continue
            }
            guard !hasDirectives else { throw scanner.malformed("'---' behind the directives") }
            guard !scanner.isAtEnd else { break }
            guard scanner.isAtMarker else { return beginBareDocument() }
            passMarker()
            try scanner.requireLineEnd()
        }
        place = .atEnd
    }

    private mutating func skipDocumentPrefix() {
        while true {
            if scanner.at == scanner.lineStart { scanner.beginLine() }
            scanner.separate()
            guard scanner.at == scanner.lineStart, scanner.source[scanner.at...].starts(with: Encoding.byteOrderMark)
            else { return }
            scanner.at += Encoding.byteOrderMark.count
            scanner.lineStart = scanner.at
        }
    }

    private mutating func passMarker() {
        scanner.at += 3
        scanner.hasTab = false
    }

    private mutating func beginExplicitDocument() {
        emit(YAMLEvent(.documentStart, .explicit, from: scanner.at, to: scanner.at + 3))
        passMarker()
        place = .atContent(mayBegin: false)
    }

    private mutating func beginBareDocument() {
        emit(YAMLEvent(.documentStart, .implicit, from: scanner.at, to: scanner.at))
        place = .atContent(mayBegin: true)
    }

    private mutating func endDocument() throws(SyntaxFailure) {
        scanner.separate()
        guard scanner.isAtEnd || scanner.isAtMarker else {
            throw scanner.malformed("the end of the document (or the indentation of what is open)")
        }
        place = .beforeDocument
        guard scanner.peek() == UInt8(ascii: ".") else {
            return emit(YAMLEvent(.documentEnd, .implicit, from: scanner.at, to: scanner.at))
        }
        emit(YAMLEvent(.documentEnd, .explicit, from: scanner.at, to: scanner.at + 3))
        passMarker()
        try scanner.requireLineEnd()
    }
}

// MARK: - Directives

extension YAMLParser {
    private mutating func directive() throws(SyntaxFailure) {
        let start = scanner.at
        switch directiveWord() {
        case "%YAML": try versionDirective(start)
        case "%TAG": try tagDirective(start)
        default: scanner.skipLine()
        }
        try scanner.requireLineEnd()
    }

    /// The next word of the line.
    private mutating func directiveWord() -> String {
        scanner.skipBlanks()
        let start = scanner.at
        while !YAMLScanner.isSpace(scanner.peek()) { scanner.at += 1 }
        return String(decoding: scanner.source[start..<scanner.at], as: UTF8.self)
    }

    private mutating func versionDirective(_ start: Int) throws(SyntaxFailure) {
        let parts = directiveWord().utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let areNumbers = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
        guard parts.count == 2, areNumbers, parts[0].elementsEqual("1".utf8), !tags.hasVersion else {
            throw scanner.failure(.malformed, at: start, "one '%YAML 1.2' (or another 1.x) a document")
        }
        tags.hasVersion = true
    }

    private mutating func tagDirective(_ start: Int) throws(SyntaxFailure) {
        let handle = directiveWord()
        let prefix = directiveWord()
        let isHandle = handle.utf8.first == UInt8(ascii: "!") && handle.utf8.last == UInt8(ascii: "!")
        guard isHandle, !prefix.isEmpty, tags.define(handle, prefix) else {
            throw scanner.failure(.malformed, at: start, "'%TAG !handle! prefix', each handle once a document")
        }
    }
}
