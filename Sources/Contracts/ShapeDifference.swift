/// A field that a change adds, removes or alters.
package struct TouchedField: Hashable, Sendable {
    /// Its address, as in ``Shape/Field/address`` or ``Finding/address``.
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
    /// The fields that a change touches: those that were added, removed or altered between two shapes, and those that
    /// a finding about the change is about or reaches, by address.
    ///
    /// - Parameters:
    ///   - new: The shape after the change.
    ///   - findings: What comparing the two versions found, of any weight and in either direction.
    /// - Returns: Each address once, sorted.
    package func touched(by new: Shape, finding findings: [Finding] = []) -> [TouchedField] {
        let altered = altered(by: new)
        let known = Set(altered.map(\.address))
        let attributes = EntityAttributes(of: fields + new.fields)
        let named = Set(findings.flatMap(\.fieldAddresses)).subtracting(known)
        return (altered + named.map { TouchedField($0, entities: attributes.attributes(at: $0)) })
            .sorted { $0.address < $1.address }
    }

    /// The addresses that are described otherwise than before; in which order alternatives are listed does not count.
    private func altered(by new: Shape) -> [TouchedField] {
        let before = Dictionary(grouping: fields, by: \.address).mapValues(Set.init)
        let after = Dictionary(grouping: new.fields, by: \.address).mapValues(Set.init)
        let addresses = Set(before.keys).union(after.keys)
        return addresses.filter { before[$0] != after[$0] }.map { address in
            let all = (before[address] ?? []).union(after[address] ?? [])
            return TouchedField(address, entities: Set(all.compactMap(\.entity)).sorted())
        }
    }
}

/// The attributes that fields stand for, found by the addresses that findings write.
private struct EntityAttributes {
    private var fields: [Substring: [(words: Set<Substring>, entity: String)]] = [:]

    init(of fields: [Shape.Field]) {
        for field in fields {
            guard let entity = field.entity else { continue }
            let words = field.address.split(separator: " ")
            self.fields[words.last ?? "", default: []].append((Set(words), entity))
        }
    }

    /// The attributes of the fields of an address that may say more than theirs: what `GET /i 200 /status` stands for
    /// holds at `GET /i response 200 application/json /status`, and not at another response.
    func attributes(at address: String) -> [String] {
        let words = address.split(separator: " ")
        let candidates = fields[words.last ?? ""] ?? []
        guard !candidates.isEmpty else { return [] }
        let all = Set(words)
        return Set(candidates.filter { $0.words.isSubset(of: all) }.map(\.entity)).sorted()
    }
}

extension Finding {
    /// The addresses of the fields that it is about and of those that it reaches; none where it is about the whole.
    fileprivate var fieldAddresses: [String] {
        let further = reaches.map { reach in
            if reach.hasPrefix("/") { return operation.map { "\($0) \(reach)" } ?? reach }
            return path.isEmpty ? "" : "\(reach) \(path)"
        }
        return (further + (path.isEmpty ? [] : [address])).filter { !$0.isEmpty }
    }
}
