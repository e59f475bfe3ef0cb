internal import Compatibility
internal import Contracts
internal import Syntax

/// Names the causes for which a reader does not read what a writer wrote.
///
/// - SeeAlso: Avro 1.12 specification, "Schema Resolution"; the kinds are those of Apache Avro's `SchemaCompatibility`.
struct Incompatibilities {
    let schemas: SchemaPair
    private var verdicts: PairVerdicts
    private var findings: SchemaFindings
    private let reads: String
    private let wrote: String

    private init(
        _ schemas: SchemaPair,
        from roots: [(reader: TypeID, writer: TypeID)],
        breaking direction: Direction,
        _ verdicts: PairVerdicts
    ) {
        self.schemas = schemas
        self.verdicts = verdicts
        findings = SchemaFindings(schemas, from: roots, direction)
        (reads, wrote) =
            direction == .backward ? ("the new version", "the old version") : ("the old version", "the new version")
    }

    /// All causes, each once, whichever of the types that sets of files are about it reaches.
    ///
    /// - Returns: Nothing if every value is read, by proof.
    static func findings(
        between schemas: SchemaPair,
        breaking direction: Direction,
        budget: Int
    ) -> [Finding] {
        var verdicts = PairVerdicts(schemas, budget: budget)
        let broken = schemas.roots.filter { !verdicts.isReadable($0.reader, $0.writer) }
        guard !verdicts.isExhausted else { return [undecided(direction, after: budget)] }
        guard !broken.isEmpty else { return [] }
        var walk = Incompatibilities(schemas, from: broken, breaking: direction, verdicts)
        while let visit = walk.findings.next() { walk.look(at: visit) }
        let all = walk.findings.all
        return walk.verdicts.isExhausted ? all + [undecided(direction, after: budget)] : all
    }

    private static func undecided(_ direction: Direction, after budget: Int) -> Finding {
        Finding(
            Finding.undecided,
            .error,
            direction: direction,
            path: "",
            message: "the schemas are too complex: not decided after \(budget) steps (limit stepBudget)",
            remedy: "divide the schema, or have it looked at by hand",
            undecided: "more than \(budget) steps"
        )
    }

    private mutating func look(at visit: SchemaFindings.Visit) {
        let (reader, writer) = (schemas.reader.target(of: visit.reader), schemas.writer.target(of: visit.writer))
        let (mine, theirs) = (schemas.reader[reader], schemas.writer[writer])
        if theirs.kind == .union { return lookAtBranches(visit, mine, theirs) }
        if mine.kind == .union {
            if !verdicts.isReadable(reader, writer) { addMissingBranch(visit, visit.writer) }
            return
        }
        guard mine.kind == theirs.kind else {
            if !SchemaPair.isPromoted(theirs.kind, to: mine.kind) { addTypeMismatch(visit) }
            return
        }
        switch mine.kind {
        case .array, .map:
            findings.push([findings.part(of: visit, .element, TypeID(mine.first), TypeID(theirs.first))])
        case .fixed: lookAtFixed(visit, reader, writer)
        case .enumeration: lookAtEnumeration(visit, reader, writer)
        case .record: lookAtRecord(visit, reader, writer)
        default: return
        }
    }

    private mutating func lookAtBranches(_ visit: SchemaFindings.Visit, _ mine: AvroType, _ theirs: AvroType) {
        let branches = schemas.writer.branches[theirs.range]
        guard mine.kind == .union else {
            return findings.push(branches.map { visit.with(visit.reader, $0) })
        }
        for branch in branches where !verdicts.isReadable(visit.reader, branch) { addMissingBranch(visit, branch) }
    }

    private mutating func addMissingBranch(_ visit: SchemaFindings.Visit, _ branch: TypeID) {
        let what = schemas.writer.description(of: branch)
        findings.add(
            .missingUnionBranch,
            at: visit,
            reader: schemas.reader.place(of: visit.reader),
            writer: schemas.writer.place(of: branch),
            "\(wrote) writes \(what), which no branch of the union of \(reads) reads\(cause(visit.reader, branch))",
            remedy: "keep a branch that reads \(what)"
        )
    }

    /// Why the branch of the same name does not read it; nothing where there is no such branch.
    private mutating func cause(_ union: TypeID, _ written: TypeID) -> String {
        let hasNamesake = verdicts.hasNamesake(of: written, inUnion: union)
        return hasNamesake ? "; the branch of that name has changed so that it does not" : ""
    }

