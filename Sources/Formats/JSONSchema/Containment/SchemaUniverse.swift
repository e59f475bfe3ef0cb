import Syntax

/// The schemas of both documents as one set of terms, in which schemas that say the same are the same term.
final class SchemaUniverse {
    private let sub: SchemaDocument
    private let sup: SchemaDocument
    private let validators: (sub: Validator, sup: Validator)
    private var made: [Schema] = [Schema(node: nil, keywords: [])]
    private var madePlans: [Term: SchemaPlan] = [:]
    private var madePatterns: [SchemaPattern: Literal] = [:]
    private var madeValues: [CanonicalValue: Term] = [:]
    private var simplified = TermTable<Literal>()
    private var digests: [Term: Int] = [:]
    private var representatives: [Term: Term] = [:]
    private var buckets: [Int: [Term]] = [:]
    /// Pairs that were compared in vain, and how many are before all schemas are sorted into classes at once.
    private var wasted = 0
    private static let wasteLimit = 2_000
    private var classes: TermClasses?
    private let sorted: () -> TermClasses
    /// The representative of each class.
    private var leaders: [Int: Term] = [:]

    /// The schemas of two documents, and how they are sorted into classes once that is worth it.
    init(sub: SchemaDocument, sup: SchemaDocument, sorted: @escaping () -> TermClasses) {
        self.sorted = sorted
        self.sub = sub
        self.sup = sup
        validators = (Validator(sub), Validator(sup))
    }

    func schema(_ term: Term) -> Schema {
        switch term.origin {
        case .sub: sub[term.id]
        case .sup: sup[term.id]
        case .made: made[Int(term.id.index)]
        }
    }

    /// Whether a value satisfies all literals; the first that it does not settles it.
    func validity(of value: JSON, _ literals: [Literal]) -> Validity {
        let instance = Document(value).root
        var validity = Validity.valid
        for literal in literals where validity != .invalid {
            validity = validity && self.validity(of: instance, literal)
        }
        return validity
    }

    private func validity(of instance: Node, _ literal: Literal) -> Validity {
        let term = literal.term
        let validity =
            switch term.origin {
            case .sub: validators.sub.validate(instance, under: term.id)
            case .sup: validators.sup.validate(instance, under: term.id)
            case .made: validators.sup.validate(instance, under: plan(ofMade: term))
            }
        return literal.isNegative ? !validity : validity
    }

    private func plan(ofMade term: Term) -> SchemaPlan {
        if let known = madePlans[term] { return known }
        let plan = SchemaPlan(schema(term).keywords)
        madePlans[term] = plan
        return plan
    }

    /// The literal of a schema of the second document that is made of some keywords of another.
    func literal(of keywords: [Keyword]) -> Literal {
        let term = Term(SchemaID(made.count), .made)
        made.append(Schema(node: nil, keywords: keywords))
        return literal(term)
    }

    /// The literal "is no text, or one that matches".
    func literal(of pattern: SchemaPattern) -> Literal {
        if let known = madePatterns[pattern] { return known }
        let literal = literal(of: [.pattern(pattern)])
        madePatterns[pattern] = literal
        return literal
    }

    /// The literal "is a text".
    lazy var text = literal(of: [.type(.string)])

    /// The literal "is none of these values".
    func excluding(_ values: [JSON]) -> Literal {
        let set = ValueSet(values)
        let key = CanonicalValue(.array(set.values))
        if let known = madeValues[key] { return Literal(known, isNegative: true) }
        let term = Term(SchemaID(made.count), .made)
        made.append(Schema(node: nil, keywords: [.values(set)]))
        madeValues[key] = term
        return Literal(term, isNegative: true)
    }

    /// The literal of a schema: references followed, single-member groups and double negations taken off.
    func literal(_ id: SchemaID, _ origin: Origin) -> Literal { literal(Term(id, origin)) }

    private func literal(_ start: Term) -> Literal {
        if let known = simplified[start] { return known }
        var term = start
        var isNegative = false
        while let (next, turns) = step(from: term) {
            guard let next else {
                let result = turns != isNegative ? Literal.truth.negated : Literal.truth
                simplified[start] = result
                return result
            }
            term = next
            isNegative = isNegative != turns
        }
        let result = Literal(representative(of: term), isNegative: isNegative)
        simplified[start] = result
        return result
    }

