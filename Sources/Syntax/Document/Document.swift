internal import Synchronization

/// A parsed text: an arena of cells in the order in which the values stand, over the bytes that they were read from.
///
/// JSON and YAML give the same arena. A value never moves and never changes, so a document may be read from any thread.
public final class Document: Sendable {
    /// One value or key, 16 bytes.
    ///
    /// | bytes | meaning |
    /// |---|---|
    /// | 0–3 | where the value begins in the source |
    /// | 4–7 | length of its text: in the source, or in `texts` if detached |
    /// | 8–11 | containers: index of the cell behind the sub-tree; detached scalars: offset of the text in `texts` |
    /// | 12–15 | kind (low 8 bits) and flags; for containers the number of members above bit 8 |
    struct Cell: Sendable {
        var position: UInt32
        var length: UInt32
        var link: UInt32
        var tag: UInt32

        static let kindMask: UInt32 = 0xFF
        /// The text is not a slice of the source but lies in `texts`, ready to use.
        static let detached: UInt32 = 1 << 8
        /// The text is the inside of a JSON string that has escapes.
        static let escaped: UInt32 = 1 << 9
        /// The text is a slice of the source without quotes around it.
        static let unquoted: UInt32 = 1 << 10
        static let countShift: UInt32 = 8

        init(_ kind: Kind, position: Int, length: Int, link: Int = 0, flags: UInt32 = 0) {
            self.position = UInt32(truncatingIfNeeded: position)
            self.length = UInt32(truncatingIfNeeded: length)
            self.link = UInt32(truncatingIfNeeded: link)
            tag = UInt32(kind.rawValue) | flags
        }

        var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: tag)) ?? .null }
        var isContainer: Bool { tag & Self.kindMask >= UInt32(Kind.array.rawValue) }
        var count: Int { Int(tag >> Self.countShift) }
        var isDetached: Bool { !isContainer && tag & Self.detached != 0 }
        var isEscaped: Bool { !isContainer && tag & Self.escaped != 0 }
        var isUnquoted: Bool { !isContainer && tag & Self.unquoted != 0 }
    }

    /// What a value is.
    public enum Kind: UInt8, Sendable {
        case null
        case `false`
        case `true`
        case number
        case string
        case array
        case object
    }

    /// The bytes that were read.
    public let source: [UInt8]
    let cells: [Cell]
    /// Scalars whose text differs from how it is written (YAML folding, escapes, hexadecimal numbers).
    let texts: [UInt8]
    /// Where the values were written, for a document that was made out of another's parts.
    let origin: Origin?
    /// The name of its file, where it is one of several that belong together.
    public let name: String?
    private let lines = Mutex<SourceLines?>(nil)
    /// By the cells of large containers that were asked for a child, nil of those that were asked once.
    private let children = Mutex<[Int: ChildIndex?]>([:])

    init(source: [UInt8], cells: [Cell], texts: [UInt8] = [], origin: Origin? = nil, name: String? = nil) {
        self.source = source
        self.cells = cells
        self.texts = texts
        self.origin = origin
        self.name = name
    }

    /// The same document under the name of its file.
    public func named(_ name: String) -> Document {
        Document(source: source, cells: cells, texts: texts, origin: origin, name: name)
    }

    /// The value that the whole text is.
    public var root: Node { Node(document: self, index: 0) }

    /// The value or key at an index that ``Node/index`` told.
    public subscript(index: Int) -> Node { Node(document: self, index: index) }

    /// How many values and keys there are.
    public var nodeCount: Int { cells.count }

    /// Memory of the tree beside the source, in bytes.
    public var treeBytes: Int { cells.count * MemoryLayout<Cell>.stride + texts.count }

    /// The children of a large container, once it has been asked twice for one; else it is read through.
    func childIndex(of container: Node) -> ChildIndex? {
        guard container.count >= ChildIndex.least else { return nil }
        return children.withLock { children in
            guard let known = children[container.index] else {
                children[container.index] = .some(nil)
                return nil
            }
            if let known { return known }
            let index = ChildIndex(of: container)
            children[container.index] = index
            return index
        }
    }

    /// The line and column of a byte.
    ///
    /// - Complexity: O(log lines), however long the lines are; the first call reads the whole text once.
    public func position(ofByte offset: Int) -> SourcePosition {
        let lines = lines.withLock { lines in
            let known = lines ?? SourceLines(of: source)
            lines = known
            return known
        }
        return lines.position(ofByte: min(offset, source.count), in: source)
    }
}
