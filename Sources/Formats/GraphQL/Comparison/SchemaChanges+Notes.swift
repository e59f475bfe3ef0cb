internal import Contracts

// Descriptions and applied directives.
extension SchemaChanges {
    /// Compares what is said of a field, argument or value.
    mutating func compareNotes(_ old: Member, _ new: Member, _ coordinate: (SchemaChanges) -> String) {
        let isPlain = old.description.isEmpty && new.description.isEmpty && old.applied.isEmpty && new.applied.isEmpty
        guard !isPlain else { return }
        let name = coordinate(self)
        let offsets = Offsets(old: old.offset, new: new.offset)
        compareDescriptions(old.description, new.description, at: name, offsets)
        compareApplied(old.applied, new.applied, at: name, offsets)
    }

    mutating func compareDescriptions(_ old: Extent, _ new: Extent, at name: String, _ offsets: Offsets) {
        guard !pair.areSame(old, new) else { return }
        guard pair.old.text(ofDescription: old) != pair.new.text(ofDescription: new) else { return }
        add(.descriptionChanged, .none, at: name, offsets, "the description of '\(name)' changed")
    }

    /// Compares directives as lists in which the order does not count.
    mutating func compareApplied(
        _ old: Extent,
        _ new: Extent,
        at name: String,
        _ offsets: Offsets
    ) {
        guard !old.isEmpty || !new.isEmpty else { return }
        var removed = pair.old.uses(of: old)
        var added: [DirectiveUse] = []
        for use in pair.new.uses(of: new) {
            if let index = removed.firstIndex(of: use) { removed.remove(at: index) } else { added.append(use) }
        }
        for use in removed {
            let index = added.firstIndex { $0.name == use.name }
            let other = index.map { added.remove(at: $0) }
            addUse(use, other, at: name, offsets)
        }
        for use in added { addUse(nil, use, at: name, offsets) }
    }

    private mutating func addUse(_ old: DirectiveUse?, _ new: DirectiveUse?, at name: String, _ offsets: Offsets) {
        let directive = old?.name ?? new?.name ?? ""
        let places = Offsets(old: old?.offset ?? offsets.old, new: new?.offset ?? offsets.new)
        switch directive {
        case "deprecated": addDeprecation(old, new, at: name, places)
        case "oneOf":
            let isAdded = old == nil
            add(
                isAdded ? .oneOfAdded : .oneOfRemoved,
                Weight(backward: isAdded ? .error : .info, forward: isAdded ? .info : .error),
                at: name,
                places,
                isAdded ? "'\(name)' takes exactly one value now" : "'\(name)' takes several values now"
            )
        default:
            let rule: GraphQLRule =
                old == nil ? .directiveUsageAdded : new == nil ? .directiveUsageRemoved : .directiveUsageChanged
            add(
                rule,
                Weight(backward: .warning, forward: .info),
                at: name,
                places,
                "'\(name)' \(Self.told(old, new))"
            )
        }
    }

    private static func told(_ old: DirectiveUse?, _ new: DirectiveUse?) -> String {
        switch (old, new) {
        case (nil, let new?): "has the directive \(new.spelling) now"
        case (let old?, nil): "does not have the directive \(old.spelling) any more"
        default: "has the directive \(new?.spelling ?? "") instead of \(old?.spelling ?? "")"
        }
    }

    private mutating func addDeprecation(
        _ old: DirectiveUse?,
        _ new: DirectiveUse?,
        at name: String,
        _ offsets: Offsets
    ) {
        switch (old, new) {
        case (nil, _): add(.deprecationAdded, .none, at: name, offsets, "'\(name)' is deprecated now")
        case (_, nil): add(.deprecationRemoved, .none, at: name, offsets, "'\(name)' is not deprecated any more")
        default:
            add(.deprecationReasonChanged, .none, at: name, offsets, "'\(name)' is deprecated for another reason")
        }
    }
}

/// A directive as it is applied, for comparison.
struct DirectiveUse: Equatable {
    let name: String
    /// The directive with its arguments sorted.
    let spelling: String
    let offset: UInt32

    static func == (left: DirectiveUse, right: DirectiveUse) -> Bool { left.spelling == right.spelling }
}

extension GraphQLSchema {
    /// The directives that are applied in an extent.
    func uses(of extent: Extent) -> [DirectiveUse] {
        applied[extent.range].map { directive in
            let name = names.spelling(directive.name)
            let arguments = given[directive.arguments.range].map { argument in
                "\(names.spelling(argument.name)):\(constant(argument.value).spelling)"
            }
            let list = arguments.isEmpty ? "" : "(\(arguments.sorted().joined(separator: ",")))"
            return DirectiveUse(name: name, spelling: "@\(name)\(list)", offset: directive.offset)
        }
    }
}
