internal import Contracts
import Syntax

/// Keywords that ask something of members and elements.
extension DifferenceWalk {
    mutating func judgeProperties(_ table: PropertyTable, at place: Place) -> Bool {
        var isExplained = false
        for entry in table.entries {
            let reader = entry.schema
            let keyword = Keyword.properties(PropertyTable([(entry.name, reader)]))
            let path = place.path(to: Self.escaped(entry.name))
            if let writer = place.view.property(entry.name) {
                guard !containment(writer, reader).isContained else { continue }
                guard !containment(place.writer, inKeyword: keyword).isContained else { continue }
                if visit(writer, original(reader, place, entry.name), path: path) { isExplained = true }
            } else {
                let verdict = containment(place.writer, inKeyword: keyword)
                guard !verdict.isContained else { continue }
                reportUndeclared(entry.name, verdict, at: place)
                isExplained = true
            }
        }
        return isExplained
    }

    /// The reader's schema of a member as it is written, where the flow has put another in its place.
    private func original(_ projected: SchemaID, _ place: Place, _ name: PropertyName) -> SchemaID {
        Int(projected.index) < sup.schemas.count
            ? projected : SchemaView(sup, place.reader).property(name) ?? place.reader
    }

    mutating func judgeRequired(_ names: [PropertyName], at place: Place) -> Bool {
        var isExplained = false
        for name in names where flow != .any || !place.view.requires(name) {
            let verdict = containment(place.writer, inKeyword: .required([name]))
            guard !verdict.isContained else { continue }
            isExplained = true
            guard place.view.property(name) != nil || direction == .forward else {
                reportUndeclared(name, verdict, at: place)
                continue
            }
            let message =
                "'\(name.text)' " + (direction == .backward ? "must be there now" : "need not be there any more")
            let path = place.path(to: Self.escaped(name))
            report(.required, tightening(.added, .removed), verdict, at: place, path: path, saying: message)
        }
        return isExplained
    }

    /// A member that the reader declares and the writer does not.
    private mutating func reportUndeclared(_ name: PropertyName, _ verdict: Containment, at place: Place) {
        let path = place.path(to: Self.escaped(name))
        let model = model(of: place.view, in: sub)
        guard direction == .backward else {
            let message = "'\(name.text)' is no longer declared, so that it may be anything"
            return report(.property, model.removal, verdict, at: place, path: path, saying: message)
        }
        let isRequired = SchemaView(sup, place.reader).requires(name)
        let isCovered = model == .partiallyOpen && !isRequired
        let aspect: Aspect = isCovered ? .property : isRequired ? .requiredProperty : .optionalProperty
        let change = model == .partiallyOpen && isRequired ? .addedToClosedModel : model.addition
        let message = "'\(name.text)' is declared now" + (model == .closed ? "" : "; before, it could be anything")
        report(aspect, change, verdict, at: place, path: path, saying: message)
    }

    /// Keywords for parts that are not given by name, and what else is left.
    mutating func judgeParts(_ keyword: Keyword, _ verdict: Containment, at place: Place) -> Bool {
        switch keyword {
        case .additionalProperties(let cover, let schema):
            return judgeAdditional(cover, schema, .additionalProperties, verdict, at: place)
        case .unevaluatedProperties(let schema):
            return judgeAdditional(NameCover(), schema, .unevaluatedProperties, verdict, at: place)
        case .prefix(let members): return judgePrefix(members, at: place)
        case .rest(let start, let schema): return judgeRest(start, schema, verdict, at: place)
        case .unevaluatedItems:
            report(.unevaluatedItems, tightening(.narrowed, .extended), verdict, at: place)
        case .patternProperties(let entries): return judgePatterns(entries, verdict, at: place)
        case .propertyNames:
            let isInBoth = place.view.has { if case .propertyNames = $0 { true } else { false } }
            report(.propertyNames, isInBoth ? .changed : tightening(.added, .removed), verdict, at: place)
        case .dependentRequired:
            let isInBoth = place.view.has { if case .dependentRequired = $0 { true } else { false } }
            report(.dependencyArray, isInBoth ? .changed : tightening(.added, .removed), verdict, at: place)
        case .dependentSchemas: report(.dependencySchema, tightening(.added, .removed), verdict, at: place)
        default: return false
        }
        return true
    }

