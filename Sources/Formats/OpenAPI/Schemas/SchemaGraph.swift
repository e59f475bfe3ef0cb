internal import Syntax

/// The pairs of schemas that two documents lead to, each compared once, with the pairs inside of it.
///
/// Schemas refer to one another in circles; the graph has each pair once, so that its size follows the schemas and not
/// the ways through them.
final class SchemaGraph {
    /// A pair of schemas and which way its values go.
    struct Key: Hashable {
        let old: SchemaReader.ID
        let new: SchemaReader.ID
        let flow: ValueFlow
        let medium: Medium
    }

    /// What one pair shows.
    struct Entry {
        let key: Key
        /// Whether both schemas say the same, so that nothing was compared, or nothing could be found.
        var isSame: Bool
        var changes: [ChangeTraits] = []
        /// The pairs inside that are not passed over.
        var parts: [Part] = []
    }

    /// A pair inside of another.
    struct Part {
        /// The step in the address: a member's name, `*`, or nothing for what holds at the same place.
        let step: String?
        let variance: Variance
        let index: Int
    }

    let readers: Pair<SchemaReader>
    private(set) var entries: [Entry] = []
    /// The changes of all pairs, by number.
    private(set) var changes: [SchemaChange] = []
    private var indices: [Key: Int] = [:]
    /// By pair and variance, the last walk that came by.
    private var walked: [Int] = []
    private var walk = 0
    private var waiting: [(index: Int, sources: Pair<[Node]>, within: Pair<Node>)] = []

    private let sameness: Sameness
    private let rules: SunsetRules

    init(_ versions: Pair<APIDescription>, _ sameness: Sameness, _ rules: SunsetRules) {
        self.rules = rules
        readers = versions.map(SchemaReader.init)
        self.sameness = sameness
    }

    /// The pair of two schemas; all pairs inside of it are compared as well.
    func index(of schemas: Pair<Node>, flow: ValueFlow, in medium: Medium) -> Int {
        let index = reserve(schemas.map { [$0] }, flow, medium, within: schemas)
        while let next = waiting.popLast() { complete(next.index, of: next.sources, within: next.within) }
        return index
    }

    private func reserve(_ schemas: Pair<[Node]>, _ flow: ValueFlow, _ medium: Medium, within place: Pair<Node>) -> Int
    {
        let key = Key(
            old: readers.old.id(of: schemas.old),
            new: readers.new.id(of: schemas.new),
            flow: flow,
            medium: medium
        )
        if let known = indices[key] { return known }
        indices[key] = entries.count
        let isSame = sameness.holds(schemas)
        if !isSame { waiting.append((entries.count, schemas, place)) }
        entries.append(Entry(key: key, isSame: isSame))
        return entries.count - 1
    }

    /// Whether a pair was passed over because both say the same.
    func isSame(_ index: Int) -> Bool { entries[index].isSame }

    private func complete(_ index: Int, of sources: Pair<[Node]>, within place: Pair<Node>) {
        let key = entries[index].key
        var comparison = KeywordComparison(
            key,
            of: sources,
            by: rules,
            readBy: readers,
            sameBy: sameness,
            within: place
        )
        comparison.compare()
        let parts = comparison.parts.map { part in
            Part(
                step: part.step,
                variance: part.variance,
                index: reserve(part.schemas, key.flow, key.medium, within: comparison.place)
            )
        }
        for change in comparison.changes {
            entries[index].changes.append(ChangeTraits(change, number: changes.count))
            changes.append(change)
        }
        entries[index].parts = parts.filter { !entries[$0.index].isSame }
        entries[index].isSame = comparison.changes.isEmpty && parts.isEmpty && !comparison.hasSameParts
    }
}

/// Marks for walks, of which one goes on at a time.
extension SchemaGraph {
    func beginWalk() {
        walk += 1
        walked += repeatElement(0, count: entries.count * Variance.allCases.count - walked.count)
    }

    /// Whether the walk comes by a pair for the first time.
    func isNewToWalk(_ index: Int, _ variance: Variance) -> Bool {
        let place = index * Variance.allCases.count + variance.rawValue
        defer { walked[place] = walk }
        return walked[place] != walk
    }
}
