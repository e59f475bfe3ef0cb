internal import Contracts
internal import Syntax

extension KeywordComparison {
    /// Compares the alternatives of `anyOf` and `oneOf`.
    mutating func compareChoices() {
        for isExclusive in [false, true] {
            let lists = facts.map { $0.choices.filter { $0.isExclusive == isExclusive } }
            let words = isExclusive ? "one-of" : "any-of"
            for index in 0..<max(lists.old.count, lists.new.count) {
                let old = index < lists.old.count ? lists.old[index] : nil
                let new = index < lists.new.count ? lists.new[index] : nil
                compare(old, new, words)
            }
        }
    }

    private mutating func compare(_ old: SchemaFacts.Choice?, _ new: SchemaFacts.Choice?, _ words: String) {
        guard let old else {
            add("\(words)-added", .narrows, at: Pair(nil, new?.node), "values must now be one of several alternatives")
            return
        }
        guard let new else {
            add(
                "\(words)-removed",
                .widens,
                at: Pair(old.node, nil),
                "values need no longer be one of the alternatives"
            )
            return
        }
        let branches = MatchedBranches(Pair(old.branches, new.branches))
        for branch in branches.removed {
            let about = branch.alternativeName
            add(
                "\(words)-removed",
                .narrows,
                at: Pair(branch, new.node),
                about: about,
                "alternative \(about) was removed"
            )
        }
        for branch in branches.added {
            let about = branch.alternativeName
            add("\(words)-added", .widens, at: Pair(old.node, branch), about: about, "alternative \(about) was added")
        }
        for kept in branches.kept { pair(nil, [kept.old], [kept.new]) }
        if new.isExclusive { tellOverlaps(of: branches.added, in: new) }
    }
}

extension KeywordComparison {
    /// A value that satisfies two alternatives of `oneOf` is refused: a new alternative is safe only beside those that
    /// it excludes.
    ///
    /// Objects are told apart by their members, by convention; a text or number has none.
    fileprivate mutating func tellOverlaps(of added: [Node], in choice: SchemaFacts.Choice) {
        guard facts.new.value("discriminator") == nil else { return }
        let disjointness = Disjointness(reader: newReader)
        for branch in added {
            let others = choice.branches.filter { $0 != branch && !disjointness.holds($0, branch) }
            guard !others.isEmpty else { continue }
            let isLikely = others.contains { disjointness.shareScalars($0, branch) }
            add(
                SchemaChange(
                    name: .whole(request: Finding.undecided, response: Finding.undecided),
                    tendency: isLikely ? .replaces : .keeps,
                    severity: isLikely ? .error : .warning,
                    old: place.old,
                    new: branch,
                    message: "alternative \(branch.alternativeName) was added beside others that it does not exclude",
                    undecided:
                        "a value that satisfies two alternatives of 'oneOf' is refused, and the alternatives may "
                        + "overlap"
                )
            )
        }
    }
}

/// The alternatives of two versions side by side: by what they refer to, then by what they are called or say, then by
/// their place.
private struct MatchedBranches {
    private(set) var kept: [Pair<Node>] = []
    private(set) var removed: [Node]
    private(set) var added: [Node]

    init(_ branches: Pair<[Node]>) {
        removed = branches.old
        added = branches.new
        match { $0["$ref"]?.string }
        match { $0["title"]?.string }
        match { $0.canonicalText }
        guard removed.count == added.count else { return }
        kept += zip(removed, added).map { Pair($0, $1) }
        (removed, added) = ([], [])
    }

    private mutating func match(by name: (Node) -> String?) {
        let matching = Matching(Pair(removed.filter { name($0) != nil }, added.filter { name($0) != nil })) {
            name($0) ?? ""
        }
        let gone = Set(matching.removed)
        let fresh = Set(matching.added)
        kept += matching.kept
        removed = removed.filter { name($0) == nil || gone.contains($0) }
        added = added.filter { name($0) == nil || fresh.contains($0) }
    }
}

extension Node {
    /// What an alternative is called in messages.
    fileprivate var alternativeName: String {
        if let reference = self["$ref"]?.string { return "'\(reference)'" }
        if let title = self["title"]?.string { return "'\(title)'" }
        return self["type"].map { "of type \($0.text)" } ?? "at \(pointer)"
    }
}
