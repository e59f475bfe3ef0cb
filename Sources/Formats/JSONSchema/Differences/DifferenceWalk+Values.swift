internal import Contracts
import Syntax

/// Keywords that ask something of a value as a whole.
extension DifferenceWalk {
    /// Looks at one keyword of the reader; true if it is a cause or has one in it.
    mutating func judge(_ keyword: Keyword, at place: Place) -> Bool {
        switch keyword {
        case .properties(let table): return judgeProperties(table, at: place)
        case .required(let names): return judgeRequired(names, at: place)
        default: break
        }
        let verdict = containment(place.writer, inKeyword: keyword)
        guard !verdict.isContained else { return false }
        switch keyword {
        case .type: reportTypes(verdict, at: place)
        case .values: reportValues(verdict, at: place)
        case .multipleOf: reportMultiples(verdict, at: place)
        case .pattern: reportPattern(verdict, at: place)
        case .format: reportFormat(verdict, at: place)
        case .uniqueItems: report(.uniqueItems, tightening(.added, .removed), verdict, at: place)
        case .anyOf(let members), .oneOf(let members): return judgeAlternatives(members, verdict, at: place)
        case .not: reportPresence(.negation, verdict, at: place) { if case .not = $0 { true } else { false } }
        case .conditional:
            reportPresence(.conditional, verdict, at: place) { if case .conditional = $0 { true } else { false } }
        case .contains: reportContains(verdict, at: place)
        default:
            guard let aspect = Aspect(boundOf: keyword) else { return judgeParts(keyword, verdict, at: place) }
            reportBound(aspect, verdict, at: place)
        }
        return true
    }

    private func views(_ place: Place) -> (old: SchemaView, new: SchemaView) {
        ordered(place.view, SchemaView(sup, place.reader))
    }

    private mutating func reportTypes(_ verdict: Containment, at place: Place) {
        let (old, new) = views(place)
        let (before, after) = (old.types ?? .all, new.types ?? .all)
        let change: Change =
            before.isSuperset(of: after) ? .narrowed : before.isSubset(of: after) ? .extended : .changed
        let message = "the type was \(Self.listed(old.types)) and is \(Self.listed(new.types))"
        report(.type, change, verdict, at: place, saying: message)
    }

    private static func listed(_ types: TypeSet?) -> String {
        types.map { $0.isEmpty ? "none that can be" : $0.names.joined(separator: " or ") } ?? "not given"
    }

    private mutating func reportValues(_ verdict: Containment, at place: Place) {
        let (old, new) = views(place)
        guard let before = old.values else {
            return report(.values, .narrowed, verdict, at: place, saying: "only listed values are allowed now")
        }
        guard let after = new.values else {
            return report(
                .values,
                .extended,
                verdict,
                at: place,
                saying: "other than the listed values are allowed now"
            )
        }
        let gone = before.values.filter { !after.contains($0) }
        let come = after.values.filter { !before.contains($0) }
        let change: Change = come.isEmpty ? .narrowed : gone.isEmpty ? .extended : .changed
        let parts = [("removed", gone), ("added", come)].filter { !$0.1.isEmpty }.map { word, values in
            "\(word): " + values.prefix(5).map(\.text).joined(separator: ", ") + (values.count > 5 ? ", …" : "")
        }
        report(.values, change, verdict, at: place, saying: "values " + parts.joined(separator: "; "))
    }

    private mutating func reportBound(_ aspect: Aspect, _ verdict: Containment, at place: Place) {
        let (old, new) = views(place)
        let (before, after) = (old.bound(aspect), new.bound(aspect))
        let name = aspect.keywords[0]
        switch (before, after) {
        case (let before?, let after?) where before != after:
            let message = "'\(name)' was \(before) and is \(after)"
            report(aspect, before < after ? .increased : .decreased, verdict, at: place, saying: message)
        case (nil, let after?): report(aspect, .added, verdict, at: place, saying: "'\(name)' is \(after) now")
        case (let before?, nil):
            report(aspect, .removed, verdict, at: place, saying: "'\(name)' was \(before) and is gone")
        default: report(aspect, tightening(.added, .removed), verdict, at: place)
        }
    }

    private mutating func reportMultiples(_ verdict: Containment, at place: Place) {
        let (old, new) = views(place)
        guard let before = old.multipleOf, let after = new.multipleOf else {
            return report(.multipleOf, tightening(.added, .removed), verdict, at: place)
        }
        let change: Change =
            after.isMultiple(of: before) == true
            ? .expanded : before.isMultiple(of: after) == true ? .reduced : .changed
        report(.multipleOf, change, verdict, at: place, saying: "'multipleOf' was \(before) and is \(after)")
    }

    private mutating func reportPattern(_ verdict: Containment, at place: Place) {
        let isNew = place.view.patterns.isEmpty
        report(.pattern, isNew ? tightening(.added, .removed) : .changed, verdict, at: place)
    }

    private mutating func reportFormat(_ verdict: Containment, at place: Place) {
        let isInBoth = place.view.has { if case .format = $0 { true } else { false } }
        report(.format, isInBoth ? .changed : tightening(.added, .removed), verdict, at: place)
    }

    private mutating func reportContains(_ verdict: Containment, at place: Place) {
        let (old, new) = views(place)
        for aspect in [Aspect.minContains, .maxContains] where old.bound(aspect) != new.bound(aspect) {
            return reportBound(aspect, verdict, at: place)
        }
        report(.minContains, .changed, verdict, at: place)
    }

    private mutating func reportPresence(
        _ aspect: Aspect,
        _ verdict: Containment,
        at place: Place,
        _ select: (Keyword) -> Bool
    ) {
        let isInBoth = place.view.has(select)
        let change =
            aspect == .negation
            ? tightening(.extended, .narrowed) : isInBoth ? .changed : tightening(.added, .removed)
        report(aspect, change, verdict, at: place)
    }

    /// Members of `anyOf` and `oneOf`, held against the writer's in the order of the text.
    private mutating func judgeAlternatives(_ members: [SchemaID], _ verdict: Containment, at place: Place) -> Bool {
        let counts = ordered(place.view.alternatives.count, members.count)
        guard counts.old > 0, counts.new > 0 else {
            report(.combination, .changed, verdict, at: place)
            return true
        }
        guard counts.old == counts.new else {
            report(.sum, counts.old > counts.new ? .narrowed : .extended, verdict, at: place)
            return true
        }
        let start = found.count
        for (writer, reader) in zip(place.view.alternatives, members) { _ = visit(writer, reader, path: place.path) }
        if found.count == start { report(.combination, .subschemasChanged, verdict, at: place) }
        return true
    }
}
