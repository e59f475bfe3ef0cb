internal import Syntax

extension SchemaFacts {
    /// Reads what schema objects say together.
    init(_ parts: SchemaParts, _ version: OpenAPIVersion) {
        var reading = FactReading(version)
        for part in parts.nodes { reading.read(part) }
        reading.settle(allowsNull: parts.allowsNull)
        self = reading.facts(of: parts.nodes)
    }
}

/// Gathers facts from one object after the other.
private struct FactReading {
    private let version: OpenAPIVersion
    private var types: Set<String>?
    private var isTypeUnion = false
    private var format: String?
    private var values: [String: Node]?
    private var isConstant = false
    private var bounds: [BoundKeyword: Bound] = [:]
    private var properties: [String: [Node]] = [:]
    private var required: [String: Node] = [:]
    private var additional: [Node] = []
    private var items: [Node] = []
    private var choices: [SchemaFacts.Choice] = []
    private var others: [String: [Node]] = [:]

    init(_ version: OpenAPIVersion) { self.version = version }

    func facts(of parts: [Node]) -> SchemaFacts {
        SchemaFacts(
            nodes: parts,
            types: types,
            isTypeUnion: isTypeUnion,
            format: format,
            values: values,
            isConstant: isConstant,
            bounds: bounds,
            properties: properties,
            required: required.filter { !$0.key.isEmpty || properties[""] != nil },
            emptyRequirement: properties[""] == nil ? required[""] : nil,
            additional: additional,
            items: items,
            choices: choices,
            others: others
        )
    }

    mutating func read(_ node: Node) {
        readTypes(of: node)
        readExclusiveFlags(of: node)
        for member in node.members { read(member.name, member.value, of: node) }
    }

    private mutating func read(_ keyword: String, _ value: Node, of node: Node) {
        switch keyword {
        case "format": format = format ?? value.string
        case "enum": limit(to: value.elements.map { $0 }, isConstant: false)
        case "const": limit(to: [value], isConstant: true)
        case "properties": for member in value.members { properties[member.name, default: []].append(member.value) }
        case "required": for element in value.elements { required[element.text] = required[element.text] ?? element }
        case "additionalProperties":
            if value.bool != true, value.count > 0 || !value.isObject { additional.append(value) }
        case "items": if value.bool != true { items.append(value) }
        case "anyOf", "oneOf": readAlternatives(keyword, value, of: node)
        default:
            if let bound = BoundKeyword(rawValue: keyword) { readBound(bound, value) }
            guard Self.compared.contains(keyword) else { return }
            // An empty pattern matches every text.
            if keyword != "pattern" || !value.text.isEmpty { others[keyword, default: []].append(value) }
        }
    }

    private mutating func readTypes(of node: Node) {
        guard let type = node["type"] else { return }
        var own = Set(type.isArray ? type.elements.map(\.text) : [type.text])
        if version == .v30, node["nullable"]?.bool == true { own.insert("null") }
        limit(toTypes: own)
    }

    /// Of two sets of types that hold together, what both allow; every integer is a number.
    private mutating func limit(toTypes own: Set<String>) {
        guard let known = types else {
            types = own
            return
        }
        var both = known.intersection(own)
        if known.contains("number") && own.contains("integer") { both.insert("integer") }
        if known.contains("integer") && own.contains("number") { both.insert("integer") }
        types = both
    }

    private mutating func readAlternatives(_ keyword: String, _ value: Node, of node: Node) {
        if node.soleChoice(keyword) != nil { return }
        switch PlainUnion(keyword, of: node) {
        case .types(let union):
            isTypeUnion = true
            limit(toTypes: union)
        case .values(let union): limit(to: union, isConstant: false)
        case nil: readChoice(value, isExclusive: keyword == "oneOf")
        }
    }

    private mutating func limit(to list: [Node], isConstant constant: Bool) {
        let own = Dictionary(list.map { ($0.canonicalText, $0) }) { first, _ in first }
        isConstant = isConstant || constant
        values = values.map { known in known.filter { own[$0.key] != nil } } ?? own
    }

    private mutating func readBound(_ keyword: BoundKeyword, _ value: Node) {
        guard let number = value.number else { return }
        let isCount = keyword.rawValue.hasPrefix("min") && keyword != .minimum
        if isCount, number.sign <= 0 { return }
        let exclusive = keyword == .exclusiveMaximum || keyword == .exclusiveMinimum
        tighten(keyword, to: Bound(value: number, isExclusive: exclusive, node: value))
    }

    /// In 3.0 `exclusiveMinimum: true` makes the limit of `minimum` exclusive.
    private mutating func readExclusiveFlags(of node: Node) {
        for (flag, limit, keyword) in [
            ("exclusiveMaximum", "maximum", BoundKeyword.exclusiveMaximum),
            ("exclusiveMinimum", "minimum", BoundKeyword.exclusiveMinimum),
        ] where node[flag]?.bool == true {
            guard let value = node[limit], let number = value.number else { continue }
            tighten(keyword, to: Bound(value: number, isExclusive: true, node: value))
        }
    }

    private mutating func tighten(_ keyword: BoundKeyword, to bound: Bound) {
        if let known = bounds[keyword], !bound.isTighter(than: known, keyword.side) { return }
        bounds[keyword] = bound
    }

    /// Leaves of two limits on one side the one that counts, and lets null in where an alternative does.
    mutating func settle(allowsNull: Bool) {
        if allowsNull { types?.insert("null") }
        for (exclusive, inclusive) in [
            (BoundKeyword.exclusiveMaximum, BoundKeyword.maximum), (.exclusiveMinimum, .minimum),
        ] {
            guard let one = bounds[exclusive], let other = bounds[inclusive] else { continue }
            bounds[one.isTighter(than: other, inclusive.side) ? inclusive : exclusive] = nil
        }
    }

    private mutating func readChoice(_ value: Node, isExclusive: Bool) {
        choices.append(SchemaFacts.Choice(isExclusive: isExclusive, node: value, branches: Array(value.elements)))
    }

    /// Keywords of which each has its own way to be compared.
    private static let compared: Set<String> = [
        "pattern", "multipleOf", "uniqueItems", "not", "if", "then", "else", "contains", "propertyNames",
        "patternProperties", "prefixItems", "dependentRequired", "dependentSchemas", "unevaluatedItems",
        "unevaluatedProperties", "contentMediaType", "contentEncoding", "contentSchema", "discriminator",
    ]
}

extension Node {
    /// The value as canonical text: equal for equal values.
    var canonicalText: String { String(decoding: CanonicalJSON.bytes(of: self, numbers: .exact), as: UTF8.self) }
}
