internal import Compatibility
internal import Contracts
internal import Syntax

extension QuietChanges {
    mutating func lookAtField(_ record: Visit, _ part: Visit, _ slot: Int, _ match: Int) {
        let mine = new.fields[new[record.reader].first + slot]
        let theirs = old.fields[old[record.writer].first + match]
        if !new.names.has(mine.name, as: theirs.name, of: old.names) {
            let name = old.names.text(theirs.name)
            addFieldChange(.fieldRenamed, record, part, slot, match, "name", "the field was '\(name)', its alias now")
        }
        if mine.hasDefault || theirs.hasDefault { lookAtDefault(record, part, slot, match, mine, theirs) }
        if mine.order != theirs.order {
            let message = "the field sorts \(mine.order) now, \(theirs.order) before"
            addFieldChange(.sortOrderChanged, record, part, slot, match, "order", message)
        }
        if mine.hasDoc || theirs.hasDoc, !hasSame("doc", record, slot, match) {
            addFieldChange(.docChanged, record, part, slot, match, "doc", "the field's text for people changed")
        }
        for (rule, names) in aliasChanges(mine.aliases, theirs.aliases, besides: theirs.name) {
            addFieldChange(rule, record, part, slot, match, "aliases", "the field's aliases: \(names)")
        }
    }

    private mutating func lookAtDefault(
        _ record: Visit,
        _ part: Visit,
        _ slot: Int,
        _ match: Int,
        _ mine: AvroField,
        _ theirs: AvroField
    ) {
        switch (theirs.hasDefault, mine.hasDefault) {
        case (true, false):
            let message = "the field has no default any more; data from before the field existed cannot be read"
            addFieldChange(.defaultRemoved, record, part, slot, match, "default", message)
        case (false, true):
            addFieldChange(.defaultAdded, record, part, slot, match, "default", "the field has a default now")
        default:
            guard !hasSame("default", record, slot, match) else { return }
            let message = "the field's default changed; readers of data without the field see the new one"
            addFieldChange(.defaultChanged, record, part, slot, match, "default", message)
        }
    }

    private func hasSame(_ key: String, _ record: Visit, _ slot: Int, _ match: Int) -> Bool {
        let mine = new.fieldNodes[new[record.reader].first + slot][key]
        let theirs = old.fieldNodes[old[record.writer].first + match][key]
        return Self.areSame(mine, theirs)
    }

    static func areSame(_ mine: Node?, _ theirs: Node?) -> Bool {
        guard let mine, let theirs else { return mine == nil && theirs == nil }
        return mine.hasSameValue(as: theirs)
    }

    private mutating func addFieldChange(
        _ rule: AvroRule,
        _ record: Visit,
        _ part: Visit,
        _ slot: Int,
        _ match: Int,
        _ key: String,
        _ message: String
    ) {
        findings.add(
            rule,
            at: part,
            isDirected: false,
            reader: new.place(ofField: slot, in: record.reader, key),
            writer: old.place(ofField: match, in: record.writer, key),
            message
        )
    }

    /// Aliases that came and went; the name that a thing had before is no news as alias.
    func aliasChanges(
        _ mine: Range<Int>,
        _ theirs: Range<Int>,
        besides former: NameID
    ) -> [(AvroRule, names: String)] {
        guard !mine.isEmpty || !theirs.isEmpty else { return [] }
        let after = Set(new.aliases[mine].map { new.names.text($0) })
        let before = Set(old.aliases[theirs].map { old.names.text($0) })
        let came = after.subtracting(before).subtracting([old.names.text(former)]).sorted()
        let went = before.subtracting(after).sorted()
        return [(.aliasesAdded, came, "added "), (.aliasesRemoved, went, "removed ")].compactMap { rule, names, word in
            names.isEmpty ? nil : (rule, word + SymbolList.text(names))
        }
    }
}
