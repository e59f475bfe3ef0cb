extension Shape {
    /// Addresses of the fields that were added, removed or altered between two shapes, sorted.
    package func touched(by new: Shape) -> [String] {
        let before = Dictionary(fields.map { ($0.address, $0) }) { first, _ in first }
        let after = Dictionary(new.fields.map { ($0.address, $0) }) { first, _ in first }
        let addresses = Set(before.keys).union(after.keys)
        return addresses.filter { before[$0] != after[$0] }.sorted()
    }
}
