internal import Contracts

// Types: gone, new, of another kind; interfaces, unions and enums.
extension SchemaChanges {
    mutating func compareAll() {
        compareRoots()
        compareSchemas()
        var matched = [Bool](repeating: false, count: pair.new.types.count)
        for old in pair.old.types {
            guard let name = pair.new(old.name), pair.new.typeIndices[Int(name.index)] >= 0 else {
                addRemoved(old)
                continue
            }
            let index = Int(pair.new.typeIndices[Int(name.index)])
            matched[index] = true
            compare(old, pair.new.types[index])
        }
        for (index, new) in pair.new.types.enumerated() where !matched[index] { addAdded(new) }
        compareDirectives()
    }

    private mutating func addRemoved(_ old: TypeDefinition) {
        guard !GraphQLSchema.isBuiltIn(old.name) else { return }
        let name = pair.old.names.spelling(old.name)
        add(
            .typeRemoved,
            Weight(backward: error(if: oldUsage.isUsed(old.name)), forward: .info),
            at: name,
            Offsets(old: old.offset, new: nil),
            "the type '\(name)' was removed",
            remedy: "keep the type until no client uses it"
        )
    }

    private mutating func addAdded(_ new: TypeDefinition) {
        guard !GraphQLSchema.isBuiltIn(new.name) else { return }
        let name = pair.new.names.spelling(new.name)
        add(
            .typeAdded,
            Weight(backward: .info, forward: error(if: newUsage.isUsed(new.name))),
            at: name,
            Offsets(old: nil, new: new.offset),
            "the type '\(name)' is new"
        )
    }

    private mutating func compare(_ old: TypeDefinition, _ new: TypeDefinition) {
        if !old.text.isEmpty, pair.areSame(old.text, new.text) { return }
        let offsets = Offsets(old: old.offset, new: new.offset)
        guard old.kind == new.kind else {
            let name = pair.old.names.spelling(old.name)
            add(
                .typeChangedKind,
                Weight(
                    backward: error(if: oldUsage.isUsed(old.name)),
                    forward: error(if: newUsage.isUsed(new.name))
                ),
                at: name,
                offsets,
                "'\(name)' was \(old.kind.phrase) and is \(new.kind.phrase)",
                remedy: "give the new type another name"
            )
            return
        }
        let name = pair.old.names.spelling(old.name)
        compareDescriptions(old.description, new.description, at: name, offsets)
        compareApplied(old.applied, new.applied, at: name, offsets)
        switch old.kind {
        case .scalar: break
        case .object, .interface:
            compareInterfaces(old, new, name)
            compareFields(old, new, name)
        case .union: compareUnions(old, new, name)
        case .enumeration: compareValues(old, new, name)
        case .input: compareInputFields(old, new, name)
        }
    }

    private mutating func compareInterfaces(_ old: TypeDefinition, _ new: TypeDefinition, _ name: String) {
        let (before, after) = (pair.old.references[old.interfaces.range], pair.new.references[new.interfaces.range])
        let matching = pair.matching(before.map(\.name), after.map(\.name))
        for index in matching.removed {
            let reference = before[before.startIndex + index]
            let interface = pair.old.names.spelling(reference.name)
            add(
                .implementedInterfaceRemoved,
                Weight(backward: error(if: oldUsage.isUsed(old.name)), forward: .info),
                at: "\(name)&\(interface)",
                Offsets(old: reference.offset, new: new.offset),
                "'\(name)' does not implement the interface '\(interface)' any more"
            )
        }
        for index in matching.added {
            let reference = after[after.startIndex + index]
            let interface = pair.new.names.spelling(reference.name)
            add(
                .implementedInterfaceAdded,
                Weight(
                    backward: oldUsage.isUsed(old.name) ? .warning : .info,
                    forward: error(if: newUsage.isUsed(new.name))
                ),
                at: "\(name)&\(interface)",
                Offsets(old: old.offset, new: reference.offset),
                "'\(name)' implements the interface '\(interface)' now"
            )
        }
    }

    private mutating func compareUnions(_ old: TypeDefinition, _ new: TypeDefinition, _ name: String) {
        let (before, after) = (pair.old.references[old.types.range], pair.new.references[new.types.range])
        let matching = pair.matching(before.map(\.name), after.map(\.name))
        for index in matching.removed {
            let reference = before[before.startIndex + index]
            let member = pair.old.names.spelling(reference.name)
            add(
                .typeRemovedFromUnion,
                Weight(backward: error(if: oldUsage.isUsed(old.name)), forward: .info),
                at: "\(name)|\(member)",
                Offsets(old: reference.offset, new: new.offset),
                "the union '\(name)' does not have the type '\(member)' any more"
            )
        }
        for index in matching.added {
            let reference = after[after.startIndex + index]
            let member = pair.new.names.spelling(reference.name)
            add(
                .typeAddedToUnion,
                Weight(
                    backward: oldUsage.isUsed(old.name) ? .warning : .info,
                    forward: error(if: newUsage.isUsed(new.name))
                ),
                at: "\(name)|\(member)",
                Offsets(old: old.offset, new: reference.offset),
                "the union '\(name)' has the type '\(member)' now, which old clients do not know"
            )
        }
    }

    /// A value that is gone breaks those who send it; one that is new surprises those who ask.
    private mutating func compareValues(_ old: TypeDefinition, _ new: TypeDefinition, _ name: String) {
        let (before, after) = (pair.old.fields[old.members.range], pair.new.fields[new.members.range])
        let matching = pair.matching(before.map(\.name), after.map(\.name))
        let (oldWays, newWays) = (oldUsage.ways(old.name), newUsage.ways(new.name))
        for index in matching.removed {
            let value = before[before.startIndex + index]
            let spelling = pair.old.names.spelling(value.name)
            add(
                .valueRemovedFromEnum,
                Weight(
                    backward: error(if: oldWays.contains(.input)),
                    forward: newWays.contains(.output) ? .warning : .info
                ),
                at: "\(name).\(spelling)",
                Offsets(old: value.offset, new: new.offset),
                "the enum '\(name)' does not have the value \(spelling) any more"
            )
        }
        for index in matching.added {
            let value = after[after.startIndex + index]
            let spelling = pair.new.names.spelling(value.name)
            add(
                .valueAddedToEnum,
                Weight(
                    backward: oldWays.contains(.output) ? .warning : .info,
                    forward: error(if: newWays.contains(.input))
                ),
                at: "\(name).\(spelling)",
                Offsets(old: old.offset, new: value.offset),
                "the enum '\(name)' has the value \(spelling) now, which old clients do not know"
            )
        }
        for (old, new) in matching.both {
            compareNotes(before[before.startIndex + old], after[after.startIndex + new]) { changes in
                "\(name).\(changes.pair.old.names.spelling(before[before.startIndex + old].name))"
            }
        }
    }
}
