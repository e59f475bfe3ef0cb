import Glibc

/// A name of one schema: of a field, a type, a symbol or a namespace.
///
/// Equal numbers of one table are equal names; numbers of two tables say nothing about each other.
struct NameID: Hashable, Sendable {
    let index: Int

    init(_ index: Int) { self.index = index }
}

/// The names of a schema, each kept once.
///
/// Hashes are seeded anew for each process, so that nobody can choose names that collide, and are the same in all
/// tables of a process, so that names of two tables are told apart without reading them.
struct NameTable: Sendable {
    private struct Entry: Sendable {
        let offset: UInt32
        let length: UInt32
        let hash: UInt64
    }

    private static let seed = UInt64.random(in: .min ... .max)
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// Index of the entry plus one, or 0; a power of two of them, at most half taken.
    private var slots: [UInt32] = [UInt32](repeating: 0, count: 64)

    /// How many names there are.
    var count: Int { entries.count }

    /// The number of a name, which is added where it is new.
    mutating func intern(_ text: ArraySlice<UInt8>) -> NameID {
        let hash = Self.hash(text)
        let (slot, known) = place(of: text, hash)
        if let known { return known }
        let entry = Entry(offset: UInt32(bytes.count), length: UInt32(text.count), hash: hash)
        bytes += text
        entries.append(entry)
        slots[slot] = UInt32(entries.count)
        if entries.count * 2 > slots.count { grow() }
        return NameID(entries.count - 1)
    }

    /// The number of a name that another table has; nil where this one has it not.
    func id(of name: NameID, in other: NameTable) -> NameID? {
        let entry = other.entries[name.index]
        return place(of: other.utf8(name), entry.hash).known
    }

    /// Whether a name of this table and one of another are the same.
    func has(_ name: NameID, as theirs: NameID, of other: NameTable) -> Bool {
        let (mine, yours) = (entries[name.index], other.entries[theirs.index])
        guard mine.hash == yours.hash, mine.length == yours.length else { return false }
        return Self.areEqual(bytes, Int(mine.offset), other.bytes, Int(yours.offset), count: Int(mine.length))
    }

    /// The UTF-8 of a name.
    func utf8(_ name: NameID) -> ArraySlice<UInt8> {
        let entry = entries[name.index]
        return bytes[Int(entry.offset)..<Int(entry.offset + entry.length)]
    }

    /// The text of a name.
    func text(_ name: NameID) -> String { String(decoding: utf8(name), as: UTF8.self) }

    private func place(of text: ArraySlice<UInt8>, _ hash: UInt64) -> (slot: Int, known: NameID?) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            let entry = entries[index]
            if entry.hash == hash, Int(entry.length) == text.count, isEqual(entry, text) {
                return (slot, NameID(index))
            }
            slot = (slot + 1) & mask
        }
        return (slot, nil)
    }

    private func isEqual(_ entry: Entry, _ text: ArraySlice<UInt8>) -> Bool {
        text.withUnsafeBytes { text in
            bytes.withUnsafeBytes { bytes in
                guard let left = bytes.baseAddress, let right = text.baseAddress else { return text.isEmpty }
                return memcmp(left + Int(entry.offset), right, text.count) == 0
            }
        }
    }

    private static func areEqual(_ left: [UInt8], _ from: Int, _ right: [UInt8], _ to: Int, count: Int) -> Bool {
        left.withUnsafeBytes { left in
            right.withUnsafeBytes { right in
                guard let one = left.baseAddress, let other = right.baseAddress else { return count == 0 }
                return memcmp(one + from, other + to, count) == 0
            }
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        let mask = slots.count - 1
        for (index, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// A hash of the text, eight octets at a time.
    private static func hash(_ text: ArraySlice<UInt8>) -> UInt64 {
        text.withUnsafeBytes { bytes in
            var hash = seed ^ UInt64(bytes.count)
            var offset = 0
            while offset + 8 <= bytes.count {
                hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset += 8
            }
            var rest: UInt64 = 0
            while offset < bytes.count {
                rest = rest << 8 | UInt64(bytes[offset])
                offset += 1
            }
            return mixed(hash ^ rest)
        }
    }

    /// Both halves of the product with an odd constant, folded.
    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
