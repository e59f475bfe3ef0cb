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

extension Pair: Equatable where Value: Equatable {}
extension Pair: Hashable where Value: Hashable {}

/// Two lists held side by side by a key.
struct Matching<Value, Key: Hashable> {
    /// What both have, in the order of the new list.
    private(set) var kept: [Pair<Value>] = []
    /// What only the old list has, in its order.
    private(set) var removed: [Value] = []
    /// What only the new list has, in its order.
    private(set) var added: [Value] = []

    /// Holds two lists side by side; of several values with one key, the first ones match.
    init(_ lists: Pair<[Value]>, by key: (Value) -> Key) {
        var waiting: [Key: [Int]] = [:]
        for (position, value) in lists.old.enumerated().reversed() { waiting[key(value), default: []].append(position) }
        var isTaken = [Bool](repeating: false, count: lists.old.count)
        for value in lists.new {
            if let position = waiting[key(value)]?.popLast() {
                isTaken[position] = true
                kept.append(Pair(lists.old[position], value))
            } else {
                added.append(value)
            }
        }
        removed = zip(lists.old, isTaken).filter { !$1 }.map(\.0)
    }
}
