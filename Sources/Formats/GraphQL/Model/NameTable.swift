/// A name of a document by its number in the document's ``NameTable``.
struct NameID: Hashable, Sendable {
    /// The number, counted from 0.
    let index: UInt32

    init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }

    /// The number of a word, which is the same in every table.
    init(_ word: Word) { index = word.rawValue }
}

/// Every name of a document once, so that names are compared as numbers.
struct NameTable: Sendable {
    private var text: [UInt8] = []
    /// End of each name in `text`; it begins where the one before ends.
    private var ends: [UInt32] = []
    private var hashes: [UInt32] = []
    /// Number of the name plus one, or 0; a power of two of them.
    private var slots: [UInt32]

    /// A table that has nothing but the words, in their order.
    static let ofWords: NameTable = {
        var table = NameTable()
        for word in Word.allCases {
            let spelling = Array(word.spelling.utf8)
            _ = table.number(of: spelling, 0, spelling.count, hash: hash(of: spelling))
        }
        return table
    }()

    private init() { slots = [UInt32](repeating: 0, count: 512) }

    /// Names that there are.
    var count: Int { ends.count }

    /// The hash that names are entered under, from the hash of the octets before and the next one.
    static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

    /// The hash of no octets.
    static let emptyHash: UInt32 = 2_166_136_261

    private static func hash(of bytes: some Sequence<UInt8>) -> UInt32 { bytes.reduce(emptyHash, hash) }

    /// The number of a name that stands in a text; a new one where it is new.
    mutating func number(of source: [UInt8], _ start: Int, _ end: Int, hash: UInt32) -> NameID {
        var slot = Self.slot(hash, slots.count)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if hashes[index] == hash, isEqual(index, source, start, end) { return NameID(index) }
            slot = (slot + 1) & (slots.count - 1)
        }
        text += source[start..<end]
        ends.append(UInt32(text.count))
        hashes.append(hash)
        slots[slot] = UInt32(ends.count)
        if ends.count * 2 > slots.count { grow() }
        return NameID(ends.count - 1)
    }

    /// The name's number in another table, or nil where that has none.
    func number(of name: NameID, in other: NameTable) -> NameID? {
        let index = Int(name.index)
        let range = range(index)
        return other.find(text, range.lowerBound, range.upperBound, hash: hashes[index])
    }

    /// The number of a text, or nil where there is no such name.
    func number(of name: String) -> NameID? {
        let bytes = Array(name.utf8)
        return find(bytes, 0, bytes.count, hash: Self.hash(of: bytes))
    }

    private func find(_ source: [UInt8], _ start: Int, _ end: Int, hash: UInt32) -> NameID? {
        var slot = Self.slot(hash, slots.count)
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if hashes[index] == hash, isEqual(index, source, start, end) { return NameID(index) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The name's octets.
    subscript(name: NameID) -> ArraySlice<UInt8> { text[range(Int(name.index))] }

    /// The name.
    func spelling(_ name: NameID) -> String { String(decoding: self[name], as: UTF8.self) }

    /// Whether the name begins with two underscores, as those of the specification do.
    func isReserved(_ name: NameID) -> Bool { self[name].starts(with: [UInt8(ascii: "_"), UInt8(ascii: "_")]) }

    /// The place of each name in the order of their octets.
    var ranks: [UInt32] {
        let order = (0..<count).sorted { text[range($0)].lexicographicallyPrecedes(text[range($1)]) }
        var ranks = [UInt32](repeating: 0, count: count)
        for (rank, index) in order.enumerated() { ranks[index] = UInt32(rank) }
        return ranks
    }

    private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }

    private func isEqual(_ index: Int, _ source: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let own = range(index)
        guard own.count == end - start else { return false }
        for step in 0..<own.count where text[own.lowerBound + step] != source[start + step] { return false }
        return true
    }

    private static func slot(_ hash: UInt32, _ count: Int) -> Int {
        Int((hash ^ (hash >> 15)) & UInt32(count - 1))
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (index, hash) in hashes.enumerated() {
            var slot = Self.slot(hash, slots.count)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }
}
