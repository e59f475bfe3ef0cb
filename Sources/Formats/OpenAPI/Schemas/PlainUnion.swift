internal import Syntax

/// Alternatives that only list types, or only values: the same as one list of them.
enum PlainUnion {
    case types(Set<String>)
    case values([Node])

    /// Reads the alternatives under `anyOf` or `oneOf`; nil if one of them says more, or two overlap under `oneOf`.
    init?(_ keyword: String, of schema: Node) {
        guard let list = schema[keyword], list.isArray, list.count > 0 else { return nil }
        let branches = Array(list.elements)
        let isExclusive = keyword == "oneOf"
        if let types = Self.types(branches, isExclusive) {
            self = .types(types)
        } else if let values = Self.values(branches, isExclusive) {
            self = .values(values)
        } else {
            return nil
        }
    }

    private static func types(_ branches: [Node], _ isExclusive: Bool) -> Set<String>? {
        var types: [String] = []
        for branch in branches {
            guard let type = branch.onlyKeyword(among: ["type"]) else { return nil }
            types += type.value.isArray ? type.value.elements.map(\.text) : [type.value.text]
        }
        let all = Set(types)
        let overlaps = all.count < types.count || all.isSuperset(of: ["integer", "number"])
        return isExclusive && overlaps ? nil : all
    }

    private static func values(_ branches: [Node], _ isExclusive: Bool) -> [Node]? {
        var values: [Node] = []
        for branch in branches {
            guard let list = branch.onlyKeyword(among: ["const", "enum"]) else { return nil }
            values += list.name == "enum" ? Array(list.value.elements) : [list.value]
        }
        let overlaps = Set(values.map(\.canonicalText)).count < values.count
        return isExclusive && overlaps ? nil : values
    }
}

extension Node {
    /// The only member of a schema that decides, if it is one of these.
    fileprivate func onlyKeyword(among names: [String]) -> Member? {
        guard isObject else { return nil }
        let deciding = members.filter { !["title", "description", "$comment"].contains($0.name) }
        guard deciding.count == 1, names.contains(deciding[0].name) else { return nil }
        return deciding[0]
    }
}
