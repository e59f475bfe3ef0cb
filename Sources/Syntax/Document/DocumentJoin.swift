/// Makes one document out of several, so that what leads from one to another can be followed within it.
///
/// The first document stays what it was, and its root gets one more member: an object that holds the others by their
/// names. Each value keeps its place in the text, and ``Node/written`` tells in which document it was written.
public struct DocumentJoin: Sendable {
    /// A document with the strings that stand for others in it.
    public struct Part: Sendable {
        let name: String
        let document: Document
        let texts: [Int: String]

        /// A part.
        ///
        /// - Parameters:
        ///   - name: The key of a document that is not the first.
        ///   - document: The document.
        ///   - texts: What stands in place of some of its strings, by their index.
        public init(_ name: String, _ document: Document, texts: [Int: String]) {
            self.name = name
            self.document = document
            self.texts = texts
        }
    }

    private var source: [UInt8] = []
    private var cells: [Document.Cell] = []
    private var texts: [UInt8] = []
    private var origins: [(start: Int, document: Document)] = []

    private init() {}

    /// The documents as one.
    ///
    /// - Parameters:
    ///   - home: The document whose root is an object, which becomes that of all.
    ///   - others: The further documents, in the order in which they are listed.
    ///   - key: The name of the member that holds them; the root has none of that name.
    /// - Returns: One document with the values of all.
    /// - Complexity: O(size of all documents).
    public static func joined(_ home: Part, with others: [Part], under key: String) -> Document {
        var join = DocumentJoin()
        join.append(home)
        join.key(key)
        let holder = join.cells.count
        join.cells.append(Document.Cell(.object, position: 0, length: 0))
        for part in others {
            join.key(part.name)
            join.append(part)
        }
        join.close(holder, count: others.count)
        join.close(0, count: 1)
        return Document(source: join.source, cells: join.cells, texts: join.texts, origin: .joined(join.origins))
    }

    private mutating func close(_ container: Int, count: Int) {
        cells[container].link = UInt32(truncatingIfNeeded: cells.count)
        cells[container].tag += UInt32(truncatingIfNeeded: count) << Document.Cell.countShift
    }

    private mutating func key(_ text: String) { cells.append(string(text, position: 0)) }

    private mutating func string(_ text: String, position: Int) -> Document.Cell {
        let start = texts.count
        texts += text.utf8
        return Document.Cell(
            .string,
            position: position,
            length: texts.count - start,
            link: start,
            flags: Document.Cell.detached
        )
    }

    private mutating func append(_ part: Part) {
        let (bytes, letters, first) = (source.count, texts.count, cells.count)
        let document = part.document
        origins.append((first, document))
        source += document.source
        texts += document.texts
        for var cell in document.cells {
            cell.position += UInt32(truncatingIfNeeded: bytes)
            if cell.isContainer {
                cell.link += UInt32(truncatingIfNeeded: first)
            } else if cell.isDetached {
                cell.link += UInt32(truncatingIfNeeded: letters)
            }
            cells.append(cell)
        }
        for (index, text) in part.texts.sorted(by: { $0.key < $1.key }) {
            cells[first + index] = string(text, position: Int(cells[first + index].position))
        }
    }
}
