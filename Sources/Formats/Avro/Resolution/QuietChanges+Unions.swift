internal import Compatibility
internal import Contracts
internal import Syntax

extension QuietChanges {
    /// Whether the branches of two unions are the same types in one order, as they nearly always are.
    private func haveSameBranches(_ mine: AvroType, _ theirs: AvroType) -> Bool {
        guard mine.kind == theirs.kind, mine.count == theirs.count else { return false }
        for (after, before) in zip(mine.range, theirs.range) {
            let (one, other) = (new.target(of: new.branches[after]), old.target(of: old.branches[before]))
            guard new[one].kind == old[other].kind else { return false }
            if new[one].named != nil, !schemas.namesMatch(one, other) { return false }
        }
        return true
    }

    private mutating func pushBranches(_ visit: Visit, _ mine: AvroType, _ theirs: AvroType) {
        for (after, before) in zip(mine.range, theirs.range).reversed() {
            let (one, other) = (new.branches[after], old.branches[before])
            if !isPlain(one, other) { findings.push([visit.with(one, other)]) }
        }
    }

    mutating func lookAtBranches(_ visit: Visit, _ mine: AvroType, _ theirs: AvroType) {
        guard !haveSameBranches(mine, theirs) else { return pushBranches(visit, mine, theirs) }
        let after = mine.kind == .union ? Array(new.branches[mine.range]) : [visit.reader]
        let before = theirs.kind == .union ? Array(old.branches[theirs.range]) : [visit.writer]
        var twins: [(TypeID, Int)] = []
        let places = BranchIndex(before, in: old)
        for branch in after {
            if let twin = places.twin(of: branch, in: schemas) { twins.append((branch, twin)) }
        }
        findings.push(twins.map { visit.with($0, before[$1]) })
        if zip(twins, twins.dropFirst()).contains(where: { $0.1 > $1.1 }) {
            findings.add(
                .branchesReordered,
                at: visit,
                isDirected: false,
                reader: new.place(of: visit.reader),
                writer: old.place(of: visit.writer),
                "the branches of the union stand in another order"
            )
        }
        if after.count == 1, before.count == 1, twins.isEmpty {
            findings.push([visit.with(after[0], before[0])])
        }
    }

    mutating func lookAtPromotion(_ visit: Visit, _ mine: AvroType.Kind, _ theirs: AvroType.Kind) {
        if mine == .string && theirs == .bytes || mine == .bytes && theirs == .string {
            addPromotion(
                .textBytesChanged,
                visit,
                isDirected: false,
                "\(theirs.word) became \(mine.word); readers convert"
            )
        } else if mine == .float && theirs.rawValue < mine.rawValue || mine == .double && theirs == .long {
            let message = "\(theirs.word) is read as \(mine.word), which rounds large numbers"
            addPromotion(.precisionLost, visit, isDirected: true, message)
        }
    }

    private mutating func addPromotion(_ rule: AvroRule, _ visit: Visit, isDirected: Bool, _ message: String) {
        findings.add(
            rule,
            at: visit,
            isDirected: isDirected,
            reader: new.place(of: visit.reader),
            writer: old.place(of: visit.writer),
            message
        )
    }

    mutating func addLogicalChange(_ visit: Visit, _ mine: AvroType, _ theirs: AvroType) {
        let (now, then) = (mine.logical?.description ?? "none", theirs.logical?.description ?? "none")
        findings.add(
            .logicalTypeChanged,
            at: visit,
            isDirected: false,
            reader: new.place(of: visit.reader, "logicalType"),
            writer: old.place(of: visit.writer, "logicalType"),
            "the logical type is \(now) now, \(then) before; no reader notices that values mean something else",
            remedy: "add a field with the new meaning, and keep the old one"
        )
    }
}

/// The branches of a union, found by type or name.
private struct BranchIndex {
    private var kinds: [AvroType.Kind: Int] = [:]
    private var names: [NameID: Int] = [:]

    init(_ branches: [TypeID], in schema: AvroSchema) {
        for (index, branch) in branches.enumerated() {
            let target = schema.target(of: branch)
            if let named = schema.named(target) {
                names[named.simple] = index
            } else {
                kinds[schema[target].kind] = index
            }
        }
    }

    /// The place of the old branch that a new one continues.
    func twin(of branch: TypeID, in schemas: SchemaPair) -> Int? {
        let target = schemas.reader.target(of: branch)
        guard let named = schemas.reader.named(target) else { return kinds[schemas.reader[target].kind] }
        return schemas.writer.names.id(of: named.simple, in: schemas.reader.names).flatMap { names[$0] }
    }
}
