/// A part of a table of names, whose numbers begin at 0.
struct NameLayer: Sendable {
    /// A part without dots, or two names with a dot between.
    struct Name: Sendable {
        let hash: UInt32
        /// The name before the last dot, or -1.
        let scope: Int32
        /// Where the letters begin; for a name with a dot, the part behind it.
        let first: Int32
        /// Past the last letter.
        let end: Int32

        /// Where the letters are.
        var range: Range<Int> { Int(first)..<Int(end) }
    }

    /// The letters of all parts one after the other.
    var bytes: [UInt8] = []
    private(set) var names: [Name] = []
    /// Numbers of names by their hashes, or -1; a power of two of them.
    private(set) var slots: [Int32] = Array(repeating: -1, count: 64)

    /// What the hash of a part begins with.
    ///
    /// - SeeAlso: FNV-1a with 32 bits.
    static let seed: UInt32 = 2_166_136_261

    static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

    /// The hash of two names with a dot between.
    static func joined(_ scope: UInt32, _ last: UInt32) -> UInt32 {
        let mixed = (scope ^ (last &* 0x85EB_CA6B)) &* 0xC2B2_AE35
        return mixed ^ mixed >> 15
    }

    /// The first name of a hash that is the one meant.
    func find(_ hash: UInt32, _ isMeant: (Int) -> Bool) -> Int? {
        let known = slots[place(hash, isMeant)]
        return known < 0 ? nil : Int(known)
    }

    /// The slot of the name of a hash that is the one meant, or the free one where it would be.
    func place(_ hash: UInt32, _ isMeant: (Int) -> Bool) -> Int {
        let mask = slots.count - 1
        var place = Int(hash) & mask
        while slots[place] >= 0 {
            let name = Int(slots[place])
            if names[name].hash == hash, isMeant(name) { break }
            place = (place + 1) & mask
        }
        return place
    }

    /// Whether a name is a part with the letters of a text.
    func isPart(_ name: Int, _ source: [UInt8], _ range: Range<Int>) -> Bool {
        let entry = names[name]
        guard entry.scope < 0, entry.range.count == range.count else { return false }
        for offset in 0..<range.count where bytes[Int(entry.first) + offset] != source[range.lowerBound + offset] {
            return false
        }
        return true
    }

    /// The hash of a part in camel case; nil where it has no sign between words.
    func camelCaseHash(_ part: Name) -> UInt32? {
        var letters = CamelCase(beginsUpper: false)
        var hash = Self.seed
        var isOther = false
        for place in part.range {
            if let letter = letters.next(bytes[place]) { hash = Self.hash(hash, letter) } else { isOther = true }
        }
        return isOther ? hash : nil
    }

    /// Whether a name is a part of some layer in camel case.
    func isCamelCase(_ name: Int, of part: Name, in layer: NameLayer) -> Bool {
        guard names[name].scope < 0 else { return false }
        var letters = CamelCase(beginsUpper: false)
        var place = Int(names[name].first)
        for other in part.range {
            guard let letter = letters.next(layer.bytes[other]) else { continue }
            guard place < Int(names[name].end), bytes[place] == letter else { return false }
            place += 1
        }
        return place == Int(names[name].end)
    }

    /// Whether a name is two others with a dot between.
    func isJoined(_ name: Int, _ scope: Int, _ last: Int) -> Bool {
        names[name].scope == Int32(scope) && names[name].first == Int32(last)
    }

    /// Adds a name at a free slot.
    ///
    /// - Returns: Its number.
    mutating func insert(_ name: Name, at place: Int) -> Int {
        names.append(name)
        slots[place] = Int32(names.count - 1)
        if names.count * 2 > slots.count { grow() }
        return names.count - 1
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 4)
        let mask = slots.count - 1
        for name in names.indices {
            var place = Int(names[name].hash) & mask
            while slots[place] >= 0 { place = (place + 1) & mask }
            slots[place] = Int32(name)
        }
    }
}
