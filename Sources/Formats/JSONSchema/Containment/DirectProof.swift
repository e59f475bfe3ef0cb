import Syntax

/// Proves containment keyword by keyword, where that is enough: most schemas of two versions are the same or nearly so.
///
/// Whatever the reader asks, the writer must ask at least as much of in one keyword; pairs of schemas for parts are put
/// off until all hold. A pair that is met again holds if all others do, since instances are finite and schemas that
/// refer to themselves in place are marked as undecidable. That there is no such proof says nothing.
struct DirectProof {
    private typealias Pair = SchemaPairs.Pair

    private let sub: SchemaDocument
    private let sup: SchemaDocument
    /// Pairs of proofs that were found.
    private var proven: SchemaPairs
    /// Pairs of schemas that say the same.
    private var same: Set<Pair> = []
    /// Pairs that there is no proof for, whatever is asked.
    private var refused: Set<Pair> = []
    private var isRefused = false
    private var open: [Pair] = []
    private var met: SchemaPairs
    /// More pairs than this are not looked at for one proof.
    private static let limit = 100_000

    init(sub: SchemaDocument, sup: SchemaDocument) {
        self.sub = sub
        self.sup = sup
        proven = SchemaPairs(count: sup.schemas.count)
        met = proven
    }

    /// Whether there is a proof that a schema of the one document is contained in one of the other.
    mutating func holds(_ one: SchemaID, _ other: SchemaID) -> Bool {
        open = []
        isRefused = false
        met.removeAll()
        put(one, other)
        while !isRefused, let pair = open.popLast() {
            guard met.members.count <= Self.limit else { return false }
            if !isDirect(pair) { refuse(pair) }
        }
        guard !isRefused else {
            refuse(Pair(sub: sub.target(of: one), sup: sup.target(of: other)))
            return false
        }
        for pair in met.members { proven.insert(pair) }
        return true
    }

    private mutating func refuse(_ pair: Pair) {
        refused.insert(pair)
        isRefused = true
    }

    private mutating func put(_ one: SchemaID, _ other: SchemaID) {
        let pair = Pair(sub: sub.target(of: one), sup: sup.target(of: other))
        guard !sup[pair.sup].keywords.isEmpty, !proven.contains(pair), met.insert(pair) else { return }
        if refused.contains(pair) { isRefused = true }
        open.append(pair)
    }

    private mutating func isDirect(_ pair: Pair) -> Bool {
        let writer = Self.inPlace(pair.sub, sub)
        if writer.contains(where: { if case .never = $0 { true } else { false } }) { return true }
        for keyword in Self.inPlace(pair.sup, sup) where !implies(writer, keyword) { return false }
        return true
    }

