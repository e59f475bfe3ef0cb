internal import Contracts
internal import Syntax

extension KeywordComparison {
    /// Compares what leaves the valid values as they are and changes what they mean.
    mutating func compareAnnotations() {
        compareDefault()
        compareExtensibleValues()
        compareDeprecation()
        compareStability()
        compareDiscriminator()
        compareMarkup()
    }

    private mutating func compareDefault() {
        let nodes = values("default")
        let texts = nodes.map { $0?.canonicalText }
        guard texts.old != texts.new else { return }
        let action = texts.old == nil ? "added" : texts.new == nil ? "removed" : "changed"
        let message = "the default is now \(texts.new ?? "none"), before \(texts.old ?? "none")"
        add("default-value-\(action)", .keeps, at: nodes, severity: .info, message)
    }

    private mutating func compareDeprecation() {
        let flags = facts.map { $0.flag("deprecated") }
        if let fault = rules.fault(facts.map(\.lifecycle)) {
            let name = if case .unreadable = fault { "deprecated-sunset-invalid" } else { fault.suffix }
            return add(name, .keeps, at: values("x-sunset"), fault.message)
        }
        guard flags.old != flags.new else { return }
        let hasSunset = facts.new.value("x-sunset") != nil
        let name = flags.new ? hasSunset ? "deprecated-with-sunset" : "deprecated" : "reactivated"
        let message = flags.new ? "it is now deprecated" : "it is no longer deprecated"
        add(name, .keeps, at: values("deprecated"), severity: .info, message)
    }

    private mutating func compareStability() {
        let nodes = values("x-stability-level")
        let levels = nodes.map { $0.flatMap { StabilityLevel(rawValue: $0.text) } ?? .stable }
        guard levels.old != levels.new, !rules.passesOver(levels.old) else { return }
        let isLess = levels.new < levels.old
        add(
            isLess ? "stability-decreased" : "stability-increased",
            .keeps,
            at: nodes,
            severity: isLess ? .error : .info,
            "it is now \(levels.new.rawValue), before \(levels.old.rawValue)"
        )
    }

    /// A value of the discriminating member that now stands for another schema means something else than before.
    private mutating func compareDiscriminator() {
        let nodes = values("discriminator")
        switch (nodes.old, nodes.new) {
        case (nil, nil): return
        case (nil, .some): add("discriminator-added", .keeps, at: nodes, severity: .info, "a discriminator was added")
        case (.some, nil):
            add("discriminator-removed", .keeps, at: nodes, severity: .info, "the discriminator was removed")
        case (let old?, let new?): compareDiscriminators(Pair(old, new))
        }
    }

    private mutating func compareDiscriminators(_ pair: Pair<Node>) {
        let names = pair.map { $0["propertyName"]?.text ?? "" }
        if names.old != names.new {
            let message = "alternatives are told apart by '\(names.new)', before by '\(names.old)'"
            let binds = tellsApart(names.old)
            add(
                "discriminator-property-name-changed",
                binds ? .replaces : .keeps,
                at: Pair(pair.old, pair.new),
                severity: binds ? .error : .info,
                message
            )
        }
        let mappings = pair.map { $0["mapping"].map { Array($0.members) } ?? [] }
        let matching = Matching(mappings) { $0.name }
        for member in matching.removed {
            let nodes = Pair<Node?>(member.value, pair.new)
            add(
                "discriminator-mapping-deleted",
                .keeps,
                at: nodes,
                severity: .info,
                about: member.name,
                "'\(member.name)' is no longer mapped"
            )
        }
        for member in matching.added {
            let nodes = Pair<Node?>(pair.old, member.value)
            add(
                "discriminator-mapping-added",
                .keeps,
                at: nodes,
                severity: .info,
                about: member.name,
                "'\(member.name)' is now mapped"
            )
        }
        for kept in matching.kept where kept.old.value.text != kept.new.value.text {
            let message = "'\(kept.new.name)' now stands for \(kept.new.value.text), before for \(kept.old.value.text)"
            let nodes = Pair<Node?>(kept.old.value, kept.new.value)
            let isRenamed = standForTheSame(kept.map(\.value))
            add(
                "discriminator-mapping-changed",
                isRenamed ? .keeps : .replaces,
                at: nodes,
                severity: isRenamed ? .info : .error,
                about: kept.new.name,
                message
            )
        }
    }

    /// Whether a member must be there in every alternative: one that may be missing tells nothing apart.
    ///
    /// - SeeAlso: OpenAPI 3.1.1, section 4.8.25.
    private func tellsApart(_ name: String) -> Bool {
        if facts.old.required[name] != nil { return true }
        let branches = facts.old.choices.flatMap(\.branches)
        return !branches.isEmpty
            && branches.allSatisfy { oldReader.facts(oldReader.id(of: [$0])).required[name] != nil }
    }

    /// Whether two values of a mapping stand for one schema under a new name; of two that were there before, each means
    /// something of its own.
    private func standForTheSame(_ values: Pair<Node>) -> Bool {
        guard let old = oldReader.mapped(values.old.text), let new = newReader.mapped(values.new.text) else {
            return false
        }
        guard oldReader.mapped(values.new.text) == nil else { return false }
        return saysTheSame(Pair(old, new))
    }
}

extension SchemaFacts {
    /// What the schema says of its own use.
    fileprivate var lifecycle: Lifecycle {
        Lifecycle(
            isDeprecated: flag("deprecated"),
            sunset: value("x-sunset")?.text,
            stability: value("x-stability-level")?.text
        )
    }
}
