/// The same thing in the old and in the new version.
struct Pair<Value> {
    let old: Value
    let new: Value

    init(_ old: Value, _ new: Value) {
        self.old = old
        self.new = new
    }

    /// One part of it on both sides.
    func map<Part>(_ part: (Value) -> Part) -> Pair<Part> { Pair<Part>(part(old), part(new)) }
}

extension Pair: Sendable where Value: Sendable {}

/// Two lists held side by side, first by what tells most, then by what tells less.
struct Matching<Value> {
    /// What both have, in the order of the new list.
    private(set) var kept: [Pair<Value>] = []
    /// What only the old list has, in its order.
    private(set) var removed: [Value] = []
    /// What only the new list has, in its order.
    private(set) var added: [Value] = []

    /// Holds two lists side by side.
    ///
    /// - Parameters:
    ///   - lists: The lists; no value is matched twice.
    ///   - keys: By what they match, the most telling first; a value that has no key of a kind is not matched by it.
    ///   - pairsLast: Whether a last value on each side are the same thing although nothing says so.
    init(_ lists: Pair<[Value]>, by keys: [(Value) -> String?], pairsLast: Bool = false) {
        var partner = [Int?](repeating: nil, count: lists.new.count)
        var isTaken = [Bool](repeating: false, count: lists.old.count)
        for key in keys {
            var waiting: [String: [Int]] = [:]
            for index in lists.old.indices.reversed() where !isTaken[index] {
                if let text = key(lists.old[index]) { waiting[text, default: []].append(index) }
            }
            for index in lists.new.indices where partner[index] == nil {
                guard let text = key(lists.new[index]), let found = waiting[text]?.popLast() else { continue }
                partner[index] = found
                isTaken[found] = true
            }
        }
        let (left, free) = (lists.new.indices.filter { partner[$0] == nil }, isTaken.indices.filter { !isTaken[$0] })
        if pairsLast, left.count == 1, free.count == 1 {
            partner[left[0]] = free[0]
            isTaken[free[0]] = true
        }
        for (index, value) in lists.new.enumerated() {
            if let found = partner[index] { kept.append(Pair(lists.old[found], value)) } else { added.append(value) }
        }
        removed = isTaken.indices.filter { !isTaken[$0] }.map { lists.old[$0] }
    }
}
