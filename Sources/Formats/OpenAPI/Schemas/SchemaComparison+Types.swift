internal import Syntax

extension SchemaComparison {
    mutating func compareTypes() {
        let nodes = Pair(facts.old.value("type"), facts.new.value("type"))
        compareNull(nodes)
        let types = facts.map { $0.types.map { TypeSet($0) } }
        let kinds = Self.tendency(types, formats: facts.map(\.format))
        guard kinds != .keeps else { return }
        let isList = types.old?.names.count ?? 1 > 1 || types.new?.names.count ?? 1 > 1
        let words = facts.map { [$0.types.map { $0.sorted().joined(separator: " or ") } ?? "any", $0.format ?? ""] }
            .map { $0.filter { !$0.isEmpty }.joined(separator: "/") }
        add(typeRule(kinds, isList: isList), kinds, at: nodes, "the type is now \(words.new), before \(words.old)")
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

    private mutating func add(_ rule: SchemaRule, _ tendency: Tendency, at nodes: Pair<Node?>, _ message: String) {
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
            if old.names == new.names {
                FormatOrder.tendency(formats)
            } else if new.covers(old) {
                formats.new == nil || formats.old == formats.new ? .widens : .replaces
            } else if old.covers(new) {
                formats.old == nil || formats.old == formats.new ? .narrows : .replaces
            } else {
                .replaces
            }
        }
    }
}

/// The types of a schema but null.
private struct TypeSet {
    let names: Set<String>

    init(_ names: Set<String>) {
        var names = names.subtracting(["null"])
        if names.contains("number") { names.remove("integer") }
        self.names = names
    }

    func covers(_ other: TypeSet) -> Bool {
        other.names.allSatisfy { names.contains($0) || ($0 == "integer" && names.contains("number")) }
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