    private mutating func addTypeMismatch(_ visit: SchemaFindings.Visit) {
        let written = schemas.writer.description(of: visit.writer)
        let read = schemas.reader.description(of: visit.reader)
        findings.add(
            .typeMismatch,
            at: visit,
            reader: schemas.reader.place(of: visit.reader),
            writer: schemas.writer.place(of: visit.writer),
            "\(wrote) writes \(written), \(reads) expects \(read), and the one is not read as the other",
            remedy: "keep \(written), or read both with a union"
        )
    }

    private mutating func lookAtName(_ visit: SchemaFindings.Visit, _ reader: TypeID, _ writer: TypeID) {
        guard !schemas.namesMatch(reader, writer) else { return }
        let (mine, theirs) = (schemas.reader.description(of: reader), schemas.writer.description(of: writer))
        findings.add(
            .nameMismatch,
            at: visit,
            reader: schemas.reader.place(of: reader, "name"),
            writer: schemas.writer.place(of: writer, "name"),
            "\(wrote) writes \(theirs), \(reads) expects \(mine), which has no alias for it",
            remedy: "keep the name, or add the other one to 'aliases'"
        )
    }

    private mutating func lookAtFixed(_ visit: SchemaFindings.Visit, _ reader: TypeID, _ writer: TypeID) {
        lookAtName(visit, reader, writer)
        let (mine, theirs) = (schemas.reader[reader].count, schemas.writer[writer].count)
        guard mine != theirs else { return }
        findings.add(
            .fixedSizeMismatch,
            at: visit,
            reader: schemas.reader.place(of: reader, "size"),
            writer: schemas.writer.place(of: writer, "size"),
            "\(wrote) writes \(theirs) bytes, \(reads) expects \(mine)",
            remedy: "keep the size, or add a fixed type under another name"
        )
    }

    private mutating func lookAtEnumeration(_ visit: SchemaFindings.Visit, _ reader: TypeID, _ writer: TypeID) {
        lookAtName(visit, reader, writer)
        guard schemas.reader.named(reader)?.defaultSymbol == nil else { return }
        let missing = schemas.missingSymbols(schemas.reader[reader], schemas.writer[writer])
        guard !missing.isEmpty else { return }
        let texts = missing.map { schemas.writer.names.text($0) }
        findings.add(
            .missingEnumSymbols,
            at: visit,
            reader: schemas.reader.place(of: reader, "symbols"),
            writer: schemas.writer.place(of: writer, "symbols"),
            "\(wrote) writes symbols that \(reads) has not, and it has no default for them: "
                + SymbolList.text(texts),
            remedy: "keep the symbols, or give the enum that reads a 'default'",
            witness: .string(texts[0])
        )
    }

    private mutating func lookAtRecord(_ visit: SchemaFindings.Visit, _ reader: TypeID, _ writer: TypeID) {
        if schemas.namesMatch(reader, writer), verdicts.isReadable(reader, writer) { return }
        guard let record = findings.enter(visit.with(reader, writer)) else { return }
        lookAtName(record, reader, writer)
        let (mine, theirs) = (schemas.reader[reader], schemas.writer[writer])
        var parts: [SchemaFindings.Visit] = []
        for (slot, match) in schemas.matchedFields(mine, theirs).enumerated() {
            let field = schemas.reader.fields[mine.first + slot]
            if let match {
                let type = schemas.writer.fields[theirs.first + match].type
                parts.append(findings.part(of: record, .field(field.name), field.type, type))
            } else if !field.hasDefault {
                addMissingDefault(record, slot, field)
            }
        }
        findings.push(parts)
    }

    private mutating func addMissingDefault(_ record: SchemaFindings.Visit, _ slot: Int, _ field: AvroField) {
        let name = schemas.reader.names.text(field.name)
        findings.add(
            .readerFieldMissingDefault,
            at: record,
            .field(field.name),
            reader: schemas.reader.place(ofField: slot, in: record.reader),
            writer: schemas.writer.place(of: record.writer, "fields"),
            "\(reads) expects the field '\(name)', which \(wrote) does not write, and has no default for it",
            remedy: "give the field a default, or keep it out"
        )
    }
}

extension SchemaFindings.Visit {
    /// Other types at the same address.
    func with(_ reader: TypeID, _ writer: TypeID) -> SchemaFindings.Visit {
        SchemaFindings.Visit(reader: reader, writer: writer, owner: owner, path: path)
    }
}

/// Symbols in a sentence.
enum SymbolList {
    private static let most = 10

    /// The first of them, and how many more there are.
    static func text(_ symbols: [String]) -> String {
        let shown = symbols.prefix(most).joined(separator: ", ")
        return symbols.count > most ? "\(shown) and \(symbols.count - most) more" : shown
    }
}
