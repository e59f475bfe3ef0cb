/// Scalars: what each stands for, and where its text lies.
extension YAMLComposer {
    mutating func scalar(_ event: YAMLEvent) throws(SyntaxFailure) {
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
