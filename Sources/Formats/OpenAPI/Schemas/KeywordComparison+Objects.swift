internal import Contracts
internal import Syntax

extension KeywordComparison {
    mutating func compareObjects() {
        let names = facts.map(\.properties)
        for name in names.old.keys.sorted() where names.new[name] == nil { removed(name, names.old[name] ?? []) }
        for name in names.new.keys.sorted() where names.old[name] == nil { added(name, names.new[name] ?? []) }
        for name in names.new.keys.sorted() {
            guard let old = names.old[name], let new = names.new[name] else { continue }
            kept(name, old, new)
        }
        compareUndeclared()
        compareAdditional()
    }

    /// Whether a member must be there for those who read in this flow.
    private func isRequired(old name: String) -> Bool {
        facts.old.required[name] != nil && !isOmitted(old: facts.old.properties[name] ?? [])
    }

    private func isRequired(new name: String) -> Bool {
        facts.new.required[name] != nil && !isOmitted(new: facts.new.properties[name] ?? [])
    }

    private mutating func removed(_ name: String, _ schemas: [Node]) {
        guard !isOmitted(old: schemas) else { return tellOmitted(name, "removed", schemas, nil) }
        let isRequired = isRequired(old: name)
        let closed = facts.new.isClosed
        let rule = SchemaRule.whole(
            request: "request-property-removed",
            response: isRequired ? "response-required-property-removed" : "response-optional-property-removed"
        )
        let message = "member '\(name)' was removed"
        let (old, new) = (schemas.last ?? place.old, facts.new.value("properties") ?? place.new)
        if isRequired { member(name, rule, .widens, old, new, "\(message); it was always there") }
        if closed { member(name, rule, .narrows, old, new, "\(message), and members that are not listed are refused") }
        if !isRequired || !closed { member(name, rule, .keeps, severity: .warning, old, new, message) }
        if !closed, !facts.new.additional.isEmpty { pair(name, schemas, facts.new.additional) }
    }

    private mutating func added(_ name: String, _ schemas: [Node]) {
        guard !isOmitted(new: schemas) else { return tellOmitted(name, "added", nil, schemas) }
        let isRequired = isRequired(new: name)
        let hasDefault = schemas.contains { $0["default"] != nil }
        let rule = SchemaRule.whole(
            request: isRequired
                ? hasDefault ? "new-required-request-property-with-default" : "new-required-request-property"
                : "new-optional-request-property",
            response: isRequired ? "response-required-property-added" : "response-optional-property-added"
        )
        let message = "member '\(name)' was added"
        let (old, new) = (facts.old.value("properties") ?? place.old, schemas.last ?? place.new)
        if isRequired { member(name, rule, .narrows, old, new, "\(message) and must be there") }
        if facts.old.isClosed { member(name, rule, .widens, old, new, "\(message); the old version refuses it") }
        if !isRequired, !facts.old.isClosed { member(name, rule, .keeps, severity: .info, old, new, message) }
        if !facts.old.isClosed, !facts.old.additional.isEmpty { pair(name, facts.old.additional, schemas) }
    }

    private mutating func kept(_ name: String, _ old: [Node], _ new: [Node]) {
        let isRequired = facts.map { $0.required[name] != nil }
        // Most members are as they were, and so is what their schemas refer to.
        guard isRequired.old != isRequired.new || !sameness.holds(Pair(old, new)) else { return passOver() }
        compareRequired(name)
        compareOmission(name, old, new)
        // What one side does not send or does not heed binds nobody.
        if isOmitted(old: old) || isOmitted(new: new) { return compareOmittedPatterns(name, Pair(old, new)) }
        compareMarkupName(of: name, Pair(old, new))
        pair(name, old, new)
    }

    private mutating func compareRequired(_ name: String) {
        // A member that is required on both sides changed in who sends it, which has a name of its own.
        guard (facts.old.required[name] == nil) != (facts.new.required[name] == nil) else { return }
        let required = Pair(isRequired(old: name), isRequired(new: name))
        guard required.old != required.new else { return }
        let nodes = Pair(
            facts.old.required[name] ?? facts.old.properties[name]?.last ?? place.old,
            facts.new.required[name] ?? facts.new.properties[name]?.last ?? place.new
        )
        let hasDefault = facts.new.properties[name]?.contains { $0["default"] != nil } ?? false
        let rule =
            required.new
            ? SchemaRule.whole(
                request: hasDefault
                    ? "request-property-became-required-with-default" : "request-property-became-required",
                response: "response-property-became-required"
            )
            : .atMember("became-optional")
        let message = required.new ? "member '\(name)' must now be there" : "member '\(name)' may now be missing"
        member(name, rule, required.new ? .narrows : .widens, nodes.old, nodes.new, message)
    }

    /// An empty name is a slot that was left open: no caller sends a member by it unless one is described.
    private mutating func compareEmptyRequirement() {
        let nodes = facts.map(\.emptyRequirement)
        guard (nodes.old == nil) != (nodes.new == nil) else { return }
        let rule = SchemaRule.whole(request: "required-name-empty", response: "required-name-empty")
        let message =
            "'required' has an empty name, which is no member: it \(nodes.new == nil ? "is gone" : "binds nobody")"
        let places = Pair(nodes.old ?? place.old, nodes.new ?? place.new)
        member("", rule, .keeps, severity: nodes.new == nil ? .info : .warning, places.old, places.new, message)
    }

    /// Members that are required and described nowhere.
    private mutating func compareUndeclared() {
        compareEmptyRequirement()
        let names = Set(facts.old.required.keys).union(facts.new.required.keys)
        for name in names.sorted() where facts.old.properties[name] == nil && facts.new.properties[name] == nil {
            let required = facts.map { $0.required[name] }
            guard (required.old == nil) != (required.new == nil) else { continue }
            let isNew = required.new != nil
            let rule = SchemaRule.atMember(isNew ? "became-required" : "became-optional")
            let message = "member '\(name)' \(isNew ? "must now be there" : "may now be missing")"
            let nodes = Pair(required.old ?? place.old, required.new ?? place.new)
            member(name, rule, isNew ? .narrows : .widens, nodes.old, nodes.new, message)
        }
    }

    /// Of several objects that hold together, one may refuse what another describes.
    private mutating func compareClosures() {
        guard facts.old.nodes.count > 1 || facts.new.nodes.count > 1 else { return }
        let closures = facts.map(\.closures)
        guard closures.old != closures.new, facts.old.isClosed, facts.new.isClosed else { return }
        add(
            "additional-properties-changed",
            .replaces,
            at: values("additionalProperties"),
            "other members than before are refused"
        )
    }

    private mutating func compareAdditional() {
        compareClosures()
        let refuses = facts.map(\.refusesAdditional)
        guard refuses.old != refuses.new else {
            guard !refuses.old, !(facts.old.additional.isEmpty && facts.new.additional.isEmpty) else { return }
            pair("*", facts.old.additional, facts.new.additional)
            return
        }
        let nodes = values("additionalProperties")
        if refuses.new {
            add("additional-properties-removed", .narrows, at: nodes, "members that are not listed are now refused")
        } else {
            add("additional-properties-added", .widens, at: nodes, "members that are not listed are now allowed")
        }
    }

    mutating func member(
        _ name: String,
        _ rule: SchemaRule,
        _ tendency: Tendency,
        severity: Severity = .error,
        _ old: Node,
        _ new: Node,
        _ message: String
    ) {
        add(
            SchemaChange(
                name: rule,
                tendency: tendency,
                severity: severity,
                old: old,
                new: new,
                member: name,
                about: name,
                message: message
            )
        )
    }
}
