/// The children of one large container, found by key or place without reading through it.
final class ChildIndex: Sendable {
    /// Smaller containers are read through as fast.
    static let least = 64

    /// The cells at which the members of an object or the elements of an array begin, ascending.
    private let starts: [UInt32]
    /// Of an object, by the hashes of its keys, places in `starts` plus one, or 0; a power of two, at most half taken.
    private let slots: [UInt32]

    init(of container: Node) {
        starts =
            container.isObject
            ? container.members.map { UInt32($0.key.index) } : container.elements.map { UInt32($0.index) }
        slots = container.isObject ? Self.slots(of: starts, container.document) : []
    }

    private static func slots(of starts: [UInt32], _ document: Document) -> [UInt32] {
        var size = 1
        while size < starts.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for (place, start) in starts.enumerated() {
            var slot = document[Int(start)].bytes.withUnsafeBufferPointer(hash) & (size - 1)
            // Of two alike, the first stays in front.
            while slots[slot] > 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(place + 1)
        }
        return slots
    }

    /// Seeded anew for each process, so that nobody can choose keys that collide.
    private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(key))
        return hasher.finalize()
    }

    /// The cell of an object's key, or nil if it has none.
    func cell(ofKey wanted: UnsafeBufferPointer<UInt8>, in document: Document) -> Int? {
        var slot = Self.hash(wanted) & (slots.count - 1)
        while slots[slot] > 0 {
            let cell = Int(starts[Int(slots[slot]) - 1])
            if document.isKey(wanted, at: cell) { return cell }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The cell at which a child begins.
    subscript(place: Int) -> Int { Int(starts[place]) }

    /// The place of the child that a cell of the container is part of.
    func place(ofCell cell: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= cell { low = middle } else { high = middle }
        }
        return low
    }
}
