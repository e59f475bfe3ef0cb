/// Two versions whose names are matched.
struct SchemaPair: Sendable {
    let old: GraphQLSchema
    let new: GraphQLSchema
    /// Number in the new version by number in the old one; -1 where the name is gone.
    private let numbers: [Int32]

    init(_ old: GraphQLSchema, _ new: GraphQLSchema) {
        (self.old, self.new) = (old, new)
        numbers = (0..<old.names.count).map { index in
            old.names.number(of: NameID(index), in: new.names).map { Int32($0.index) } ?? -1
        }
    }

    /// The name's number in the new version.
    func new(_ name: NameID) -> NameID? {
        let number = numbers[Int(name.index)]
        return number < 0 ? nil : NameID(Int(number))
    }

    /// Whether a name of the old version and one of the new are the same.
    func areSame(_ old: NameID, _ new: NameID) -> Bool { numbers[Int(old.index)] == Int32(new.index) }

    /// Whether bytes of the old text are those of the new one.
    func areSame(_ old: Extent, _ new: Extent) -> Bool {
        old.count == new.count && self.old.source[old.range] == self.new.source[new.range]
    }

    /// Says that a type of the old version became one of the new.
    func typeMessage(_ what: String, _ old: TypeReference, _ new: TypeReference) -> String {
        "the \(what) changed its type from \(old.spelling(self.old.names)) to \(new.spelling(self.new.names))"
    }

    /// Matches elements of both versions by name.
    func matching(_ old: some Collection<NameID>, _ new: some Collection<NameID>) -> Matching {
        var matching = Matching()
        var places: [NameID: Int] = [:]
        for (index, name) in new.enumerated() { places[name] = index }
        for (index, name) in old.enumerated() {
            if let other = self.new(name), let place = places.removeValue(forKey: other) {
                matching.both.append((index, place))
            } else {
                matching.removed.append(index)
            }
        }
        matching.added = places.values.sorted()
        return matching
    }
}

/// Which elements of two lists belong together, by index.
struct Matching {
    var both: [(old: Int, new: Int)] = []
    var removed: [Int] = []
    var added: [Int] = []
}
