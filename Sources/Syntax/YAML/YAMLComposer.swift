/// Fills arenas from the events of a YAML text, a document at a time.
struct YAMLComposer {
    private var parser: YAMLParser
    private let limits: DocumentLimits
    private var cells: [Document.Cell] = []
    private var open: [OpenCollection] = []
    private var anchors = YAMLAnchors()
    private var keys = DuplicateKeys()

    /// A collection whose end was not met yet.
    private struct OpenCollection {
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

    private var source: [UInt8] { parser.scanner.source }

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

    private var awaitsKey: Bool { open.last?.awaitsKey ?? false }

    /// Counts a value, or a key, in the collection around it.
    private mutating func count() {
        guard let last = open.indices.last else { return }
        if !open[last].awaitsKey { cells[open[last].cell].tag += 1 << Document.Cell.countShift }
        if open[last].isMapping { open[last].awaitsKey.toggle() }
    }

    private mutating func append(_ cell: Document.Cell) throws(SyntaxFailure) {
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

    private mutating func raise(to height: Int) {
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
    private func coreTag(of event: YAMLEvent) -> Substring? {
        guard let index = event.properties.tag else { return nil }
        let name = parser.tags.names[index]
        return name.hasPrefix(YAMLTags.core) ? name.dropFirst(YAMLTags.core.count) : nil
    }
}

// MARK: - Scalars

extension YAMLComposer {
    private mutating func scalar(_ event: YAMLEvent) throws(SyntaxFailure) {
        let isKey = awaitsKey
        count()
        let start = cells.count
        let cell = isKey ? try string(event) : try value(event)
        try append(cell)
        if event.properties.hasAnchor {
            anchors.define(source[event.properties.anchor], start..<(start + 1), height: 0)
        }
    }

    private func text(of event: YAMLEvent) -> ArraySlice<UInt8> {
        event.isDetached ? parser.scanner.texts[event.text] : source[event.text]
    }

    private mutating func value(_ event: YAMLEvent) throws(SyntaxFailure) -> Document.Cell {
        guard let index = event.properties.tag else {
            return event.style == .plain ? try untagged(event) : try string(event)
        }
        // The non-specific tag makes a string of any scalar.
        guard parser.tags.names[index] != "!" else { return try string(event) }
        guard let tag = coreTag(of: event), let wanted = Self.wanted(tag) else {
            return event.style == .plain ? try untagged(event) : try string(event)
        }
        guard tag != "str" else { return try string(event) }
        let meaning = CoreSchema.meaning(of: text(of: event))
        guard wanted(meaning) else {
            throw parser.scanner.failure(.malformed, at: event.position, "a value that is what its tag !!\(tag) says")
        }
        return try cell(for: meaning, event)
    }

    /// Which meanings a scalar with a tag may have; nil for tags that are passed over.
    private static func wanted(_ tag: Substring) -> ((CoreSchema.Meaning) -> Bool)? {
        switch tag {
        case "null": { $0 == .null }
        case "bool": { $0 == .bool(true) || $0 == .bool(false) }
        case "int", "float": { $0 == .number || $0 == .foreignNumber || $0 == .notFinite }
        case "str": { _ in true }
        case "map", "seq": { _ in false }
        default: nil
        }
    }

    private mutating func untagged(_ event: YAMLEvent) throws(SyntaxFailure) -> Document.Cell {
        try cell(for: CoreSchema.meaning(of: text(of: event)), event)
    }

    private mutating func cell(for meaning: CoreSchema.Meaning, _ event: YAMLEvent) throws(SyntaxFailure)
        -> Document.Cell
    {
        switch meaning {
        case .null: plain(.null, event)
        case .bool(let value): plain(value ? .true : .false, event)
        case .number, .foreignNumber: try number(event, isForeign: meaning == .foreignNumber)
        case .notFinite:
            throw parser.scanner.failure(.unrepresentable, at: event.position, "a finite number; JSON has no others")
        case .string: try string(event)
        }
    }

    private func plain(_ kind: Document.Kind, _ event: YAMLEvent) -> Document.Cell {
        Document.Cell(kind, position: event.position, length: event.end - event.position)
    }

    private mutating func number(_ event: YAMLEvent, isForeign: Bool) throws(SyntaxFailure) -> Document.Cell {
        let text = text(of: event)
        guard text.count <= limits.numberBytes else {
            throw exceeded("a number of at most \(limits.numberBytes) bytes (limit numberBytes)", at: event.position)
        }
        guard isForeign || event.isDetached || event.style != .plain else { return plain(.number, event) }
        let json = isForeign ? CoreNumber.json(text) : Array(text)
        let offset = parser.scanner.texts.count
        parser.scanner.texts += json
        return detached(.number, event, offset..<(offset + json.count))
    }

    private func string(_ event: YAMLEvent) throws(SyntaxFailure) -> Document.Cell {
        guard event.text.count <= limits.stringBytes else {
            throw exceeded("a string of at most \(limits.stringBytes) bytes (limit stringBytes)", at: event.position)
        }
        if event.isDetached { return detached(.string, event, event.text) }
        let isPlain = event.style == .plain
        return Document.Cell(
            .string,
            position: event.position,
            length: event.end - event.position,
            flags: isPlain ? Document.Cell.unquoted : 0
        )
    }

    private func detached(_ kind: Document.Kind, _ event: YAMLEvent, _ text: Range<Int>) -> Document.Cell {
        Document.Cell(
            kind,
            position: event.position,
            length: text.count,
            link: text.lowerBound,
            flags: Document.Cell.detached
        )
    }
}

// MARK: - Aliases

extension YAMLComposer {
    /// Copies what an alias stands for.
    private mutating func alias(_ event: YAMLEvent) throws(SyntaxFailure) {
        guard let target = anchors.target(of: source[event.text]) else {
            throw parser.scanner.failure(.alias, at: event.position, "an anchor of this name before, that has ended")
        }
        guard open.count + target.height <= limits.depth else {
            throw exceeded("at most \(limits.depth) levels of nesting (limit depth)", at: event.position)
        }
        guard cells.count + target.cells.count <= limits.nodes else { throw tooMany(at: event.position) }
        guard anchors.mayExpand(by: target.cells.count, of: cells.count) else {
            throw parser.scanner.failure(.alias, at: event.position, "aliases that stand for less: \(YAMLAnchors.rule)")
        }
        if awaitsKey { return try keyAlias(target, event) }
        count()
        raise(to: target.height)
        let distance = UInt32(truncatingIfNeeded: cells.count - target.cells.lowerBound)
        for index in target.cells {
            var cell = cells[index]
            if cell.isContainer { cell.link += distance }
            cells.append(cell)
        }
    }

    /// Adds a scalar that an alias stands for as a key.
    private mutating func keyAlias(_ target: YAMLAnchors.Target, _ event: YAMLEvent) throws(SyntaxFailure) {
        var cell = cells[target.cells.lowerBound]
        guard !cell.isContainer else { throw complexKey(event) }
        if cell.kind != .string {
            cell.tag = cell.tag & ~Document.Cell.kindMask | UInt32(Document.Kind.string.rawValue)
            if !cell.isDetached { cell.tag |= Document.Cell.unquoted }
        }
        count()
        cells.append(cell)
    }
}

// MARK: - Failures

extension YAMLComposer {
    private func complexKey(_ event: YAMLEvent) -> SyntaxFailure {
        parser.scanner.failure(.unrepresentable, at: event.position, "a scalar as key; JSON has no others")
    }

    private func tooMany(at offset: Int) -> SyntaxFailure {
        exceeded("at most \(limits.nodes) values (limit nodes)", at: offset)
    }

    private func exceeded(_ expected: String, at offset: Int) -> SyntaxFailure {
        SyntaxFailure(.limit, atByte: offset, of: source, expected: expected, found: "more")
    }
}
