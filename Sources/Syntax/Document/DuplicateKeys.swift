/// Finds a key that an object has twice, in time that grows with the number of keys.
struct DuplicateKeys {
    /// Up to here every pair is compared; beyond, a table of hashes is filled.
    private static let pairwise = 8
    private var table: [Int32] = []
    private let seed = TextHash.seed

    /// Index of the cell of the first key that repeats an earlier one, or nil.
    ///
    /// - Parameters:
    ///   - container: Index of the object's cell, whose end is known already.
    ///   - cells: The arena so far.
    ///   - source: The text that keys are slices of.
    ///   - texts: The text of detached keys.
    /// - Returns: The later key's index.
    mutating func duplicate(
        in container: Int,
        of cells: [Document.Cell],
        source: [UInt8],
        texts: [UInt8] = []
    ) -> Int? {
        let count = cells[container].count
        guard count > 1 else { return nil }
        let keys = KeyTexts(cells: cells, source: source, texts: texts)
        return count <= Self.pairwise ? firstPair(in: container, keys) : firstCollision(in: container, count, keys)
    }

    private func firstPair(in container: Int, _ keys: KeyTexts) -> Int? {
        let end = Int(keys.cells[container].link)
        var key = container + 1
        while key < end {
            var earlier = container + 1
            while earlier < key {
                if keys.areEqual(earlier, key) { return key }
                earlier = keys.next(earlier)
            }
            key = keys.next(key)
        }
        return nil
    }

    private mutating func firstCollision(in container: Int, _ count: Int, _ keys: KeyTexts) -> Int? {
        let size = 1 << (Int.bitWidth - (count * 2 - 1).leadingZeroBitCount)
        table.removeAll(keepingCapacity: true)
        table.append(contentsOf: repeatElement(-1, count: size))
        let end = Int(keys.cells[container].link)
        var key = container + 1
        while key < end {
            var slot = keys.hash(key, seed) & (size - 1)
            while table[slot] >= 0 {
                if keys.areEqual(Int(table[slot]), key) { return key }
                slot = (slot + 1) & (size - 1)
            }
            table[slot] = Int32(truncatingIfNeeded: key)
            key = keys.next(key)
        }
        return nil
    }
}

/// The keys of an arena that is still being filled.
private struct KeyTexts {
    let cells: [Document.Cell]
    let source: [UInt8]
    let texts: [UInt8]

    /// Index of the key behind a key's value.
    func next(_ key: Int) -> Int {
        let value = cells[key + 1]
        return value.isContainer ? Int(value.link) : key + 2
    }

    func areEqual(_ left: Int, _ right: Int) -> Bool {
        let (one, other) = (cells[left], cells[right])
        if Self.standsInSource(one), Self.standsInSource(other) {
            guard one.length == other.length else { return false }
            let (from, to) = (Int(one.position), Int(other.position))
            for offset in 0..<Int(one.length) where source[from + offset] != source[to + offset] { return false }
            return true
        }
        return text(one) == text(other)
    }

    /// Whether a key's text is in the source as it is, within quotes.
    private static func standsInSource(_ key: Document.Cell) -> Bool {
        key.tag & (Document.Cell.detached | Document.Cell.escaped | Document.Cell.unquoted) == 0
    }

    func hash(_ key: Int, _ seed: UInt64) -> Int {
        text(cells[key]).withUnsafeBufferPointer { TextHash.hash($0, seed) }
    }

    private func text(_ cell: Document.Cell) -> ArraySlice<UInt8> {
        guard !cell.isDetached else { return texts[Int(cell.link)..<Int(cell.link + cell.length)] }
        let raw = source[Int(cell.position)..<Int(cell.position + cell.length)]
        guard !cell.isUnquoted else { return raw }
        let inside = raw.dropFirst().dropLast()
        return cell.isEscaped ? JSONEscapes.resolved(inside)[...] : inside
    }
}
