/// Which types of a reader read which types of a writer.
///
/// Records may hold each other, so the verdict on a pair of records rests on others. Each pair is taken to be readable
/// until it is proved not to be; what had relied on it is then asked again. So the readable pairs are the largest set
/// that is consistent, whatever the order, and nothing is asked by nested calls but what nests in the text.
struct PairVerdicts {
    private struct Pair {
        let reader: TypeID
        let writer: TypeID
        var isReadable = true
        var isQueued = true
        /// Pairs whose verdict relies on this one.
        var dependents: [Int] = []
    }

    let schemas: SchemaPair
    private var pairs: [Pair] = []
    private var indices: [UInt64: Int] = [:]
    private var queue: [Int] = []
    private var asking: Int?
    /// Of the reader's unions that have more branches than are tried one after the other.
    private var unions: [TypeID: UnionIndex] = [:]
    private static let scanned = 8
    private var steps: Int
    /// Whether the budget did not suffice; verdicts are then no proof.
    private(set) var isExhausted = false

    /// Verdicts between two schemas, each found when it is asked for.
    ///
    /// - Parameters:
    ///   - schemas: The two.
    ///   - budget: Types that may be laid beside each other.
    init(_ schemas: SchemaPair, budget: Int) {
        self.schemas = schemas
        steps = budget
    }

    /// Whether the reader's type reads every value of the writer's.
    mutating func isReadable(_ reader: TypeID, _ writer: TypeID) -> Bool {
        while true {
            asking = nil
            let answer = reads(reader, writer)
            guard !queue.isEmpty else { return answer }
            settle()
        }
    }

    private mutating func settle() {
        while let index = queue.popLast() {
            pairs[index].isQueued = false
            guard pairs[index].isReadable else { continue }
            asking = index
            if !readsFields(pairs[index].reader, pairs[index].writer) { refuse(index) }
        }
    }

    private mutating func refuse(_ index: Int) {
        pairs[index].isReadable = false
        for dependent in pairs[index].dependents where pairs[dependent].isReadable && !pairs[dependent].isQueued {
            pairs[dependent].isQueued = true
            queue.append(dependent)
        }
        pairs[index].dependents = []
    }

    private mutating func readsFields(_ readerID: TypeID, _ writerID: TypeID) -> Bool {
        let (mine, theirs) = (schemas.reader[readerID], schemas.writer[writerID])
        steps -= mine.count
        let matches = schemas.matchedFields(mine, theirs)
        for (slot, match) in matches.enumerated() {
            let field = schemas.reader.fields[mine.first + slot]
            if let match {
                guard reads(field.type, schemas.writer.fields[theirs.first + match].type) else { return false }
            } else if !field.hasDefault {
                return false
            }
        }
        return true
    }

    private mutating func reads(_ readerID: TypeID, _ writerID: TypeID) -> Bool {
        steps -= 1
        guard steps > 0 else {
            isExhausted = true
            return true
        }
        let (reader, writer) = (schemas.reader.target(of: readerID), schemas.writer.target(of: writerID))
        let (mine, theirs) = (schemas.reader[reader], schemas.writer[writer])
        if theirs.kind == .union {
            for branch in schemas.writer.branches[theirs.range] where !reads(reader, branch) { return false }
            return true
        }
        if mine.kind == .union {
            return readsAsBranch(reader, mine, writer)
        }
        guard mine.kind == theirs.kind else { return SchemaPair.isPromoted(theirs.kind, to: mine.kind) }
        switch mine.kind {
        case .array, .map: return reads(TypeID(mine.first), TypeID(theirs.first))
        case .fixed: return mine.count == theirs.count && schemas.namesMatch(reader, writer)
        case .enumeration: return schemas.namesMatch(reader, writer) && readsSymbols(reader, mine, theirs)
        case .record: return schemas.namesMatch(reader, writer) && readsRecord(reader, writer)
        default: return true
        }
    }

    private mutating func readsAsBranch(_ union: TypeID, _ mine: AvroType, _ writer: TypeID) -> Bool {
        guard mine.count > Self.scanned else {
            for branch in schemas.reader.branches[mine.range] where reads(branch, writer) { return true }
            return false
        }
        for branch in index(ofUnion: union).candidates(for: writer, in: schemas) where reads(branch, writer) {
            return true
        }
        return false
    }

    /// Whether a reader's union has a branch with the name of a writer's type.
    mutating func hasNamesake(of writer: TypeID, inUnion reader: TypeID) -> Bool {
        let target = schemas.writer.target(of: writer)
        guard schemas.writer.named(target) != nil else { return false }
        return !index(ofUnion: schemas.reader.target(of: reader)).candidates(for: target, in: schemas).isEmpty
    }

    private mutating func index(ofUnion union: TypeID) -> UnionIndex {
        if let known = unions[union] { return known }
        let index = UnionIndex(of: schemas.reader[union], in: schemas.reader)
        unions[union] = index
        return index
    }

    private func readsSymbols(_ reader: TypeID, _ mine: AvroType, _ theirs: AvroType) -> Bool {
        schemas.reader.named(reader)?.defaultSymbol != nil || schemas.missingSymbols(mine, theirs).isEmpty
    }

    private mutating func readsRecord(_ reader: TypeID, _ writer: TypeID) -> Bool {
        let key = UInt64(reader.index) << 32 | UInt64(writer.index)
        if let index = indices[key] {
            if let asking, pairs[index].isReadable { pairs[index].dependents.append(asking) }
            return pairs[index].isReadable
        }
        indices[key] = pairs.count
        queue.append(pairs.count)
        pairs.append(Pair(reader: reader, writer: writer, dependents: asking.map { [$0] } ?? []))
        return true
    }
}

/// The branches of a reader's union by what they may read.
private struct UnionIndex {
    /// Branches without name, at most one of each type.
    private var plain: [TypeID] = []
    /// By name without namespace.
    private var named: [NameID: [TypeID]] = [:]
    /// By full name.
    private var aliased: [NameID: [TypeID]] = [:]

    init(of union: AvroType, in schema: AvroSchema) {
        for branch in schema.branches[union.range] {
            guard let type = schema.named(schema.target(of: branch)) else {
                plain.append(branch)
                continue
            }
            named[type.simple, default: []].append(branch)
            for alias in schema.aliases[type.aliases] { aliased[alias, default: []].append(branch) }
        }
    }

    /// The branches that may read a writer's type, which is no union.
    func candidates(for writer: TypeID, in schemas: SchemaPair) -> [TypeID] {
        guard let type = schemas.writer.named(writer) else { return plain }
        let names = schemas.writer.names
        let same = schemas.reader.names.id(of: type.simple, in: names).flatMap { named[$0] } ?? []
        let former = schemas.reader.names.id(of: type.full, in: names).flatMap { aliased[$0] } ?? []
        return same + former
    }
}
