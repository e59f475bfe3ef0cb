internal import Contracts

// Fields, their arguments, and input fields.
extension SchemaChanges {
    mutating func compareFields(_ old: TypeDefinition, _ new: TypeDefinition, _ name: String) {
        let (before, after) = (pair.old.fields[old.members.range], pair.new.fields[new.members.range])
        let matching = pair.matching(before.map(\.name), after.map(\.name))
        let (isUsed, isUsedNow) = (oldUsage.isUsed(old.name), newUsage.isUsed(new.name))
        for index in matching.removed {
            let field = before[before.startIndex + index]
            let spelling = "\(name).\(pair.old.names.spelling(field.name))"
            add(
                .fieldRemoved,
                Weight(backward: error(if: isUsed), forward: .info),
                at: spelling,
                Offsets(old: field.offset, new: new.offset),
                "the field '\(spelling)' was removed",
                remedy: "keep the field, deprecated, until no client asks for it"
            )
        }
        for index in matching.added {
            let field = after[after.startIndex + index]
            let spelling = "\(name).\(pair.new.names.spelling(field.name))"
            add(
                .fieldAdded,
                Weight(backward: .info, forward: error(if: isUsedNow)),
                at: spelling,
                Offsets(old: old.offset, new: field.offset),
                "the field '\(spelling)' is new"
            )
        }
        for (old, new) in matching.both {
            let (one, other) = (before[before.startIndex + old], after[after.startIndex + new])
            compareField(one, other, name, isUsed: isUsed, isUsedNow: isUsedNow)
        }
    }

    private mutating func compareField(
        _ old: Member,
        _ new: Member,
        _ owner: String,
        isUsed: Bool,
        isUsedNow: Bool
    ) {
        let name = "\(owner).\(pair.old.names.spelling(old.name))"
        compareNotes(old, new) { _ in name }
        if !old.arguments.isEmpty || !new.arguments.isEmpty {
            compareArguments(old, new, name, isUsed: isUsed, isUsedNow: isUsedNow)
        }
        guard !isSame(old.type, new.type) else { return }
        let isNarrower = new.type.isSubtype(of: old.type) { narrowing.suits($1, $0) }
        let isWider = old.type.isSubtype(of: new.type) { widening.suits($1, $0) }
        let pair = pair
        let isExhausted = isNarrower || isWider ? false : narrowing.isExhausted || widening.isExhausted
        add(
            isNarrower ? .fieldChangedKindSafe : .fieldChangedKind,
            Weight(backward: error(if: isUsed && !isNarrower), forward: error(if: isUsedNow && !isWider)),
            at: name,
            Offsets(old: old.type.offset, new: new.type.offset),
            pair.typeMessage("field '\(name)'", old.type, new.type),
            undecided: isExhausted ? "there are too many types to look at for every field that changed" : nil
        )
    }

    /// A type of the old version and one of the new, as they are written.
    func isSame(_ old: TypeReference, _ new: TypeReference) -> Bool {
        old.wrappers == new.wrappers && pair.areSame(old.name, new.name)
    }

    private mutating func compareArguments(
        _ old: Member,
        _ new: Member,
        _ field: String,
        isUsed: Bool,
        isUsedNow: Bool
    ) {
        let changes = InputChanges(
            removed: .argumentRemoved,
            requiredAdded: .requiredArgumentAdded,
            optionalAdded: .optionalArgumentAdded,
            typeChanged: .argumentChangedKind,
            typeChangedSafely: .argumentChangedKindSafe,
            defaultAdded: .argumentDefaultAdded,
            defaultChanged: .argumentDefaultChanged,
            what: "argument",
            addedWeight: .warning,
            isUsed: isUsed,
            isUsedNow: isUsedNow
        )
        let (before, after) = (pair.old.arguments[old.arguments.range], pair.new.arguments[new.arguments.range])
        compareInputs(before, after, changes, Offsets(old: old.offset, new: new.offset)) { "\(field)(\($0):)" }
    }

    mutating func compareInputFields(_ old: TypeDefinition, _ new: TypeDefinition, _ name: String) {
        let changes = InputChanges(
            removed: .fieldRemoved,
            requiredAdded: .requiredInputFieldAdded,
            optionalAdded: .optionalInputFieldAdded,
            typeChanged: .fieldChangedKind,
            typeChangedSafely: .fieldChangedKindSafe,
            defaultAdded: .inputFieldDefaultChanged,
            defaultChanged: .inputFieldDefaultChanged,
            what: "input field",
            addedWeight: .warning,
            isUsed: oldUsage.isUsed(old.name),
            isUsedNow: newUsage.isUsed(new.name)
        )
        let (before, after) = (pair.old.fields[old.members.range], pair.new.fields[new.members.range])
        compareInputs(before, after, changes, Offsets(old: old.offset, new: new.offset)) { "\(name).\($0)" }
    }
}
