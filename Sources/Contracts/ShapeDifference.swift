/// A field that a change adds, removes or alters.
package struct TouchedField: Hashable, Sendable {
    /// Its address, as in ``Shape/Field/address``.
    package let address: String
    /// The entity attributes that it stood for before and stands for now, sorted.
    package let entities: [String]

    /// A field that is touched.
    package init(_ address: String, entities: [String] = []) {
        self.address = address
        self.entities = entities
    }
}

extension Shape {
    /// The fields that were added, removed or altered between two shapes, by address.
    package func touched(by new: Shape) -> [TouchedField] {
        let before = Dictionary(fields.map { ($0.address, $0) }) { first, _ in first }
        let after = Dictionary(new.fields.map { ($0.address, $0) }) { first, _ in first }
        let addresses = Set(before.keys).union(after.keys)
        return addresses.filter { before[$0] != after[$0] }.sorted().map { address in
            let entities = Set([before[address]?.entity, after[address]?.entity].compactMap { $0 })
            return TouchedField(address, entities: entities.sorted())
        }
    }
}
