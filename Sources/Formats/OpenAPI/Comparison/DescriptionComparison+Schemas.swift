internal import Compatibility
internal import Contracts
internal import JSONSchema
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
            let root = graph.index(of: Pair(old, new), flow: position.flow, in: medium)
            meetings.add(root, Pair(old, new), in: medium, at: position)
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
        let changed = meetings.all.filter { !graph.isSame($0.root) }
        let arbiter = SchemaArbiter(
            versions,
            schemas: Pair(changed.map(\.schemas.old), changed.map(\.schemas.new)),
            steps: options.stepBudget / 20
        )
        for meeting in changed { judge(meeting, arbiter) }
    }

    private mutating func judge(_ meeting: SchemaMeetings.Meeting, _ arbiter: SchemaArbiter) {
        var shown: [ShownChange] = []
        var walk = SchemaWalk(through: graph, from: meeting.root)
        while let visit = walk.next() {
            for change in graph.entries[visit.index].changes { shown.append(ShownChange(change, visit, walk)) }
        }
        let oldWrites = report.oldWrites(meeting.position.flow)
        let proof = arbiter.containment(of: meeting, oldWrites: oldWrites, policy: .strict)
        if proof?.isContained == true { shown.removeAll { $0.isRefutable && $0.breaks(ifOldWrites: oldWrites) } }
        for change in shown { add(change, meeting) }
        guard let proof, !proof.isContained, !shown.contains(where: { $0.breaks(ifOldWrites: oldWrites) }) else {
            return
        }
        tellMissed(arbiter.containment(of: meeting, oldWrites: oldWrites, policy: .lenient), meeting)
    }

    /// What no keyword by itself shows: the engine found a value that is refused, or could not tell.
    private mutating func tellMissed(_ answer: Containment?, _ meeting: SchemaMeetings.Meeting) {
        let nodes = meeting.schemas
        switch answer {
        case nil, .contained: return
        case .notContained(let witness):
            let change = Change(
                rule: SchemaNaming.name(of: .at("schema-changed"), in: meeting.position.part, isNested: false),
                old: nodes.old,
                new: nodes.new,
                message: "a value that one version writes is refused by the other",
                witness: witness
            )
            report.replaced(change, at: meeting.position, reaching: meeting.operations)
        case .undecided(let obstacle):
            let change = Change(
                rule: Finding.undecided,
                severity: .warning,
                old: nodes.old,
                new: nodes.new,
                message: "whether every value that one version writes is taken by the other is not decided: \(obstacle)"
            )
            report.replaced(change, at: meeting.position, reaching: meeting.operations)
        }
    }

    private mutating func add(_ shown: ShownChange, _ meeting: SchemaMeetings.Meeting) {
        let (change, path, position) = (shown.change, shown.path, meeting.position)
        let named = Change(
            rule: SchemaNaming.name(of: change.name, in: position.part, isNested: !path.isEmpty),
            severity: SchemaNaming.severity(of: change, in: position.part, isNested: !path.isEmpty),
            path: (path + (change.member.map { [$0] } ?? [])).map { "/" + $0 }.joined(),
            old: change.old,
            new: change.new,
            about: change.about,
            message: change.message
        )
        switch shown.tendency {
        case .narrows: report.narrowed(named, at: position, reaching: meeting.operations)
        case .widens: report.widened(named, at: position, reaching: meeting.operations)
        case .replaces: report.replaced(named, at: position, reaching: meeting.operations)
        case .keeps: report.noted(named, at: position, reaching: meeting.operations)
        }
    }
}

/// A change of one pair of schemas, seen from where the schemas met.
struct ShownChange {
    let change: SchemaChange
    let tendency: Tendency
    /// The steps from the whole value to the pair.
    let path: [String]

    init(_ change: SchemaChange, _ visit: SchemaWalk.Visit, _ walk: SchemaWalk) {
        self.change = change
        tendency = visit.variance.applied(to: change.tendency)
        path = walk.path(to: visit)
    }

    /// Whether a proof that all values are taken outweighs it; what a value means is beyond proof.
    var isRefutable: Bool { change.isRefutable }

    /// Whether a value that is written may be refused.
    func breaks(ifOldWrites oldWrites: Bool) -> Bool {
        switch tendency {
        case .narrows: oldWrites
        case .widens: !oldWrites
        case .replaces: true
        case .keeps: false
        }
    }
}

/// The pairs of schemas that meet in an API, each with the places at which it does.
struct SchemaMeetings {
    /// One pair in one part of calls.
    struct Meeting {
        let root: Int
        /// The schemas.
        let schemas: Pair<Node>
        /// How the values are carried.
        let medium: Medium
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

    mutating func add(_ root: Int, _ schemas: Pair<Node>, in medium: Medium, at position: Position) {
        let key = Key(root: root, part: position.part)
        if let known = indices[key] {
            all[known].operations.insert(position.operation)
        } else {
            indices[key] = all.count
            all.append(
                Meeting(
                    root: root,
                    schemas: schemas,
                    medium: medium,
                    position: position,
                    operations: [position.operation]
                )
            )
        }
    }
}
