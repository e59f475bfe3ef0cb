extension Node {
    /// Whether both are the same value, wherever they stand.
    ///
    /// Objects are compared whatever the order of their members, numbers by their exact value, strings octet by octet.
    ///
    /// - Complexity: O(values) where members stand in the same order; else O(members) more for each object.
    public func hasSameValue(as other: Node) -> Bool {
        guard kind == other.kind, count == other.count else { return false }
        return switch kind {
        case .null, .true, .false: true
        case .number: bytes == other.bytes || number == other.number
        case .string: bytes == other.bytes
        case .array: zip(elements, other.elements).allSatisfy { $0.hasSameValue(as: $1) }
        case .object: hasSameMembers(as: other)
        }
    }

    private func hasSameMembers(as other: Node) -> Bool {
        var index: [ArraySlice<UInt8>: Node]?
        for (mine, theirs) in zip(members, other.members) {
            if index == nil, mine.key.bytes == theirs.key.bytes {
                guard mine.value.hasSameValue(as: theirs.value) else { return false }
                continue
            }
            let known = index ?? other.membersByKey
            index = known
            guard let value = known[mine.key.bytes], mine.value.hasSameValue(as: value) else { return false }
        }
        return true
    }

    private var membersByKey: [ArraySlice<UInt8>: Node] {
        Dictionary(members.map { ($0.key.bytes, $0.value) }) { first, _ in first }
    }
}
