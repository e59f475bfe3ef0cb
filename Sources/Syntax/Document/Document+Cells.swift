/// Reading by index, for code that looks at every value: nothing is counted, and no text is copied.
///
/// The indexes are those that ``Node/index`` tells; the members of an object are keys and values by turns.
extension Document {
    /// What the value or key at an index is.
    public func kind(at index: Int) -> Kind { cells[index].kind }

    /// Index of the cell behind a value and all that it contains.
    public func end(of index: Int) -> Int {
        let cell = cells[index]
        return cell.isContainer ? Int(cell.link) : index + 1
    }

    /// Members of an object, elements of an array, 0 for a scalar.
    public func count(at index: Int) -> Int {
        let cell = cells[index]
        return cell.isContainer ? cell.count : 0
    }

    /// Lends the UTF-8 of a string or number with escapes resolved; nothing for other kinds.
    public func withText<Outcome>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Outcome) -> Outcome {
        let cell = cells[index]
        if cell.isDetached { return Self.lend(texts, Int(cell.link), Int(cell.length), body) }
        switch cell.kind {
        case .number: return Self.lend(source, Int(cell.position), Int(cell.length), body)
        case .string where cell.isEscaped:
            return JSONEscapes.resolved(self[index].raw.dropFirst().dropLast()).withUnsafeBufferPointer(body)
        case .string:
            let quotes = cell.isUnquoted ? 0 : 1
            return Self.lend(source, Int(cell.position) + quotes, Int(cell.length) - 2 * quotes, body)
        default: return body(UnsafeBufferPointer(start: nil, count: 0))
        }
    }

    private static func lend<Outcome>(
        _ text: [UInt8],
        _ offset: Int,
        _ length: Int,
        _ body: (UnsafeBufferPointer<UInt8>) -> Outcome
    ) -> Outcome {
        text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[offset..<(offset + length)])) }
    }
}
