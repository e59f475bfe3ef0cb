internal import Contracts
import Syntax

/// Names the causes for which one version's schema is not contained in the other's.
///
/// The reader's schema is taken keyword by keyword; a keyword is a cause if the writer's schema as a whole is not
/// contained in it. So every name stands on a verdict, and the versions side by side only say how the name goes on.
struct DifferenceWalk {
    let versions: SchemaVersions
    let direction: Direction
    let flow: Flow
    private(set) var found: [SchemaDifference] = []
    private var reported: Set<Report> = []
    /// Pairs of schemas that were looked at, and which differences came of them and of the pairs inside.
    private var judged: [[SchemaID]: Set<Int>] = [:]
    /// The differences inside the pairs that are being looked at, the innermost last.
    private var inside: [Set<Int>] = []
    /// Where pairs that are being looked at were met again, within themselves.
    private var again: [[SchemaID]: [String]] = [:]
    private var depth = 0

    /// What stands for a difference: a kind is reported once at a place.
    private struct Report: Hashable {
        let kind: DifferenceKind
        let path: String
    }

    private static let depthLimit = 100

    init(versions: SchemaVersions, direction: Direction, flow: Flow) {
        self.versions = versions
        self.direction = direction
        self.flow = flow
    }

    /// The writer's schemas as they are written.
    var sub: SchemaDocument { direction == .backward ? versions.old : versions.new }
    /// The reader's schemas as they are written.
    var sup: SchemaDocument { direction == .backward ? versions.new : versions.old }

    mutating func run(_ old: SchemaID, _ new: SchemaID, path: String) -> [SchemaDifference] {
        let pair = direction == .backward ? (old, new) : (new, old)
        _ = visit(pair.0, pair.1, path: path)
        if found.isEmpty {
            // Every cause lies deeper than the walk goes, or in the schema that it came from: never silent about it.
            let place = Place(writer: pair.0, reader: pair.1, view: SchemaView(sub, pair.0), path: path)
            report(.schema, tightening(.narrowed, .extended), containment(pair.0, pair.1), at: place)
        }
        return found
    }

    func containment(_ sub: SchemaID, _ sup: SchemaID) -> Containment {
        let pair = direction == .backward ? (sub, sup) : (sup, sub)
        return versions.containment(pair.0, pair.1, direction, flow: flow)
    }

    func containment(_ sub: SchemaID, inKeyword keyword: Keyword) -> Containment {
        versions.containment(of: sub, inKeywords: [keyword], direction, flow: flow)
    }

    /// Looks for causes in a pair of schemas that apply to the same place.
    ///
    /// - Returns: Whether there is a cause in it, found now or before.
    mutating func visit(_ writer: SchemaID, _ reader: SchemaID, path: String) -> Bool {
        let key = [sub.target(of: writer), sup.target(of: reader)]
        if let known = judged[key] {
            again[key]?.append(path)
            for index in known { reach(index, path) }
            note(known)
            return true
        }
        let verdict = containment(writer, reader)
        guard !verdict.isContained else { return false }
        judged[key] = []
        guard depth < Self.depthLimit else { return true }
        inside.append([])
        again[key] = []
        depth += 1
        defer { depth -= 1 }
        let document = versions.reader(direction, flow: flow)
        var place = Place(writer: writer, reader: reader, view: SchemaView(sub, writer), path: path)
        var isExplained = false
        for entry in SchemaView(document, reader).entries {
            place.entry = entry.schema
            if judge(entry.keyword, at: place) { isExplained = true }
        }
        if !isExplained { report(.schema, tightening(.narrowed, .extended), verdict, at: place) }
        leave(key)
        return true
    }

    /// Ends looking at a pair: what is inside is inside the outer pair too, and wherever the pair was met again.
    private mutating func leave(_ key: [SchemaID]) {
        let known = inside.removeLast()
        judged[key] = known
        note(known)
        for path in again.removeValue(forKey: key) ?? [] {
            for index in known { reach(index, path) }
        }
    }

    private mutating func note(_ known: Set<Int>) {
        if !inside.isEmpty { inside[inside.count - 1].formUnion(known) }
    }

    /// A pair of schemas that is being looked at.
    struct Place {
        let writer: SchemaID
        let reader: SchemaID
        let view: SchemaView
        var path: String
        /// The schema of the reader that the keyword at hand stands in.
        var entry: SchemaID?

        /// The same place, one step further into the instance.
        func path(to step: String) -> String { "\(path)/\(step)" }
    }

    private mutating func reach(_ index: Int, _ path: String) {
        guard found[index].path != path, !found[index].reaches.contains(path) else { return }
        if found[index].reaches.count < SchemaDifference.reachLimit {
            found[index].reaches.append(path)
        } else {
            found[index].reachesMore = true
        }
    }

    /// The change from old to new where the reader asks for more than the writer keeps.
    func tightening(_ backward: Change, _ forward: Change) -> Change { direction == .backward ? backward : forward }

    /// Old and new, whichever of them writes.
    func ordered<Value>(_ writer: Value, _ reader: Value) -> (old: Value, new: Value) {
        direction == .backward ? (writer, reader) : (reader, writer)
    }

    mutating func report(
        _ aspect: Aspect,
        _ change: Change,
        _ verdict: Containment,
        at place: Place,
        path: String? = nil,
        saying message: String? = nil
    ) {
        let kind = DifferenceKind(aspect, change)
        let path = path ?? place.path
        guard reported.insert(Report(kind: kind, path: path)).inserted else { return }
        let writer = aspect.node(in: sub, place.writer)
        let reader = aspect.node(in: sup, place.entry ?? place.reader)
        let sides = ordered(writer, reader)
        note([found.count])
        found.append(
            SchemaDifference(
                kind: kind,
                old: sides.old,
                new: sides.new,
                path: path,
                message: DifferenceText(kind: kind, direction: direction, detail: message, verdict: verdict).text,
                witness: verdict.witness,
                obstacle: verdict.obstacle,
                reaches: []
            )
        )
    }
}
