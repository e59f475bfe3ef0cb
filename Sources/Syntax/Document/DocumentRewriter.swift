/// Makes a document out of the parts of another one, so that two ways to write a thing can be read as one.
///
/// Values are copied or made anew; each keeps its place in the text, and ``Node/written`` tells where it was written.
/// Whoever uses it writes keys and values by turns within objects, and closes what was begun.
public struct DocumentRewriter: Sendable {
    private let document: Document
    private var cells: [Document.Cell] = []
    private var origins: [UInt32] = []
    private var texts: [UInt8]
    private var open: [Int] = []

    /// A rewriter that has written nothing yet.
    public init(of document: Document) {
        self.document = document
        texts = document.texts
        cells.reserveCapacity(document.nodeCount)
        origins.reserveCapacity(document.nodeCount)
    }

    /// How many values and keys have been written.
    public var count: Int { cells.count }

    /// The document, once all that was begun is closed.
    public func finished() -> Document {
        Document(
            source: document.source,
            cells: cells,
            texts: texts,
            origin: .rewritten(document, indices: origins)
        )
    }

    /// Begins an object that stands for a value of the original.
    public mutating func beginObject(at place: Node) { begin(.object, at: place) }

    /// Begins an array that stands for a value of the original.
    public mutating func beginArray(at place: Node) { begin(.array, at: place) }

    private mutating func begin(_ kind: Document.Kind, at place: Node) {
        countValue()
        open.append(cells.count)
        append(Document.Cell(kind, position: place.byteOffset, length: 0), place.index)
    }

    /// Closes what was begun last.
    public mutating func end() {
        guard let container = open.popLast() else { preconditionFailure("nothing is open") }
        cells[container].link = UInt32(truncatingIfNeeded: cells.count)
    }

    /// Writes a key that stands for a value of the original.
    public mutating func key(_ text: String, at place: Node) {
        countKey()
        append(text: text, place)
    }

    /// Copies a key.
    public mutating func key(_ key: Node) {
        countKey()
        append(document.cells[key.index], key.index)
    }

    /// Writes a string that stands for a value of the original.
    public mutating func string(_ text: String, at place: Node) {
        countValue()
        append(text: text, place)
    }

    /// Writes a truth value that stands for a value of the original.
    public mutating func flag(_ flag: Bool, at place: Node) {
        countValue()
        append(Document.Cell(flag ? .true : .false, position: place.byteOffset, length: 0), place.index)
    }

    /// Copies a value with all that it contains.
    public mutating func copy(_ node: Node) {
        countValue()
        let distance = cells.count - node.index
        for index in node.index..<node.endIndex {
            var cell = document.cells[index]
            if cell.isContainer { cell.link = UInt32(truncatingIfNeeded: Int(cell.link) + distance) }
            append(cell, index)
        }
    }

    private mutating func append(_ cell: Document.Cell, _ origin: Int) {
        cells.append(cell)
        origins.append(UInt32(truncatingIfNeeded: origin))
    }

    private mutating func append(text: String, _ place: Node) {
        let bytes = Array(text.utf8)
        let cell = Document.Cell(
            .string,
            position: place.byteOffset,
            length: bytes.count,
            link: texts.count,
            flags: Document.Cell.detached
        )
        texts += bytes
        append(cell, place.index)
    }

    private mutating func countKey() {
        guard let container = open.last else { preconditionFailure("a key stands in an object") }
        cells[container].tag += 1 << Document.Cell.countShift
    }

    private mutating func countValue() {
        guard let container = open.last, cells[container].kind == .array else { return }
        cells[container].tag += 1 << Document.Cell.countShift
    }
}

extension Document {
    /// What a document was made of.
    enum Origin: Sendable {
        /// Parts of one document, with the index there for each cell here.
        case rewritten(Document, indices: [UInt32])
        /// Whole documents, each with the index of its first cell here.
        case joined([(start: Int, document: Document)])

        /// The value that a cell was.
        func node(at index: Int) -> Node {
            switch self {
            case .rewritten(let document, let indices): return Node(document: document, index: Int(indices[index]))
            case .joined(let parts):
                let part = parts[(parts.firstIndex { $0.start > index } ?? parts.count) - 1]
                let inner = index - part.start
                return Node(document: part.document, index: inner < part.document.nodeCount ? inner : 0)
            }
        }
    }
}

extension Node {
    /// The value where it was written: this one, unless its document was made out of others' parts.
    public var written: Node {
        var node = self
        while let origin = node.document.origin { node = origin.node(at: node.index) }
        return node
    }
}
