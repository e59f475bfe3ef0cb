internal import Compatibility
internal import Contracts
internal import Syntax

extension QuietChanges {
    mutating func lookAtNamed(_ visit: Visit, _ after: TypeID, _ before: TypeID) {
        guard let mine = new.named(after), let theirs = old.named(before) else { return }
        if !new.names.has(mine.full, as: theirs.full, of: old.names) {
            let isSimple = new.names.has(mine.simple, as: theirs.simple, of: old.names)
            let (now, then) = (new.names.text(mine.full), old.names.text(theirs.full))
            let rule = isSimple ? AvroRule.namespaceChanged : .typeRenamed
            addNamedChange(rule, visit, after, before, "name", "the type '\(then)' is '\(now)' now")
        }
        if mine.hasDoc || theirs.hasDoc,
            !Self.areSame(new.nodes[after.index]["doc"], old.nodes[before.index]["doc"])
        {
            addNamedChange(.docChanged, visit, after, before, "doc", "the type's text for people changed")
        }
        for (rule, names) in aliasChanges(mine.aliases, theirs.aliases, besides: theirs.full) {
            addNamedChange(rule, visit, after, before, "aliases", "the type's aliases: \(names)")
        }
    }

    private mutating func addNamedChange(
        _ rule: AvroRule,
        _ visit: Visit,
        _ after: TypeID,
        _ before: TypeID,
        _ key: String,
        _ message: String
    ) {
        findings.add(
            rule,
            at: visit,
            isDirected: false,
            reader: new.place(of: after, key),
            writer: old.place(of: before, key),
            message
        )
    }

    mutating func lookAtSymbols(_ visit: Visit, _ mine: AvroType, _ theirs: AvroType) {
        guard let after = new.named(visit.reader), let before = old.named(visit.writer) else { return }
        let now = after.defaultSymbol.map { new.names.text($0) }
        let then = before.defaultSymbol.map { old.names.text($0) }
        if now != then {
            let message = "the enum's default is \(now ?? "none") now, \(then ?? "none") before"
            addNamedChange(.enumDefaultChanged, visit, visit.reader, visit.writer, "default", message)
        }
        guard !hasSameSymbols(mine, theirs) else { return }
        let gone = schemas.missingSymbols(mine, theirs).map { old.names.text($0) }
        let added = SchemaPair(reader: old, writer: new).missingSymbols(theirs, mine).map { new.names.text($0) }
        if !gone.isEmpty, now != nil {
            let message = "symbols are gone, for which new readers see the default: \(SymbolList.text(gone))"
            addNamedChange(.symbolsRemoved, visit, visit.reader, visit.writer, "symbols", message)
        }
        if !added.isEmpty, then != nil {
            let message = "symbols are new, for which old readers see their default: \(SymbolList.text(added))"
            addNamedChange(.symbolsAdded, visit, visit.reader, visit.writer, "symbols", message)
        }
        if !isInOrder(mine, theirs) {
            let message = "symbols stand in another order, by which values are sorted"
            addNamedChange(.symbolsReordered, visit, visit.reader, visit.writer, "symbols", message)
        }
    }

    private func hasSameSymbols(_ mine: AvroType, _ theirs: AvroType) -> Bool {
        guard mine.count == theirs.count else { return false }
        for (after, before) in zip(mine.range, theirs.range)
        where !new.names.has(new.symbols[after], as: old.symbols[before], of: old.names) { return false }
        return true
    }

    /// Whether the symbols that both have stand in one order.
    private func isInOrder(_ mine: AvroType, _ theirs: AvroType) -> Bool {
        let (after, before) = (new.symbols[mine.range], old.symbols[theirs.range])
        let same = zip(after, before).prefix { new.names.has($0, as: $1, of: old.names) }.count
        guard same < min(after.count, before.count) else { return true }
        let places = Dictionary(zip(before, 0...)) { first, _ in first }
        let kept = after.compactMap { old.names.id(of: $0, in: new.names).flatMap { places[$0] } }
        return zip(kept, kept.dropFirst()).allSatisfy { $0 < $1 }
    }
}
