/// A cursor on one value of a document.
///
/// Reading costs nothing but the look-up: no value is copied until its text is asked for.
public struct Node: Sendable {
    /// The document that the value is part of.
    public let document: Document
    /// Index of the value's cell; unique within the document, ascending in the order of the text.
    public let index: Int

    init(document: Document, index: Int) {
        self.document = document
        self.index = index
    }

    var cell: Document.Cell { document.cells[index] }

    /// What the value is.
    public var kind: Document.Kind { cell.kind }

    /// Index of the cell behind this value and all that it contains.
    public var endIndex: Int { cell.isContainer ? Int(cell.link) : index + 1 }

    /// Members of an object, elements of an array, 0 for a scalar.
    public var count: Int { cell.isContainer ? cell.count : 0 }

    /// Where the value begins.
    public var position: SourcePosition {
        let node = written
        return node.document.position(ofByte: Int(node.cell.position))
    }

    /// Index in the source of the value's first byte.
    public var byteOffset: Int { Int(cell.position) }

    /// Whether this is an object.
    public var isObject: Bool { kind == .object }
    /// Whether this is an array.
    public var isArray: Bool { kind == .array }
    /// Whether this is a string.
    public var isString: Bool { kind == .string }
    /// Whether this is a number.
    public var isNumber: Bool { kind == .number }
    /// Whether this is null.
    public var isNull: Bool { kind == .null }

    /// The truth value, or nil if this is none.
    public var bool: Bool? {
        switch kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// The text of a string, or nil if this is none.
    public var string: String? { isString ? text : nil }

    /// The exact number, or nil if this is none.
    public var number: ExactNumber? { isNumber ? ExactNumber(json: bytes) : nil }

    /// The number where it is a whole one that fits, or nil.
    public var int: Int? { number?.int }

    /// The text of a string or number with escapes resolved; empty for other kinds.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The UTF-8 of a string or number with escapes resolved; empty for other kinds.
    public var bytes: ArraySlice<UInt8> {
        let cell = cell
        guard !cell.isContainer else { return [] }
        guard !cell.isDetached else { return document.texts[Int(cell.link)..<Int(cell.link + cell.length)] }
        switch cell.kind {
        case .number: return raw
        case .string where cell.isUnquoted: return raw
        case .string:
            let inside = raw.dropFirst().dropLast()
            return cell.isEscaped ? JSONEscapes.resolved(inside)[...] : inside
        default: return []
        }
    }

    /// The value as it is written, of a scalar whose text stands in the source.
    var raw: ArraySlice<UInt8> { document.source[Int(cell.position)..<Int(cell.position + cell.length)] }
}

extension Node: Hashable {
    /// Whether both are the same place of the same document; ``hasSameValue(as:)`` compares values.
    public static func == (left: Node, right: Node) -> Bool {
        left.index == right.index && left.document === right.document
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(document))
        hasher.combine(index)
    }
}
