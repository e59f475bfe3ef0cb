internal import Compatibility
internal import Contracts
internal import Syntax

/// Names what changed from an old to a new version without breaking a reader.
///
/// What breaks one is not told again: each change is one finding in one of the two directions, or here.
struct QuietChanges {
    typealias Visit = SchemaFindings.Visit

    /// The new version is the reader.
    let schemas: SchemaPair
    var findings: SchemaFindings
    private var steps: Int

    let old: AvroSchema
    let new: AvroSchema

    private init(_ schemas: SchemaPair, _ budget: Int) {
        self.schemas = schemas
        old = schemas.writer
        new = schemas.reader
        findings = SchemaFindings(schemas, from: [schemas.root], .backward)
        steps = budget
    }

    /// All that changed quietly.
    ///
    /// - Parameters:
    ///   - schemas: The new version as reader, the old one as writer.
    ///   - budget: Pairs of types that are looked at; what lies beyond is not told.
    /// - Returns: Findings of no direction, and warnings.
    static func findings(between schemas: SchemaPair, budget: Int) -> [Finding] {
        var walk = QuietChanges(schemas, budget)
        while walk.steps > 0, let visit = walk.findings.next() {
            walk.steps -= 1
            walk.look(at: visit)
        }
        return walk.findings.all
    }

    private mutating func look(at visit: Visit) {
        let (after, before) = (new.target(of: visit.reader), old.target(of: visit.writer))
        let (mine, theirs) = (new[after], old[before])
        if mine.kind == .union || theirs.kind == .union { return lookAtBranches(visit, mine, theirs) }
        guard mine.kind == theirs.kind else { return lookAtPromotion(visit, mine.kind, theirs.kind) }
        if mine.logical != theirs.logical { addLogicalChange(visit, mine, theirs) }
        switch mine.kind {
        case .array, .map:
            findings.push([findings.part(of: visit, .element, TypeID(mine.first), TypeID(theirs.first))])
        case .record where schemas.namesMatch(after, before):
            lookAtRecord(visit.with(after, before))
        case .enumeration where schemas.namesMatch(after, before):
            lookAtDefinition(visit.with(after, before), mine, theirs)
        case .fixed where schemas.namesMatch(after, before): lookAtNamed(visit, after, before)
        default: return
        }
    }

    /// Enumerations are looked at where they are defined, once.
    private mutating func lookAtDefinition(_ visit: Visit, _ mine: AvroType, _ theirs: AvroType) {
        guard let inside = findings.enter(visit) else { return }
        lookAtNamed(inside, visit.reader, visit.writer)
        lookAtSymbols(inside, mine, theirs)
    }

    private mutating func lookAtRecord(_ visit: Visit) {
        guard let inside = findings.enter(visit) else { return }
        lookAtNamed(inside, visit.reader, visit.writer)
        let (mine, theirs) = (new[visit.reader], old[visit.writer])
        let matches = schemas.matchedFields(mine, theirs)
        var parts: [Visit] = []
        var isKept = [Bool](repeating: false, count: theirs.count)
        var last = -1
        var isInOrder = true
        for (slot, match) in matches.enumerated() {
            let field = new.fields[mine.first + slot]
            guard let match else {
                if field.hasDefault { addField(.fieldAdded, inside, slot, field) }
                continue
            }
            isKept[match] = true
            isInOrder = isInOrder && match > last
            last = match
            let part = findings.part(of: inside, .field(field.name), field.type, old.fields[theirs.first + match].type)
            lookAtField(inside, part, slot, match)
            if !isPlain(part.reader, part.writer) { parts.append(part) }
        }
        addRemovedFields(inside, theirs, isKept)
        if !isInOrder { addReordering(inside) }
        findings.push(parts)
    }

    /// Whether both are one primitive type without more to it, so that there is nothing to look at.
    func isPlain(_ after: TypeID, _ before: TypeID) -> Bool {
        let (mine, theirs) = (new[after], old[before])
        return mine.kind == theirs.kind && mine.kind.rawValue <= AvroType.Kind.string.rawValue
            && mine.logical == theirs.logical
    }

    private mutating func addRemovedFields(_ record: Visit, _ theirs: AvroType, _ isKept: [Bool]) {
        for (slot, isKept) in isKept.enumerated() where !isKept {
            let field = old.fields[theirs.first + slot]
            if field.hasDefault { addField(.fieldRemoved, record, slot, field) }
        }
    }

    private mutating func addField(_ rule: AvroRule, _ record: Visit, _ slot: Int, _ field: AvroField) {
        let isNew = rule == .fieldAdded
        let name = isNew ? new.names.text(field.name) : old.names.text(field.name)
        findings.add(
            rule,
            at: record,
            isNew ? .field(field.name) : .formerField(field.name),
            isDirected: false,
            reader: isNew ? new.place(ofField: slot, in: record.reader) : nil,
            writer: isNew ? nil : old.place(ofField: slot, in: record.writer),
            isNew
                ? "the field '\(name)' is new; readers of older data see its default"
                : "the field '\(name)' is gone; old readers see their default for it"
        )
    }

    private mutating func addReordering(_ record: Visit) {
        findings.add(
            .fieldsReordered,
            at: record,
            isDirected: false,
            reader: new.place(of: record.reader, "fields"),
            writer: old.place(of: record.writer, "fields"),
            "fields stand in another order; readers find them by name"
        )
    }
}
