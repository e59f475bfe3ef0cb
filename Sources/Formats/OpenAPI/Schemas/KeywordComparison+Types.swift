internal import Syntax

extension KeywordComparison {
    mutating func compareTypes() {
        let nodes = Pair(facts.old.value("type"), facts.new.value("type"))
        compareNull(nodes)
        guard !becomesList else { return compareList() }
        let types = facts.map { $0.types.map { TypeSet($0, in: medium) } }
        let kinds = Self.tendency(types, formats: facts.map(\.format))
        guard kinds != .keeps else { return }
        let isList = facts.old.isTypeUnion || facts.new.isTypeUnion
        let words = facts.map(\.typeWords)
        let rule = isTextOnly(types) ? SchemaRule.at("type-compatible") : typeRule(kinds, isList: isList)
        add(rule, kinds, at: nodes, "the type is now \(words.new), before \(words.old)")
    }

    /// Whether a single value became a list: where every element has a part of its own, that is a list of one.
    var becomesList: Bool {
        guard medium == .parts, let old = facts.old.types, let new = facts.new.types else { return false }
        return new.subtracting(["null"]) == ["array"] && old.isDisjoint(with: ["array", "object"])
    }

    private mutating func compareList() {
        let takesAnyText = facts.new.items.allSatisfy { item in
            item.count == 1
                && item["type"].map { $0.string == "string" || $0.elements.contains { $0.string == "string" } } ?? true
        }
        let tendency: Tendency = takesAnyText ? .widens : .replaces
        add("type-generalized", tendency, at: values("type"), "several values may now be sent")
    }

    private mutating func compareNull(_ nodes: Pair<Node?>) {
        guard let old = facts.old.types, let new = facts.new.types else { return }
        guard old.contains("null") != new.contains("null"), !old.subtracting(["null"]).isEmpty,
            !new.subtracting(["null"]).isEmpty
        else { return }
        if new.contains("null") {
            add("became-nullable", .widens, at: nodes, "null is now valid")
        } else {
            add("became-not-nullable", .narrows, at: nodes, "null is no longer valid")
        }
    }

    /// Whether one type holds the other only since the document does not tell types apart.
    private func isTextOnly(_ types: Pair<TypeSet?>) -> Bool {
        guard medium == .markup, let old = types.old, let new = types.new else { return false }
        return [false, true].allSatisfy { asText in
            (new.covers(old, asText: asText) || old.covers(new, asText: asText)) == asText
        }
    }

    private func typeRule(_ tendency: Tendency, isList: Bool) -> SchemaRule {
        switch tendency {
        case .narrows:
            .either(
                request: isList ? "list-of-types-narrowed" : "type-changed",
                response: isList ? "list-of-types-narrowed" : "type-specialized"
            )
        case .widens: .at(isList ? "list-of-types-widened" : "type-generalized")
        case .replaces, .keeps: .at("type-changed")
        }
    }

    mutating func add(_ rule: SchemaRule, _ tendency: Tendency, at nodes: Pair<Node?>, _ message: String) {
        add(
            SchemaChange(
                name: rule,
                tendency: tendency,
                old: nodes.old ?? place.old,
                new: nodes.new ?? place.new,
                message: message
            )
        )
    }

    private static func tendency(_ types: Pair<TypeSet?>, formats: Pair<String?>) -> Tendency {
        switch (types.old, types.new) {
        case (nil, nil): FormatOrder.tendency(formats)
        case (nil, .some): .narrows
        case (.some, nil): .widens
        case (let old?, let new?):
            old.names == new.names ? FormatOrder.tendency(formats) : tendency(Pair(old, new), formats: formats)
        }
    }

    /// Types tell values apart first; only where neither set holds the other does it count what their texts may be.
    private static func tendency(_ types: Pair<TypeSet>, formats: Pair<String?>) -> Tendency {
        for asText in [false, true] {
            if types.new.covers(types.old, asText: asText) {
                return formats.new == nil || formats.old == formats.new ? .widens : .replaces
            }
            if types.old.covers(types.new, asText: asText) {
                return formats.old == nil || formats.old == formats.new ? .narrows : .replaces
            }
        }
        return .replaces
    }
}

extension SchemaFacts {
    /// Such as `string/date-time`.
    fileprivate var typeWords: String {
        [types.map { $0.sorted().joined(separator: " or ") } ?? "any", format ?? ""].filter { !$0.isEmpty }
            .joined(separator: "/")
    }
}

/// The types of a schema but null.
private struct TypeSet {
    let names: Set<String>

    private let medium: Medium

    init(_ names: Set<String>, in medium: Medium) {
        var names = names.subtracting(["null"])
        if names.contains("number") { names.remove("integer") }
        self.names = names
        self.medium = medium
    }

    /// Whether every value of the other types is one of these.
    func covers(_ other: TypeSet, asText: Bool) -> Bool { other.names.allSatisfy { covers($0, asText: asText) } }

    private func covers(_ name: String, asText: Bool) -> Bool {
        if names.contains(name) || (name == "integer" && names.contains("number")) { return true }
        guard asText, names.contains("string") else { return false }
        switch medium {
        case .document: return false
        case .markup: return true
        case .text: return name != "object"
        case .parts: return ["integer", "number", "boolean"].contains(name)
        }
    }
}

/// Which formats leave more values than others.
private enum FormatOrder {
    static func tendency(_ formats: Pair<String?>) -> Tendency {
        switch (formats.old, formats.new) {
        case (nil, nil): .keeps
        case (nil, .some): .narrows
        case (.some, nil): .widens
        case (let old?, let new?):
            old == new
                ? .keeps
                : wider[old]?.contains(new) == true ? .widens : wider[new]?.contains(old) == true ? .narrows : .replaces
        }
    }

    /// Formats whose every value is one of these formats too.
    private static let wider: [String: Set<String>] = [
        "int32": ["int64"], "float": ["double"], "email": ["idn-email"], "hostname": ["idn-hostname"],
        "uri": ["iri", "uri-reference", "iri-reference"], "uri-reference": ["iri-reference"],
        "iri": ["iri-reference"], "uuid": [], "date": [], "date-time": [],
    ]
}
