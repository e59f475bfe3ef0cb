/// Every name of a schema once, so that names compare as numbers.
struct NameTable: Sendable {
    /// The bytes of all names one after the other.
    private(set) var bytes: [UInt8] = []
    private var ends: [Int32] = []
    private var hashes: [UInt32] = []
    private var slots: [Int32] = Array(repeating: -1, count: 512)

    private static let seed: UInt32 = 2_166_136_261

    /// A table whose name 0 is the empty one.
    init() { _ = intern([]) }

    /// How many names there are.
    var count: Int { ends.count }

    /// The bytes of a name.
    func range(_ name: Int) -> Range<Int> { (name == 0 ? 0 : Int(ends[name - 1]))..<Int(ends[name]) }

    /// A name as text.
    func text(_ name: Int) -> String { String(decoding: bytes[range(name)], as: UTF8.self) }

    /// The number of a name, which is new where it was not there.
    mutating func intern(_ name: [UInt8]) -> Int { intern(name, 0..<name.count) }

    /// The number of a name that stands in a text.
    mutating func intern(_ source: [UInt8], _ range: Range<Int>) -> Int {
        var hash = Self.seed
        for place in range { hash = (hash ^ UInt32(source[place])) &* 16_777_619 }
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let name = Int(slots[slot])
            if hashes[name] == hash, equals(name, source, range) { return name }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes.append(contentsOf: source[range])
        return insert(hash, at: slot)
    }

    /// The number of `scope.name`, or of `name` alone where the scope is empty.
    mutating func intern(_ scope: Int, dot name: Int) -> Int {
        guard scope != 0 else { return name }
        let (slot, hash) = place(of: scope, dot: name)
        guard slots[slot] < 0 else { return Int(slots[slot]) }
        for place in range(scope) { bytes.append(bytes[place]) }
        bytes.append(UInt8(ascii: "."))
        for place in range(name) { bytes.append(bytes[place]) }
        return insert(hash, at: slot)
    }

    /// The number of `scope.name` where there is such a name.
    func find(_ scope: Int, dot name: Int) -> Int? {
        guard scope != 0 else { return name }
        let known = slots[place(of: scope, dot: name).slot]
        return known < 0 ? nil : Int(known)
    }

    /// The slot of `scope.name`, which is empty where there is no such name, and the hash.
    private func place(of scope: Int, dot name: Int) -> (slot: Int, hash: UInt32) {
        var hash = (hashes[scope] ^ UInt32(UInt8(ascii: "."))) &* 16_777_619
        let (head, tail) = (range(scope), range(name))
        for place in tail { hash = (hash ^ UInt32(bytes[place])) &* 16_777_619 }
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let candidate = Int(slots[slot])
            if hashes[candidate] == hash, isJoined(candidate, head, tail) { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (slot, hash)
    }

    /// Whether a name is the same as one of another table.
    func isSame(_ name: Int, as other: Int, of table: NameTable) -> Bool {
        hashes[name] == table.hashes[other] && equals(name, table.bytes, table.range(other))
    }

    /// The number of a name of another table, where it is in this one.
    func find(_ name: Int, of other: NameTable) -> Int? {
        let hash = other.hashes[name]
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let candidate = Int(slots[slot])
            if hashes[candidate] == hash, equals(candidate, other.bytes, other.range(name)) { return candidate }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The number of a name, where it is in the table.
    func find(_ name: [UInt8]) -> Int? {
        var hash = Self.seed
        for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let candidate = Int(slots[slot])
            if hashes[candidate] == hash, equals(candidate, name, 0..<name.count) { return candidate }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private mutating func insert(_ hash: UInt32, at slot: Int) -> Int {
        let name = ends.count
        ends.append(Int32(bytes.count))
        hashes.append(hash)
        slots[slot] = Int32(name)
        if ends.count * 2 > slots.count { grow() }
        return name
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 4)
        for name in ends.indices {
            var slot = Int(hashes[name]) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(name)
        }
    }

    private func equals(_ name: Int, _ source: [UInt8], _ range: Range<Int>) -> Bool {
        let own = self.range(name)
        guard own.count == range.count else { return false }
        for offset in 0..<own.count where bytes[own.lowerBound + offset] != source[range.lowerBound + offset] {
            return false
        }
        return true
    }

    private func isJoined(_ name: Int, _ head: Range<Int>, _ tail: Range<Int>) -> Bool {
        let own = range(name)
        guard own.count == head.count + 1 + tail.count else { return false }
        guard bytes[own.lowerBound + head.count] == UInt8(ascii: ".") else { return false }
        return bytes[own.prefix(head.count)].elementsEqual(bytes[head])
            && bytes[own.suffix(tail.count)].elementsEqual(bytes[tail])
    }
}
