/// Fills arenas from the events of a YAML text, a document at a time.
struct YAMLComposer {
    var parser: YAMLParser
    let limits: DocumentLimits
    var cells: [Document.Cell] = []
    var open: [OpenCollection] = []
    var anchors = YAMLAnchors()
    private var keys = DuplicateKeys()

    /// A collection whose end was not met yet.
    struct OpenCollection {
        let cell: Int
        let isMapping: Bool
        let anchor: Range<Int>
        var awaitsKey: Bool
        /// Levels of nesting below it so far.
        var height = 0
    }

    init(source: [UInt8], limits: DocumentLimits) {
        parser = YAMLParser(source: source, limits: limits)
        self.limits = limits
        cells.reserveCapacity(source.count / 24 + 8)
    }

    var source: [UInt8] { parser.scanner.source }

    /// The next document of the stream, or nil behind the last.
    mutating func nextDocument() throws(SyntaxFailure) -> Document? {
        guard try parser.next().kind == .documentStart else { return nil }
        while true {
            let event = try parser.next()
            guard event.kind != .documentEnd else { break }
            try receive(event)
        }
        let document = Document(source: source, cells: cells, texts: parser.scanner.texts)
        cells = []
        anchors = YAMLAnchors()
        parser.scanner.texts = []
        return document
    }

    private mutating func receive(_ event: YAMLEvent) throws(SyntaxFailure) {
        switch event.kind {
        case .scalar: try scalar(event)
        case .alias: try alias(event)
        case .sequenceStart: try begin(.array, event)
        case .mappingStart: try begin(.object, event)
        default: try end(event)
        }
    }

    var awaitsKey: Bool { open.last?.awaitsKey ?? false }

    /// Counts a value, or a key, in the collection around it.
    mutating func count() {
        guard let last = open.indices.last else { return }
        if !open[last].awaitsKey { cells[open[last].cell].tag += 1 << Document.Cell.countShift }
        if open[last].isMapping { open[last].awaitsKey.toggle() }
    }

    mutating func append(_ cell: Document.Cell) throws(SyntaxFailure) {
        guard cells.count < limits.nodes else { throw tooMany(at: Int(cell.position)) }
        cells.append(cell)
    }
}

// MARK: - Collections

extension YAMLComposer {
    private mutating func begin(_ kind: Document.Kind, _ event: YAMLEvent) throws(SyntaxFailure) {
        guard !awaitsKey else { throw complexKey(event) }
        try checkTag(of: event, isMapping: kind == .object)
        count()
        open.append(
            OpenCollection(
                cell: cells.count,
                isMapping: kind == .object,
                anchor: event.properties.anchor,
                awaitsKey: kind == .object
            )
        )
        if event.properties.hasAnchor { anchors.begin(source[event.properties.anchor]) }
        try append(.init(kind, position: event.position, length: 0))
    }

    private mutating func end(_ event: YAMLEvent) throws(SyntaxFailure) {
        let closed = open.removeLast()
        let start = Int(cells[closed.cell].position)
        cells[closed.cell].length = UInt32(truncatingIfNeeded: max(event.end - start, 0))
        cells[closed.cell].link = UInt32(truncatingIfNeeded: cells.count)
        if closed.isMapping { try checkKeys(of: closed.cell) }
        raise(to: closed.height + 1)
        if !closed.anchor.isEmpty {
            anchors.define(source[closed.anchor], closed.cell..<cells.count, height: closed.height + 1)
        }
    }

    mutating func raise(to height: Int) {
        guard let last = open.indices.last else { return }
        open[last].height = max(open[last].height, height)
    }

    private mutating func checkKeys(of container: Int) throws(SyntaxFailure) {
        let twice = keys.duplicate(in: container, of: cells, source: source, texts: parser.scanner.texts)
        guard let twice else { return }
        let key = Document(source: source, cells: [cells[twice]], texts: parser.scanner.texts).root
        throw SyntaxFailure(
            .duplicateKey,
            atByte: Int(cells[twice].position),
            of: source,
            expected: "each key once in its mapping",
            found: "'\(key.text.prefix(80))' again"
        )
    }

    private func checkTag(of event: YAMLEvent, isMapping: Bool) throws(SyntaxFailure) {
        guard let tag = coreTag(of: event), tag != (isMapping ? "map" : "seq") else { return }
        guard ["str", "int", "float", "bool", "null", "map", "seq"].contains(tag) else { return }
        throw parser.scanner.failure(.malformed, at: event.position, "a value that is what its tag !!\(tag) says")
    }

    /// The last part of a tag of the core schema, or nil.
    func coreTag(of event: YAMLEvent) -> Substring? {
        guard let index = event.properties.tag else { return nil }
        let name = parser.tags.names[index]
        return name.hasPrefix(YAMLTags.core) ? name.dropFirst(YAMLTags.core.count) : nil
    }
}

// MARK: - Failures

extension YAMLComposer {
    func complexKey(_ event: YAMLEvent) -> SyntaxFailure {
        parser.scanner.failure(.unrepresentable, at: event.position, "a scalar as key; JSON has no others")
    }

    func tooMany(at offset: Int) -> SyntaxFailure {
        exceeded("at most \(limits.nodes) values (limit nodes)", at: offset)
    }

    func exceeded(_ expected: String, at offset: Int) -> SyntaxFailure {
        SyntaxFailure(.limit, atByte: offset, of: source, expected: expected, found: "more")
    }
}
