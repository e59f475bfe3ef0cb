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
        // By convention callers know an alternative by its name; readers of answers meet only what it says.
        let branches = MatchedBranches(Pair(old.branches, new.branches)) { flow == .toConsumer && saysTheSame($0) }
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
            add(
                SchemaChange(
                    name: .at("\(words)-added"),
                    tendency: .widens,
                    old: old.node,
                    new: branch,
                    about: about,
                    message: "alternative \(about) was added",
                    isNamed: words == "one-of" && branch["$ref"] != nil
                )
            )
        }
        for kept in branches.kept { pair(nil, [kept.old], [kept.new]) }
        if new.isExclusive { tellOverlaps(of: branches, Pair(old, new)) }
    }
}

extension KeywordComparison {
    /// Alternatives of `oneOf` beside others that they do not exclude: a value that satisfies two is refused, so that
    /// one more takes from what is valid, and one less adds to it; how much is left to a proof.
    private func overlapping(_ branches: [Node], in choice: SchemaFacts.Choice, _ reader: SchemaReader) -> [Node] {
        let disjointness = Disjointness(reader: reader)
        return branches.filter { branch in
            choice.branches.contains { $0 != branch && !disjointness.holds($0, branch) }
        }
    }

    fileprivate mutating func tellOverlaps(of branches: MatchedBranches, _ choices: Pair<SchemaFacts.Choice>) {
        let areNamed = facts.map { $0.value("discriminator") != nil }
        let added = areNamed.new ? [] : overlapping(branches.added, in: choices.new, newReader)
        let removed = areNamed.old ? [] : overlapping(branches.removed, in: choices.old, oldReader)
        for branch in added { tellOverlap("added", .narrows, Pair(nil, branch)) }
        for branch in removed { tellOverlap("removed", .widens, Pair(branch, nil)) }
    }

    private mutating func tellOverlap(_ action: String, _ tendency: Tendency, _ branch: Pair<Node?>) {
        let name = (branch.new ?? branch.old)?.alternativeName ?? ""
        add(
            SchemaChange(
                name: .whole(request: Finding.undecided, response: Finding.undecided),
                tendency: tendency,
                old: branch.old ?? place.old,
                new: branch.new ?? place.new,
                message: "alternative \(name) was \(action) beside others that it does not exclude",
                undecided:
                    "a value that satisfies two alternatives of 'oneOf' is refused, and the alternatives may overlap"
            )
        )
    }
}
