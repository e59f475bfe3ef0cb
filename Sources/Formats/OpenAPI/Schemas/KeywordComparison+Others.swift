internal import Contracts
internal import Syntax

extension KeywordComparison {
    mutating func compareOthers() {
        comparePattern()
        compareMultiple()
        compareInner("if", .fixed)
        for keyword in ["then", "else"] { compareInner(keyword, hasSameCondition ? .same : .fixed) }
        compareInner("not", .inverted)
        compareInner("contains", countsContained ? .fixed : .same)
        for keyword in ["propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema"] {
            compareInner(keyword, .same)
        }
        comparePatternProperties()
        compareDependentSchemas()
        compareDependencies()
        for keyword in ["contentMediaType", "contentEncoding"] { compareContent(keyword) }
    }

    /// Whether `if` chooses the same values on both sides; what its references lead to is not looked into.
    private var hasSameCondition: Bool {
        let texts = facts.map { ($0.others["if"] ?? []).map(\.canonicalText) }
        return texts.old == texts.new && !texts.new.contains { "$ref".occurs(in: $0) }
    }

    /// Whether more elements that match may be too many, or none is enough.
    private var countsContained: Bool {
        [facts.old, facts.new].contains { $0.bounds[.maxContains] != nil || $0.value("minContains")?.int == 0 }
    }

    private mutating func comparePattern() {
        let all = facts.map { Set(($0.others["pattern"] ?? []).map(\.text)) }
        // Not anchored, it finds the empty text in every text.
        let patterns = all.map { $0.subtracting([".*"]) }
        guard patterns.old != patterns.new else { return }
        let nodes = values("pattern")
        if all.new.isSuperset(of: all.old) {
            add("pattern-added", .narrows, at: nodes, "texts must now match \(patterns.new.sorted())")
        } else if patterns.new.isEmpty {
            let name = all.new.isEmpty ? "pattern-removed" : "pattern-generalized"
            add(name, .widens, at: nodes, "texts need no longer match \(patterns.old.sorted())")
        } else {
            // Which of two patterns matches more is not decided here: it is said, and breaks nothing by itself.
            add(
                "pattern-changed",
                .replaces,
                at: nodes,
                severity: .warning,
                "texts must match \(patterns.new.sorted()), before \(patterns.old.sorted())"
            )
        }
    }

    private mutating func compareMultiple() {
        let nodes = values("multipleOf")
        switch (nodes.old?.number, nodes.new?.number) {
        case (nil, nil): return
        case (nil, let new?): add("multiple-of-added", .narrows, at: nodes, "numbers must now be multiples of \(new)")
        case (let old?, nil):
            add("multiple-of-removed", .widens, at: nodes, "numbers need no longer be multiples of \(old)")
        case (let old?, let new?):
            guard old != new else { return }
            let tendency: Tendency =
                new.isMultiple(of: old) == true ? .narrows : old.isMultiple(of: new) == true ? .widens : .replaces
            add("multiple-of-changed", tendency, at: nodes, "numbers must be multiples of \(new), before of \(old)")
        }
    }

    private mutating func compareInner(_ keyword: String, _ variance: Variance) {
        guard facts.old.others[keyword] != nil || facts.new.others[keyword] != nil else { return }
        let schemas = facts.map { ($0.others[keyword] ?? []).filter { $0.bool != true } }
        switch (schemas.old.isEmpty, schemas.new.isEmpty) {
        case (true, true): return
        case (true, false): add("\(keyword.hyphenated)-added", .narrows, at: values(keyword), "'\(keyword)' was added")
        case (false, true):
            add("\(keyword.hyphenated)-removed", .widens, at: values(keyword), "'\(keyword)' was removed")
        case (false, false): pair(nil, schemas.old, schemas.new, variance)
        }
    }

    private mutating func comparePatternProperties() {
        // Where all other members are refused, a pattern lets members in; else it only binds them.
        let (opens, binds) = ([facts.old, facts.new].contains(where: \.isClosed), Tendency.widens)
        let kept = compareMembers(
            of: "patternProperties",
            as: "pattern-property",
            removing: opens ? .replaces : binds,
            adding: opens ? .replaces : binds.inverted
        ) { "'\($0)' of 'patternProperties'" }
        for kept in kept { pair(kept.new.name, [kept.old.value], [kept.new.value]) }
    }

    private mutating func compareDependentSchemas() {
        let kept = compareMembers(of: "dependentSchemas", as: "dependent-schema") { "'\($0)' of 'dependentSchemas'" }
        for kept in kept { pair(kept.new.name, [kept.old.value], [kept.new.value]) }
    }

    private typealias Member = (name: String, value: Node)

    /// Tells which members of a keyword came and went.
    ///
    /// - Returns: Those that stayed.
    private mutating func compareMembers(
        of keyword: String,
        as words: String,
        removing: Tendency = .widens,
        adding: Tendency = .narrows,
        what: (String) -> String
    ) -> [Pair<Member>] {
        let lists = facts.map { facts in
            (facts.others[keyword] ?? []).flatMap { $0.members.map { Member(name: $0.name, value: $0.value) } }
        }
        let matching = Matching(lists) { $0.name }
        for member in matching.removed {
            let nodes = Pair(member.value, facts.new.value(keyword))
            add("\(words)-removed", removing, at: nodes, about: member.name, "\(what(member.name)) was removed")
        }
        for member in matching.added {
            let nodes = Pair(facts.old.value(keyword), member.value)
            add("\(words)-added", adding, at: nodes, about: member.name, "\(what(member.name)) was added")
        }
        return matching.kept
    }

    private mutating func compareDependencies() {
        let kept = compareMembers(of: "dependentRequired", as: "dependent-required") { "what '\($0)' needs" }
        for kept in kept {
            let names = kept.map { Set($0.value.elements.map(\.text)) }
            guard names.old != names.new else { continue }
            let tendency: Tendency =
                names.new.isSuperset(of: names.old)
                ? .narrows : names.old.isSuperset(of: names.new) ? .widens : .replaces
            let message = "'\(kept.new.name)' needs \(names.new.sorted()), before \(names.old.sorted())"
            add("dependent-required-changed", tendency, at: kept.map(\.value), about: kept.new.name, message)
        }
    }

    private mutating func compareContent(_ keyword: String) {
        let nodes = values(keyword)
        guard nodes.old?.text != nodes.new?.text else { return }
        let message = "'\(keyword)' is \(nodes.new?.text ?? "gone"), before \(nodes.old?.text ?? "none")"
        add("\(keyword.hyphenated)-changed", .replaces, at: nodes, message)
    }
}

extension String {
    /// The words of a keyword: `content-media-type`.
    var hyphenated: String { map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined() }
}
