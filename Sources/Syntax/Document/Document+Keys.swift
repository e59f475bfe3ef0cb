import Glibc

extension Document {
    /// The index of a key's cell among the members of an object, or nil if it has none.
    ///
    /// Compilers of contracts ask each object for dozens of keys: nothing is copied or counted here, and most keys are
    /// told apart by their length.
    ///
    /// - Parameters:
    ///   - wanted: The key's UTF-8.
    ///   - start: Index of the first key's cell.
    ///   - end: Index of the cell behind the object.
    /// - Returns: The index; that of the value is the next one.
    func indexOfKey(_ wanted: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        cells.withUnsafeBufferPointer { cells in
            var index = start
            while index < end {
                if isKey(cells[index], wanted, at: index) { return index }
                let value = cells[index + 1]
                index = value.isContainer ? Int(value.link) : index + 2
            }
            return nil
        }
    }

    /// Whether the key at a cell is the one that is wanted.
    func isKey(_ wanted: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool { isKey(cells[index], wanted, at: index) }

    private func isKey(_ cell: Cell, _ wanted: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        if cell.isDetached {
            return cell.length == wanted.count && Self.holds(texts, at: Int(cell.link), wanted)
        }
        guard cell.kind == .string, !cell.isEscaped else {
            return Node(document: self, index: index).bytes.elementsEqual(wanted)
        }
        let quotes = cell.isUnquoted ? 0 : 1
        return Int(cell.length) == wanted.count + 2 * quotes
            && Self.holds(source, at: Int(cell.position) + quotes, wanted)
    }

    private static func holds(_ text: [UInt8], at offset: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        text.withUnsafeBufferPointer { text in
            guard let left = text.baseAddress, let right = wanted.baseAddress else { return wanted.isEmpty }
            return memcmp(left + offset, right, wanted.count) == 0
        }
    }
}