    /// The keywords that hold of the same instance, through references and `allOf`.
    private static func inPlace(_ id: SchemaID, _ document: SchemaDocument) -> [Keyword] {
        let own = document[id].keywords
        guard document[id].hasConjunctions else { return own }
        var found: [Keyword] = []
        var seen: Set<SchemaID> = []
        var open = [id]
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            for keyword in document[next].keywords {
                if keyword.isConjunction { open += keyword.inPlace } else { found.append(keyword) }
            }
        }
        return found
    }

    private mutating func implies(_ writer: [Keyword], _ keyword: Keyword) -> Bool {
        switch keyword {
        case .properties(let table):
            for (place, entry) in table.entries.enumerated()
            where !implies(writer, entry.name, entry.schema, near: place) { return false }
            return true
        case .required(let names): return Self.requires(writer, names)
        case .minLength(0), .minItems(0), .minProperties(0): return true
        case .additionalProperties(let cover, let schema): return implies(writer, cover, schema)
        case .patternProperties(let entries):
            return entries.allSatisfy { entry in
                guard let schema = Self.schema(of: entry.pattern, writer) else { return false }
                put(schema, entry.schema)
                return true
            }
        default: return writer.contains { isAsStrict($0, as: keyword) }
        }
    }

    /// A member by its name, which stands at a place in the reader's table and probably there in the writer's.
    private mutating func implies(
        _ writer: [Keyword],
        _ name: PropertyName,
        _ schema: SchemaID,
        near place: Int = 0
    ) -> Bool {
        if sup[sup.target(of: schema)].keywords.isEmpty { return true }
        for case .properties(let table) in writer {
            guard let own = table.schema(under: name, near: place) else { continue }
            put(own, schema)
            return true
        }
        for case .additionalProperties(let cover, let own) in writer where cover.covers(name) == false {
            put(own, schema)
            return true
        }
        return false
    }

    /// Members that a cover leaves.
    private mutating func implies(_ writer: [Keyword], _ cover: NameCover, _ schema: SchemaID) -> Bool {
        if sup[sup.target(of: schema)].keywords.isEmpty { return true }
        for case .additionalProperties(let own, let others) in writer
        where Set(own.patterns).isSubset(of: cover.patterns) {
            put(others, schema)
            return own.names.allSatisfy { name in
                cover.covers(name) == true || implies(writer, name, schema)
            }
        }
        return false
    }

    private static func requires(_ writer: [Keyword], _ names: [PropertyName]) -> Bool {
        let lists = writer.compactMap { if case .required(let names) = $0 { names } else { nil } }
        if lists.contains(names) { return true }
        return Set(lists.joined()).isSuperset(of: names)
    }

    private static func schema(of pattern: SchemaPattern, _ writer: [Keyword]) -> SchemaID? {
        for case .patternProperties(let entries) in writer {
            if let found = entries.first(where: { $0.pattern == pattern }) { return found.schema }
        }
        return nil
    }

    /// One keyword of the writer that is enough for one of the reader.
    private mutating func isAsStrict(_ one: Keyword, as other: Keyword) -> Bool {
        switch (one, other) {
        case (.type(let own), .type(let asked)): own.isSubset(of: asked)
        case (.values(let own), .type(let asked)): own.values.allSatisfy { asked.isSuperset(of: TypeSet(of: $0)) }
        case (.values(let own), .values(let asked)): own.keys.isSubset(of: asked.keys)
        case (.minimum(let own, let isOpen), .minimum(let asked, let isAskedOpen)):
            own > asked || own == asked && (isOpen || !isAskedOpen)
        case (.maximum(let own, let isOpen), .maximum(let asked, let isAskedOpen)):
            own < asked || own == asked && (isOpen || !isAskedOpen)
        case (.minLength(let own), .minLength(let asked)), (.minItems(let own), .minItems(let asked)),
            (.minProperties(let own), .minProperties(let asked)):
            own >= asked
        case (.maxLength(let own), .maxLength(let asked)), (.maxItems(let own), .maxItems(let asked)),
            (.maxProperties(let own), .maxProperties(let asked)):
            own <= asked
        case (.pattern, .pattern), (.format, .format), (.multipleOf, .multipleOf), (.uniqueItems, .uniqueItems),
            (.dependentRequired, .dependentRequired):
            one.pairs(with: other) != nil
        default: isAsStrictInside(one, as: other)
        }
    }

    private mutating func isAsStrictInside(_ one: Keyword, as other: Keyword) -> Bool {
        switch (one, other) {
        case (.prefix(let own), .prefix(let asked)) where own.count >= asked.count:
            for (own, asked) in zip(own, asked) { put(own, asked) }
        case (.rest(let start, let own), .rest(let asked, let schema)) where start <= asked: put(own, schema)
        case (.propertyNames(let own), .propertyNames(let asked)): put(own, asked)
        case (.anyOf(let own), .anyOf(let asked)) where own.count == asked.count:
            for (own, asked) in zip(own, asked) { put(own, asked) }
        case (.oneOf, .oneOf), (.not, .not), (.conditional, .conditional), (.contains, .contains),
            (.dependentSchemas, .dependentSchemas):
            return one.pairs(with: other).map { areSame($0) } ?? false
        default: return false
        }
        return true
    }

    /// Whether schemas of both documents say the same; recursion counts as the same until shown not.
    private mutating func areSame(_ pairs: [(SchemaID, SchemaID)]) -> Bool {
        var open = pairs
        var seen: Set<Pair> = []
        while let (one, other) = open.popLast() {
            let pair = Pair(sub: sub.target(of: one), sup: sup.target(of: other))
            guard !same.contains(pair), seen.insert(pair).inserted else { continue }
            let keywords = (sub[pair.sub].keywords, sup[pair.sup].keywords)
            guard seen.count <= Self.limit, keywords.0.count == keywords.1.count else { return false }
            for (first, second) in zip(keywords.0, keywords.1) {
                guard let inside = first.pairs(with: second) else { return false }
                open += inside
            }
        }
        same.formUnion(seen)
        return true
    }
}