    /// The schema that a schema only passes on to, or no schema for `true` (`turns` false) and `false` (true).
    private func step(from term: Term) -> (next: Term?, turns: Bool)? {
        let keywords = schema(term).keywords
        guard let first = keywords.first else { return (nil, false) }
        guard keywords.count == 1 else { return nil }
        switch first {
        case .never: return (nil, true)
        case .reference(let target): return (Term(target, term.inside), false)
        case .not(let schema): return (Term(schema, term.inside), true)
        case .allOf(let members), .anyOf(let members), .oneOf(let members):
            return members.count == 1 ? (Term(members[0], term.inside), false) : nil
        default: return nil
        }
    }
}

/// Finding terms that say the same.
extension SchemaUniverse {
    private func representative(of term: Term) -> Term {
        if let known = representatives[term] { return known }
        if let number = classes?[term] {
            let leader = leaders[number] ?? term
            leaders[number] = leader
            enter(leader, as: term)
            return leader
        }
        let digest = digest(of: term)
        for candidate in buckets[digest] ?? [] {
            guard let pairs = equalPairs(candidate, term) else { continue }
            for (one, other) in pairs { join(one, other) }
            return representatives[term] ?? candidate
        }
        // What was found out with this term may have been that classes are the better way.
        guard classes?[term] == nil else { return representative(of: term) }
        enter(term, digest)
        return term
    }

    private func enter(_ leader: Term, as term: Term) {
        if leader == term { enter(term, digest(of: term)) } else { representatives[term] = leader }
    }

    private func sortIntoClasses() {
        let classes = sorted()
        for (term, leader) in representatives.sorted(by: { $0.key.raw < $1.key.raw }) {
            guard let number = classes[term], leaders[number] == nil else { continue }
            leaders[number] = leader
        }
        self.classes = classes
    }

    private func enter(_ term: Term, _ digest: Int) {
        representatives[term] = term
        buckets[digest, default: []].append(term)
    }

    private func join(_ one: Term, _ other: Term) {
        if representatives[one] == nil, let known = representatives[other] {
            representatives[one] = known
        } else {
            if representatives[one] == nil { enter(one, digest(of: one)) }
            if representatives[other] == nil { representatives[other] = representatives[one] }
        }
    }

    /// A hash of all that a schema says, references counted by being there only.
    private func digest(of term: Term) -> Int {
        if let known = digests[term] { return known }
        var hasher = Hasher()
        for keyword in schema(term).keywords {
            keyword.hashText(into: &hasher)
            switch keyword {
            case .reference: break
            case .properties(let table), .dependentSchemas(let table): hasher.combine(digest(of: table, in: term))
            case .patternProperties(let entries):
                hasher.combine(
                    digest(of: PropertyTable(entries.map { (PropertyName($0.pattern.text), $0.schema) }), in: term)
                )
            default:
                for child in keyword.inPlace + keyword.nested { hasher.combine(digest(of: Term(child, term.inside))) }
            }
        }
        let digest = hasher.finalize()
        digests[term] = digest
        return digest
    }

    /// Does not depend on the order of the names.
    private func digest(of table: PropertyTable, in term: Term) -> Int {
        table.entries.reduce(table.entries.count) { sum, entry in
            var hasher = Hasher()
            hasher.combine(entry.name)
            hasher.combine(digest(of: Term(entry.schema, term.inside)))
            return sum &+ hasher.finalize()
        }
    }

    /// All pairs that are equal if these two are, or nil if they are not; recursion counts as equal until shown not.
    private func equalPairs(_ left: Term, _ right: Term) -> [(Term, Term)]? {
        var assumed: [(Term, Term)] = []
        var seen = Set<[Term]>()
        var open = [(left, right)]
        while let pair = open.popLast() {
            let (one, other) = (target(of: pair.0), target(of: pair.1))
            guard one != other, seen.insert([one, other]).inserted else { continue }
            if let known = representatives[one], known == representatives[other] { continue }
            if let number = classes?[one], let another = classes?[other] {
                guard number == another else { return nil }
                continue
            }
            let keywords = (schema(one).keywords, schema(other).keywords)
            guard keywords.0.count == keywords.1.count else { return differ(after: assumed.count) }
            for (first, second) in zip(keywords.0, keywords.1) {
                guard let inside = first.pairs(with: second) else { return differ(after: assumed.count) }
                open += inside.map { (Term($0, one.inside), Term($1, other.inside)) }
            }
            assumed.append((one, other))
        }
        return assumed
    }

    private func differ(after pairs: Int) -> [(Term, Term)]? {
        wasted += pairs
        if wasted > Self.wasteLimit, classes == nil { sortIntoClasses() }
        return nil
    }

    private func target(of term: Term) -> Term {
        switch term.origin {
        case .sub: Term(sub.target(of: term.id), .sub)
        case .sup: Term(sup.target(of: term.id), .sup)
        case .made: term
        }
    }
}
