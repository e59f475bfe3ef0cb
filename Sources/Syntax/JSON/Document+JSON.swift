extension Document {
    /// A value that a program made, as a document that stands in no text.
    public convenience init(_ value: JSON) {
        var arena = JSONArena()
        arena.append(value)
        self.init(source: [], cells: arena.cells, texts: arena.texts)
    }
}

/// Lays out the cells of a value whose texts are all detached.
private struct JSONArena {
    private(set) var cells: [Document.Cell] = []
    private(set) var texts: [UInt8] = []

    mutating func append(_ value: JSON) {
        switch value {
        case .null: cells.append(Document.Cell(.null, position: 0, length: 0))
        case .bool(let flag): cells.append(Document.Cell(flag ? .true : .false, position: 0, length: 0))
        case .number(let number): append(.number, number.description)
        case .string(let text): append(.string, text)
        case .array(let elements):
            let container = begin(.array, elements.count)
            for element in elements { append(element) }
            end(container)
        case .object(let members):
            let container = begin(.object, members.count)
            for member in members {
                append(.string, member.key)
                append(member.value)
            }
            end(container)
        }
    }

    private mutating func append(_ kind: Document.Kind, _ text: String) {
        let start = texts.count
        texts.append(contentsOf: text.utf8)
        let length = texts.count - start
        cells.append(
            Document.Cell(kind, position: 0, length: length, link: start, flags: Document.Cell.detached)
        )
    }

    private mutating func begin(_ kind: Document.Kind, _ count: Int) -> Int {
        cells.append(Document.Cell(kind, position: 0, length: 0))
        cells[cells.count - 1].tag += UInt32(truncatingIfNeeded: count) << Document.Cell.countShift
        return cells.count - 1
    }

    private mutating func end(_ container: Int) {
        cells[container].link = UInt32(truncatingIfNeeded: cells.count)
    }
}
