internal import Syntax

extension KeywordComparison {
    /// Compares the values that are listed: `enum` and `const`.
    mutating func compareValues() {
        switch (facts.old.values, facts.new.values) {
        case (nil, nil): return
        case (nil, .some): becameListed()
        case (.some, nil): becameFree()
        case (let old?, let new?): compareLists(old, new)
        }
    }

    /// `x-extensible-enum` lists values that are known and leaves room for more; one that is gone is no longer known.
    mutating func compareExtensibleValues() {
        let lists = values("x-extensible-enum")
        guard let old = lists.old, let new = lists.new else { return }
        let texts = Set(new.elements.map(\.canonicalText))
        for value in old.elements where !texts.contains(value.canonicalText) {
            let text = value.canonicalText
            let nodes = Pair<Node?>(value, new)
            add(
                "x-extensible-enum-value-removed",
                .narrows,
                at: nodes,
                about: text,
                "the value \(text) is no longer known"
            )
        }
    }

    private mutating func becameListed() {
        let keyword = facts.new.isConstant ? "const" : "enum"
        let nodes = Pair(nil, facts.new.value(keyword))
        let name = facts.new.isConstant ? "const-added" : "became-enum"
        add(name, .narrows, at: nodes, "only the values listed under '\(keyword)' are valid now")
    }

    private mutating func becameFree() {
        let keyword = facts.old.isConstant ? "const" : "enum"
        let nodes = Pair(facts.old.value(keyword), nil)
        let name = facts.old.isConstant ? "const-removed" : "enum-removed"
        add(name, .widens, at: nodes, "values other than those of '\(keyword)' are valid now")
        guard flow == .toProvider, !facts.old.isConstant else { return }
        // By convention: a provider that no longer names a value no longer promises to know it.
        for (value, node) in (facts.old.values ?? [:]).sorted(by: { $0.key < $1.key }) {
            let message = "the value \(value) is no longer named"
            add("enum-value-removed", .narrows, at: Pair(node, facts.new.node), about: value, message)
        }
    }

    private mutating func compareLists(_ old: [String: Node], _ new: [String: Node]) {
        let (gone, added) = (old.keys.filter { new[$0] == nil }.sorted(), new.keys.filter { old[$0] == nil }.sorted())
        if facts.old.isConstant, facts.new.isConstant {
            guard let value = gone.first, let other = added.first else { return }
            add("const-changed", .replaces, at: values("const"), "the value must be \(other), before \(value)")
            return
        }
        let list = facts.map { $0.value("enum") ?? $0.value("const") }
        for value in gone {
            let nodes = Pair(old[value], list.new)
            add("enum-value-removed", .narrows, at: nodes, about: value, "the value \(value) is no longer valid")
        }
        for value in added {
            let nodes = Pair(list.old, new[value])
            add("enum-value-added", .widens, at: nodes, about: value, "the value \(value) is now valid")
        }
    }
}
