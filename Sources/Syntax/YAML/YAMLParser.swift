/// Turns a YAML text into events, one after the other.
///
/// What is open is kept on a stack of its own, so that nesting costs no stack of the machine.
struct YAMLParser {
    /// What is open, and what is expected in it; the number is the column of a block collection.
    enum Frame {
        case sequence(Int)
        case mapping(Int)
        /// Behind the key of `? key`: a `:` in the same column, or nothing.
        case explicitValue(Int)
        /// Behind a key in brackets: a `:` on the same line.
        case colon(Int)
        /// Behind the `:` of a key.
        case value(Int)
        case flowSequence
        case flowSequenceNext
        case flowMapping
        case flowMappingKey
        case flowMappingColon
        case flowMappingNext
        case flowValue
        /// A pair that stands in a sequence without braces: its `:`, and its end.
        case flowPairColon
        case flowPairEnd
    }

    /// Where in the stream the parser is.
    enum Place {
        case beforeDocument
        /// A block collection may begin on the line of a bare document, but not on that of a marker.
        case atContent(mayBegin: Bool)
        case behindContent
        case atEnd
    }

    var scanner: YAMLScanner
    let limits: DocumentLimits
    var frames: [Frame] = []
    var place = Place.beforeDocument
    /// Index behind the last byte of the last value.
    var contentEnd = 0
    /// Whether the last value was quoted or in brackets, so that a `:` may touch it.
    var isJSONLike = false
    var tags = YAMLTags()
    private var depth = 0
    private var pending: [YAMLEvent] = []
    private var delivered = 0

    /// A parser of a text whose octets are checked already.
    init(source: [UInt8], limits: DocumentLimits) {
        scanner = YAMLScanner(source: source)
        self.limits = limits
    }

    /// The next event; behind the last document `streamEnd`, again and again.
    mutating func next() throws(SyntaxFailure) -> YAMLEvent {
        while delivered == pending.count {
            pending.removeAll(keepingCapacity: true)
            delivered = 0
            try step()
        }
        delivered += 1
        return pending[delivered - 1]
    }

    private mutating func step() throws(SyntaxFailure) {
        guard let frame = frames.last else { return try documentStep() }
        switch frame {
        case .sequence(let column): try sequenceEntry(column)
        case .mapping(let column): try mappingEntry(column)
        case .explicitValue(let column): try explicitValue(column)
        case .colon(let column): try colonBehindKey(column)
        case .value(let column): try value(column)
        default: try flowStep(frame)
        }
    }
}

// MARK: - Emitting

extension YAMLParser {
    mutating func emit(_ event: YAMLEvent) {
        pending.append(event)
        switch event.kind {
        case .scalar, .alias, .sequenceEnd, .mappingEnd: contentEnd = max(contentEnd, event.end)
        default: break
        }
    }

    mutating func emit(_ scalar: YAMLScalar, _ properties: YAMLProperties) {
        var event = YAMLEvent(.scalar, scalar.style, from: scalar.position, to: scalar.end)
        event.text = scalar.text
        event.isDetached = scalar.isDetached
        event.properties = properties
        isJSONLike = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
        emit(event)
    }

    /// Emits the empty text, which is null.
    mutating func emitEmpty(_ properties: YAMLProperties, at position: Int) {
        let scalar = YAMLScalar(
            style: .plain,
            position: position,
            end: position,
            text: position..<position,
            isDetached: false,
            isOnOneLine: true
        )
        emit(scalar, properties)
    }

    /// Opens a collection.
    mutating func begin(
        _ kind: YAMLEvent.Kind,
        _ style: YAMLEvent.Style,
        at position: Int,
        _ properties: YAMLProperties
    ) throws(SyntaxFailure) {
        guard depth < limits.depth else {
            throw SyntaxFailure(
                .limit,
                atByte: position,
                of: scanner.source,
                expected: "at most \(limits.depth) levels of nesting (limit depth)",
                found: "more"
            )
        }
        depth += 1
        var event = YAMLEvent(kind, style, from: position, to: position)
        event.properties = properties
        emit(event)
    }

    /// Closes the innermost collection, whose frame goes with it.
    mutating func end(_ kind: YAMLEvent.Kind, _ style: YAMLEvent.Style, at end: Int) {
        depth -= 1
        frames.removeLast()
        emit(YAMLEvent(kind, style, from: end, to: end))
    }

    /// Puts another expectation in the place of the innermost one.
    mutating func expect(_ frame: Frame) { frames[frames.count - 1] = frame }
}
