import Syntax

/// Everything that is asked of one instance of a known type, taken apart as far as it has been.
struct Conjunct {
    /// Literals still to be taken apart.
    var pending: [Literal]
    /// Literals taken apart already.
    var seen: Set<Literal> = []
    /// Choices still to be made.
    var clauses: [[[Fact]]] = []
    /// What was left out, if anything; an empty conjunct stays empty with it.
    var obstacle: Obstacle?
    /// Set as soon as the value must be one of these.
    var values: ValueSet?
    var excluded: [ValueSet] = []
    var minimumSize = 0
    var maximumSize = Int.max

    var numbers = NumberFacts()
    var patterns: [(pattern: SchemaPattern, matches: Bool)] = []
    var formats: [StringFormat: Bool] = [:]
    var elements = ElementFacts()
    var members = MemberFacts()

    init(_ literals: [Literal]) { pending = literals }

    /// Adds a fact; false if it contradicts what is known.
    mutating func absorb(_ fact: Fact) -> Bool {
        switch fact {
        case .never: return false
        case .literal(let literal):
            guard literal != Literal.truth.negated, !seen.contains(literal.negated) else { return false }
            if literal != .truth { pending.append(literal) }
        case .obstacle(let obstacle): self.obstacle = self.obstacle ?? obstacle
        case .values(let set): if set.values.count < values?.values.count ?? .max { values = set }
        case .excluded(let set): excluded.append(set)
        case .size(let low, let high):
            minimumSize = max(minimumSize, low)
            maximumSize = min(maximumSize, high)
            return minimumSize <= maximumSize
        case .pattern(let pattern, let matches):
            guard !patterns.contains(where: { $0.pattern == pattern && $0.matches != matches }) else { return false }
            patterns.append((pattern, matches))
        case .format(let format, let isOne):
            guard (formats.updateValue(isOne, forKey: format) ?? isOne) == isOne else { return false }
            if isOne { maximumSize = min(maximumSize, format.grammar.longest) }
            return minimumSize <= maximumSize
                && !formats.contains { $0.value && $0.key.broader.map { formats[$0] } == false }
        case .lower, .upper, .multiple: return numbers.absorb(fact)
        case .prefix, .rest, .someElement, .atLeast, .atMost, .unique: return elements.absorb(fact)
        default: return members.absorb(fact)
        }
        return true
    }

    /// Adds facts; false as soon as one contradicts.
    mutating func absorb(_ facts: [Fact]) -> Bool {
        for fact in facts where !absorb(fact) { return false }
        return true
    }
}

/// What is asked of a number.
struct NumberFacts {
    var lower: (bound: ExactNumber, isExclusive: Bool)?
    var upper: (bound: ExactNumber, isExclusive: Bool)?
    var multiples: [ExactNumber] = []
    var nonMultiples: [ExactNumber] = []

    mutating func absorb(_ fact: Fact) -> Bool {
        switch fact {
        case .lower(let bound, let isExclusive):
            if let known = lower, (known.bound, known.isExclusive ? 1 : 0) >= (bound, isExclusive ? 1 : 0) { break }
            lower = (bound, isExclusive)
        case .upper(let bound, let isExclusive):
            if let known = upper, (known.bound, known.isExclusive ? 0 : 1) <= (bound, isExclusive ? 0 : 1) { break }
            upper = (bound, isExclusive)
        case .multiple(let divisor, true): multiples.append(divisor)
        case .multiple(let divisor, false): nonMultiples.append(divisor)
        default: break
        }
        guard let lower, let upper else { return true }
        return lower.bound < upper.bound || lower.bound == upper.bound && !lower.isExclusive && !upper.isExclusive
    }
}

/// What is asked of an array's elements.
struct ElementFacts {
    var prefixes: [[Literal]] = []
    var rests: [(start: Int, literal: Literal)] = []
    var needs: [(indexes: Range<Int>, literal: Literal)] = []
    var atLeast: [(count: Int, literal: Literal)] = []
    var atMost: [(count: Int, literal: Literal)] = []
    var isUnique = false
    var hasDuplicates = false

    mutating func absorb(_ fact: Fact) -> Bool {
        switch fact {
        case .prefix(let literals): prefixes.append(literals)
        case .rest(let start, let literal): rests.append((start, literal))
        case .someElement(let indexes, let literal):
            guard literal != Literal.truth.negated else { return false }
            needs.append((indexes, literal))
        case .atLeast(let count, let literal):
            atLeast.append((count, literal))
            return !atMost.contains { $0.literal == literal && $0.count < count }
        case .atMost(0, let literal): rests.append((0, literal.negated))
        case .atMost(let count, let literal):
            atMost.append((count, literal))
            return !atLeast.contains { $0.literal == literal && $0.count > count }
        case .unique(true): isUnique = true
        case .unique(false): hasDuplicates = true
        default: break
        }
        return !(isUnique && hasDuplicates)
    }

    /// From here on all indexes are asked the same.
    var homogeneousFrom: Int {
        let ends = needs.map { $0.indexes.upperBound == .max ? $0.indexes.lowerBound : $0.indexes.upperBound }
        let starts = prefixes.map(\.count) + rests.map(\.start) + ends
        return starts.max() ?? 0
    }

    /// What is asked of the element at an index, if it is there.
    func literals(at index: Int) -> [Literal] {
        prefixes.compactMap { index < $0.count ? $0[index] : nil }
            + rests.filter { $0.start <= index }.map(\.literal)
    }
}

/// What is asked of an object's members.
struct MemberFacts {
    var tables: [(table: PropertyTable, origin: Origin)] = []
    var extras: [PropertyName: [Literal]] = [:]
    var required = NameList()
    var absent: Set<PropertyName> = []
    var matching: [(pattern: SchemaPattern, literal: Literal)] = []
    var additional: [(cover: NameCover, literal: Literal)] = []
    var names: [Literal] = []
    var needs: [MemberNeed] = []
    /// Whether anything changed that required members are asked.
    var isFresh = true

    mutating func absorb(_ fact: Fact) -> Bool {
        isFresh = true
        switch fact {
        case .table(let table, let origin): tables.append((table, origin))
        case .property(let name, let literal): extras[name, default: []].append(literal)
        case .present(let name):
            required.insert(name)
            return !absent.contains(name)
        case .absent(let name):
            absent.insert(name)
            return !required.contains(name)
        case .matching(let pattern, let literal): matching.append((pattern, literal))
        case .additional(let cover, let literal): additional.append((cover, literal))
        case .names(let literal): names.append(literal)
        case .someMember(let need):
            needs.append(need)
            return need.value != Literal.truth.negated && need.name != Literal.truth.negated
        default: break
        }
        return true
    }
}

/// Names, each once, in the order in which they came.
struct NameList {
    private(set) var names: [PropertyName] = []
    private var members: Set<PropertyName> = []

    var count: Int { names.count }
    var isEmpty: Bool { names.isEmpty }

    func contains(_ name: PropertyName) -> Bool { members.contains(name) }

    mutating func insert(_ name: PropertyName) { if members.insert(name).inserted { names.append(name) } }
}
