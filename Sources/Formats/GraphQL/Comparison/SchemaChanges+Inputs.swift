internal import Contracts

/// How changes of what is sent are named, and whether anybody can send it.
struct InputChanges {
    let removed: GraphQLRule
    let requiredAdded: GraphQLRule
    let optionalAdded: GraphQLRule
    let typeChanged: GraphQLRule
    let typeChangedSafely: GraphQLRule
    let defaultAdded: GraphQLRule
    let defaultChanged: GraphQLRule
    /// In messages, such as `argument`.
    let what: String
    /// How much an addition weighs that may be left out.
    let addedWeight: Severity
    let isUsed: Bool
    let isUsedNow: Bool
}

// Arguments and input fields: the new version must take all that the old one took.
extension SchemaChanges {
    mutating func compareInputs(
        _ before: ArraySlice<Member>,
        _ after: ArraySlice<Member>,
        _ changes: InputChanges,
        _ owners: Offsets,
        _ coordinate: (String) -> String
    ) {
        let matching = pair.matching(before.map(\.name), after.map(\.name))
        for index in matching.removed {
            let value = before[before.startIndex + index]
            let name = coordinate(pair.old.names.spelling(value.name))
            add(
                changes.removed,
                Weight(
                    backward: error(if: changes.isUsed),
                    forward: error(if: changes.isUsedNow && value.isRequired)
                ),
                at: name,
                Offsets(old: value.offset, new: owners.new),
                "the \(changes.what) '\(name)' was removed",
                remedy: "keep it and ignore what is sent"
            )
        }
        for index in matching.added { addInput(after[after.startIndex + index], changes, owners, coordinate) }
        for (old, new) in matching.both {
            let (one, other) = (before[before.startIndex + old], after[after.startIndex + new])
            compareInput(one, other, changes, coordinate(pair.old.names.spelling(one.name)))
        }
    }

    private mutating func addInput(
        _ value: Member,
        _ changes: InputChanges,
        _ owners: Offsets,
        _ coordinate: (String) -> String
    ) {
        let name = coordinate(pair.new.names.spelling(value.name))
        let optional: Severity = changes.isUsed && !value.type.isNonNull ? changes.addedWeight : .info
        add(
            value.isRequired ? changes.requiredAdded : changes.optionalAdded,
            Weight(
                backward: value.isRequired ? error(if: changes.isUsed) : optional,
                forward: error(if: changes.isUsedNow)
            ),
            at: name,
            Offsets(old: owners.old, new: value.offset),
            "the \(value.isRequired ? "required" : "optional") \(changes.what) '\(name)' is new",
            remedy: value.isRequired ? "let it be null, or give it a default" : nil
        )
    }

    private mutating func compareInput(_ old: Member, _ new: Member, _ changes: InputChanges, _ name: String) {
        compareNotes(old, new) { _ in name }
        let isTypeSame = isSame(old.type, new.type)
        if !isTypeSame {
            let pair = pair
            let takesAll = old.type.isSubtype(of: new.type) { pair.areSame($0, $1) }
            let tookAll = new.type.isSubtype(of: old.type) { pair.areSame($1, $0) }
            add(
                takesAll ? changes.typeChangedSafely : changes.typeChanged,
                Weight(
                    backward: error(if: changes.isUsed && !takesAll),
                    forward: error(if: changes.isUsedNow && !tookAll)
                ),
                at: name,
                Offsets(old: old.type.offset, new: new.type.offset),
                pair.typeMessage("\(changes.what) '\(name)'", old.type, new.type)
            )
        }
        compareDefaults(old, new, changes, name)
    }

    /// Whoever leaves it out gets the default; where there is none and null is no value, it must be sent.
    private mutating func compareDefaults(_ old: Member, _ new: Member, _ changes: InputChanges, _ name: String) {
        guard old.hasDefault || new.hasDefault else { return }
        let before = old.hasDefault ? pair.old.constant(old.value) : nil
        let after = new.hasDefault ? pair.new.constant(new.value) : nil
        guard before != after else { return }
        let becameRequired = new.isRequired && !old.isRequired && old.type.isNonNull
        let wasRequired = old.isRequired
        let isSafe = wasRequired || !changes.isUsed
        add(
            before == nil ? changes.defaultAdded : changes.defaultChanged,
            Weight(
                backward: becameRequired ? error(if: changes.isUsed) : isSafe ? .info : .warning,
                forward: error(if: changes.isUsedNow && wasRequired && !new.isRequired && new.type.isNonNull)
            ),
            at: name,
            Offsets(old: old.offset, new: new.offset),
            "the \(changes.what) '\(name)' \(Self.told(before, after))\(becameRequired ? " and must be sent" : "")"
        )
    }

    private static func told(_ before: ConstantValue?, _ after: ConstantValue?) -> String {
        switch (before, after) {
        case (nil, let after?): "has the default \(after.spelling) now"
        case (let before?, nil): "does not have the default \(before.spelling) any more"
        default: "has the default \(after?.spelling ?? "") instead of \(before?.spelling ?? "")"
        }
    }
}
