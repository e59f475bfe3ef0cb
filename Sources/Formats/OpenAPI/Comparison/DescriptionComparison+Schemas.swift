internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// Notes that two schemas meet at a place; they are judged once, for all the places at which they do.
    mutating func compareSchemas(
        _ pair: Pair<SchemaUse?>,
        within nodes: Pair<Node>,
        in medium: Medium,
        at position: Position
    ) {
        switch (pair.old?.node, pair.new?.node) {
        case (nil, nil): return
        case (nil, let new?): compareMissing("schema-added", Pair(nodes.old, new), isNew: true, at: position)
        case (let old?, nil): compareMissing("schema-removed", Pair(old, nodes.new), isNew: false, at: position)
        case (let old?, let new?):
            meetings.add(graph.index(of: Pair(old, new), flow: position.flow, in: medium), at: position)
        }
    }

    private mutating func compareMissing(_ rule: String, _ nodes: Pair<Node>, isNew: Bool, at position: Position) {
        let words: String
        switch position.part {
        case .parameter: words = "request-parameter"
        case .responseHeader: words = "response-header"
        case .requestBody: words = "request-body-media-type"
        default: words = "response-body-media-type"
        }
        let change = Change(
            rule: "\(words)-\(rule)",
            old: nodes.old,
            new: nodes.new,
            message: isNew ? "the value now has a schema; before it could be any" : "the value may now be any"
        )
        if isNew { report.narrowed(change, at: position) } else { report.widened(change, at: position) }
    }

    /// Reports what changed in the schemas that met, each change with all operations that it reaches.
    mutating func judgeMeetings() {
        for meeting in meetings.all { judge(meeting) }
    }

    private mutating func judge(_ meeting: SchemaMeetings.Meeting) {
        var walk = SchemaWalk(through: graph, from: meeting.root)
        while let visit = walk.next() {
            for change in graph.entries[visit.index].changes { add(change, visit, walk, meeting) }
        }
    }

    private mutating func add(
        _ change: SchemaChange,
        _ visit: SchemaWalk.Visit,
        _ walk: SchemaWalk,
        _ meeting: SchemaMeetings.Meeting
    ) {
        let path = walk.path(to: visit)
        let position = meeting.position
        let named = Change(
            rule: SchemaNaming.name(of: change.name, in: position.part, isNested: !path.isEmpty),
            severity: SchemaNaming.severity(of: change, in: position.part, isNested: !path.isEmpty),
            path: (path + (change.member.map { [$0] } ?? [])).map { "/" + $0 }.joined(),
            old: change.old,
            new: change.new,
            about: change.about,
            message: change.message
        )
        switch visit.variance.applied(to: change.tendency) {
        case .narrows: report.narrowed(named, at: position, reaching: meeting.operations)
        case .widens: report.widened(named, at: position, reaching: meeting.operations)
        case .replaces: report.replaced(named, at: position, reaching: meeting.operations)
        case .keeps: report.noted(named, at: position, reaching: meeting.operations)
        }
    }
}

/// The pairs of schemas that meet in an API, each with the places at which it does.
struct SchemaMeetings {
    /// One pair in one part of calls.
    struct Meeting {
        let root: Int
        /// The first place.
        let position: Position
        /// The operations of all places.
        var operations: Set<String>
    }

    private(set) var all: [Meeting] = []
    private var indices: [Key: Int] = [:]

    private struct Key: Hashable {
        let root: Int
        let part: Position.Part
    }

    mutating func add(_ root: Int, at position: Position) {
        let key = Key(root: root, part: position.part)
        if let known = indices[key] {
            all[known].operations.insert(position.operation)
        } else {
            indices[key] = all.count
            all.append(Meeting(root: root, position: position, operations: [position.operation]))
        }
    }
}
