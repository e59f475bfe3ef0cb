internal import Contracts

// Directives and the schema's operations.
extension SchemaChanges {
    mutating func compareDirectives() {
        for old in pair.old.directives {
            if let name = pair.new(old.name), let new = pair.new.directive(name) {
                if !pair.areSame(old.text, new.text) { compare(old, new) }
            } else if !Self.isBuiltIn(old.name) {
                let name = "@\(pair.old.names.spelling(old.name))"
                add(
                    .directiveRemoved,
                    Weight(backward: error(if: isOpen(old.locations, oldUsage)), forward: .info),
                    at: name,
                    Offsets(old: old.offset, new: nil),
                    "the directive '\(name)' was removed"
                )
            }
        }
        for new in pair.new.directives where !Self.isBuiltIn(new.name) {
            guard new.name.number(in: pair).map({ pair.old.directive($0) == nil }) ?? true else { continue }
            let name = "@\(pair.new.names.spelling(new.name))"
            add(
                .directiveAdded,
                Weight(backward: .info, forward: error(if: isOpen(new.locations, newUsage))),
                at: name,
                Offsets(old: nil, new: new.offset),
                "the directive '\(name)' is new"
            )
        }
    }

    /// Those that need no definition are there with or without one.
    private static func isBuiltIn(_ name: NameID) -> Bool { Word.directives.contains { name == $0 } }

    /// Whether others than the schema's own text may apply a directive: in requests, or in other parts of the schema.
    private func isOpen(_ locations: Locations, _ usage: Usage) -> Bool {
        usage.isPart || !locations.isDisjoint(with: .executable)
    }

    private mutating func compare(_ old: DirectiveDefinition, _ new: DirectiveDefinition) {
        let name = "@\(pair.old.names.spelling(old.name))"
        let offsets = Offsets(old: old.offset, new: new.offset)
        compareDescriptions(old.description, new.description, at: name, offsets)
        let (isOpen, isOpenNow) = (isOpen(old.locations, oldUsage), isOpen(new.locations, newUsage))
        if old.isRepeatable != new.isRepeatable {
            add(
                old.isRepeatable ? .directiveRepeatableRemoved : .directiveRepeatableAdded,
                Weight(
                    backward: error(if: isOpen && old.isRepeatable),
                    forward: error(if: isOpenNow && new.isRepeatable)
                ),
                at: name,
                offsets,
                "the directive '\(name)' may be applied \(new.isRepeatable ? "more than once" : "only once") at a place"
            )
        }
        compareLocations(old, new, name)
        let changes = InputChanges(
            removed: .directiveArgumentRemoved,
            requiredAdded: .requiredDirectiveArgumentAdded,
            optionalAdded: .optionalDirectiveArgumentAdded,
            typeChanged: .directiveArgumentTypeChanged,
            typeChangedSafely: .argumentChangedKindSafe,
            defaultAdded: .directiveArgumentDefaultChanged,
            defaultChanged: .directiveArgumentDefaultChanged,
            what: "argument",
            addedWeight: .info,
            isUsed: isOpen,
            isUsedNow: isOpenNow
        )
        let (before, after) = (pair.old.arguments[old.arguments.range], pair.new.arguments[new.arguments.range])
        compareInputs(before, after, changes, offsets) { "\(name)(\($0):)" }
    }

    private mutating func compareLocations(_ old: DirectiveDefinition, _ new: DirectiveDefinition, _ name: String) {
        let offsets = Offsets(old: old.offset, new: new.offset)
        for location in old.locations.subtracting(new.locations).each {
            let spelling = location.spellings[0]
            add(
                .directiveLocationRemoved,
                Weight(backward: error(if: isOpen(location, oldUsage)), forward: .info),
                at: "\(name)|\(spelling)",
                offsets,
                "the directive '\(name)' may not stand at \(spelling) any more"
            )
        }
        for location in new.locations.subtracting(old.locations).each {
            let spelling = location.spellings[0]
            add(
                .directiveLocationAdded,
                Weight(backward: .info, forward: error(if: isOpen(location, newUsage))),
                at: "\(name)|\(spelling)",
                offsets,
                "the directive '\(name)' may stand at \(spelling) now"
            )
        }
    }

    mutating func compareSchemas() {
        let offsets = Offsets(old: pair.old.schema.offset, new: pair.new.schema.offset)
        compareDescriptions(pair.old.schema.description, pair.new.schema.description, at: "schema", offsets)
        compareApplied(pair.old.schema.applied, pair.new.schema.applied, at: "schema", offsets)
    }

    /// An operation whose type is gone or new is told as that.
    mutating func compareRoots() {
        let rules: [GraphQLRule] = [.queryTypeChanged, .mutationTypeChanged, .subscriptionTypeChanged]
        let operations = ["query", "mutation", "subscription"]
        for index in 0..<3 {
            let (old, new) = (pair.old.schema.roots[index], pair.new.schema.roots[index])
            let isSame = old.map { old in new.map { pair.areSame(old.name, $0.name) } ?? false } ?? (new == nil)
            guard !isSame else { continue }
            let isGone = old.map { old in pair.new(old.name).map { pair.new.kind($0) == nil } ?? true } ?? true
            let isNew = new.map { new in new.name.number(in: pair).map { pair.old.kind($0) == nil } ?? true } ?? true
            guard !isGone || !isNew else { continue }
            let before = old.map { pair.old.names.spelling($0.name) } ?? "nothing"
            let after = new.map { pair.new.names.spelling($0.name) } ?? "nothing"
            add(
                rules[index],
                Weight(backward: error(if: old != nil), forward: error(if: new != nil)),
                at: "schema.\(operations[index])",
                Offsets(
                    old: old?.offset ?? pair.old.schema.offset,
                    new: new?.offset ?? pair.new.schema.offset
                ),
                "the \(operations[index]) operation begins at \(after) instead of \(before)"
            )
        }
    }
}

extension NameID {
    /// The number in the old version of a name of the new one.
    fileprivate func number(in pair: SchemaPair) -> NameID? { pair.new.names.number(of: self, in: pair.old.names) }
}

extension Locations {
    /// The locations one by one.
    fileprivate var each: [Locations] {
        Self.names.indices.map { Locations(rawValue: 1 << UInt32($0)) }.filter { contains($0) }
    }
}
