internal import Glibc

/// Texts with numbers from 0 on, in the order in which they came, found by their octets.
///
/// - Complexity: A look-up takes O(octets of the text).
public struct NameTable: Sendable {
    private var texts: [UInt8] = []
    /// Where each text ends in `texts`.
    private var ends: [Int] = []
    /// By hash, the number of a text, or -1: a power of two of them, at most half of which are taken; none where there
    /// are so few texts that they are gone through.
    private var slots: [Int32] = []
    private static let few = 4
    private let seed = TextHash.seed

    /// An empty table, with room for some texts.
    public init(capacity: Int = 0) {
        ends.reserveCapacity(capacity)
        if capacity > Self.few { grow(toHold: capacity) }
    }

    /// A table of texts; the number of each is its place, if it is the first of its kind.
    public init(_ names: some Sequence<String>) {
        for name in names { insert(name) }
    }

    /// How many texts there are.
    public var count: Int { ends.count }

    /// Adds a text if it is new.
    ///
    /// - Returns: Its number.
    @discardableResult
    public mutating func insert(_ name: String) -> Int {
        var name = name
        return name.withUTF8 { insert($0) }
    }

    /// Adds a text, given as UTF-8, if it is new.
    ///
    /// - Returns: Its number.
    @discardableResult
    public mutating func insert(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        if let known = number(of: name) { return known }
        texts.append(contentsOf: name)
        ends.append(texts.count)
        if ends.count * 2 <= slots.count {
            enter(ends.count - 1)
        } else if ends.count > Self.few {
            grow(toHold: ends.count)
        }
        return ends.count - 1
    }

    /// The number of a text, given as UTF-8, or nil if it is not here.
    public func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !slots.isEmpty else { return ends.indices.first { holds(name, at: $0) } }
        var slot = TextHash.hash(name, seed) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if holds(name, at: number) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func holds(_ name: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == name.count else { return false }
        return texts.withUnsafeBufferPointer { texts in
            guard let left = texts.baseAddress, let right = name.baseAddress else { return true }
            return memcmp(left + start, right, name.count) == 0
        }
    }

    private mutating func grow(toHold count: Int) {
        slots = Array(repeating: -1, count: 1 << (Int.bitWidth - (count * 2).leadingZeroBitCount))
        for number in ends.indices { enter(number) }
    }

    private mutating func enter(_ number: Int) {
        let start = number == 0 ? 0 : ends[number - 1]
        let hash = texts.withUnsafeBufferPointer { texts in
            TextHash.hash(UnsafeBufferPointer(rebasing: texts[start..<ends[number]]), seed)
        }
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(truncatingIfNeeded: number)
    }
}