    private mutating func judgeAdditional(
        _ cover: NameCover,
        _ schema: SchemaID,
        _ aspect: Aspect,
        _ verdict: Containment,
        at place: Place
    ) -> Bool {
        let start = found.count
        let declared = place.view.declaredNames
        for name in declared.sorted() where !cover.names.contains(name) {
            guard aspect == .additionalProperties || SchemaView(sup, place.reader).property(name) == nil else {
                continue
            }
            let single = containment(place.writer, inKeyword: .properties(PropertyTable([(name, schema)])))
            if !single.isContained { reportUncovered(name, schema, single, at: place) }
        }
        let others = NameCover(cover.names.union(declared), patterns: cover.patterns)
        let rest =
            aspect == .additionalProperties
            ? containment(place.writer, inKeyword: .additionalProperties(others, schema)) : verdict
        guard !rest.isContained, aspect == .additionalProperties || found.count == start else { return true }
        if let writer = place.view.additional, !isNever(writer, in: sub), !isNever(schema, in: sup),
            !containment(writer, schema).isContained
        {
            return visit(writer, schema, path: place.path(to: "*"))
        }
        let change = isNever(schema, in: sup) ? tightening(.removed, .added) : tightening(.narrowed, .extended)
        report(aspect, change, rest, at: place)
        return true
    }

    /// A member that the writer declares and the reader does not.
    private mutating func reportUncovered(
        _ name: PropertyName,
        _ schema: SchemaID,
        _ verdict: Containment,
        at place: Place
    ) {
        let model: ContentModel = isNever(schema, in: sup) ? .closed : .partiallyOpen
        let path = place.path(to: Self.escaped(name))
        guard direction == .forward else {
            let message = "'\(name.text)' is no longer declared and not allowed otherwise"
            return report(.property, model.removal, verdict, at: place, path: path, saying: message)
        }
        let isRequired = place.view.requires(name)
        let aspect: Aspect =
            model == .partiallyOpen ? .property : isRequired ? .requiredProperty : .optionalProperty
        let message = "'\(name.text)' is declared now and was not allowed before"
        report(aspect, model.addition, verdict, at: place, path: path, saying: message)
    }

    private mutating func judgePrefix(_ members: [SchemaID], at place: Place) -> Bool {
        var isExplained = false
        for (index, reader) in members.enumerated() {
            guard let writer = place.view.element(index) else {
                let verdict = containment(place.writer, inKeyword: .prefix(Array(members.prefix(index + 1))))
                guard !verdict.isContained else { continue }
                let path = place.path(to: String(index))
                report(.item, tightening(.addedToOpenModel, .removedFromOpenModel), verdict, at: place, path: path)
                isExplained = true
                continue
            }
            guard !containment(writer, reader).isContained else { continue }
            if visit(writer, reader, path: place.path(to: String(index))) { isExplained = true }
        }
        return isExplained
    }

    private mutating func judgeRest(
        _ start: Int,
        _ schema: SchemaID,
        _ verdict: Containment,
        at place: Place
    ) -> Bool {
        if !isNever(schema, in: sup), let writer = place.view.element(.max), !isNever(writer, in: sub),
            !containment(writer, schema).isContained
        {
            return visit(writer, schema, path: place.path(to: "*"))
        }
        let change = isNever(schema, in: sup) ? tightening(.removed, .added) : tightening(.narrowed, .extended)
        report(.additionalItems, change, verdict, at: place)
        return true
    }

    private mutating func judgePatterns(
        _ entries: [PatternProperty],
        _ verdict: Containment,
        at place: Place
    ) -> Bool {
        let start = found.count
        for entry in entries {
            guard let writer = place.view.patternProperty(entry.pattern) else { continue }
            _ = visit(writer, entry.schema, path: place.path(to: "*"))
        }
        if found.count == start { report(.patternProperties, tightening(.narrowed, .extended), verdict, at: place) }
        return true
    }
}

/// How an object takes members that it does not declare.
enum ContentModel {
    case open
    case closed
    case partiallyOpen

    var addition: Change {
        switch self {
        case .open: .addedToOpenModel
        case .closed: .addedToClosedModel
        case .partiallyOpen: .addedToPartiallyOpenModel
        }
    }

    var removal: Change {
        switch self {
        case .open: .removedFromOpenModel
        case .closed: .removedFromClosedModel
        case .partiallyOpen: .removedFromPartiallyOpenModel
        }
    }
}

extension DifferenceWalk {
    func isNever(_ id: SchemaID, in document: SchemaDocument) -> Bool {
        guard Int(id.index) < document.schemas.count else { return false }
        return document[document.target(of: id)].first { if case .never = $0 { true } else { nil } } ?? false
    }

    func model(of view: SchemaView, in document: SchemaDocument) -> ContentModel {
        guard let additional = view.additional else { return view.hasPatternProperties ? .partiallyOpen : .open }
        guard !isNever(additional, in: document) else { return view.hasPatternProperties ? .partiallyOpen : .closed }
        return document[document.target(of: additional)].keywords.isEmpty ? .open : .partiallyOpen
    }

    /// A name as a step of an address.
    static func escaped(_ name: PropertyName) -> String { String(Pointer([name.text]).description.dropFirst()) }
}
