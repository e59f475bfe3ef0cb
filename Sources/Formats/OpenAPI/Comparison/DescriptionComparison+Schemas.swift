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
    ///
    /// The engine is asked only where its answer can make a difference.
    mutating func judgeMeetings() {
        let seen = meetings.all.filter { !graph.isSame($0.root) }.map { meeting in
            MeetingView(meeting, through: graph, oldWrites: report.oldWrites(meeting.position.flow))
        }
        let doubtful = seen.filter(\.needsProof).map(\.meeting.schemas)
        let arbiter = SchemaArbiter(
            versions,
            schemas: Pair(doubtful.map(\.old), doubtful.map(\.new)),
            policy: options.policy,
            steps: options.stepBudget / 20
        )
        for view in seen { judge(view, arbiter) }
    }

    private mutating func judge(_ view: MeetingView, _ arbiter: SchemaArbiter) {
        let proof = view.needsProof ? arbiter.containment(of: view.meeting, oldWrites: view.oldWrites) : nil
        let isContained = proof?.isContained == true
        for shown in view.shown {
            let isDoubtful = shown.isRefutable && shown.breaks(ifOldWrites: view.oldWrites)
            let isOpen = shown.change.undecided != nil && shown.breaks(ifOldWrites: view.oldWrites)
            if isContained && isDoubtful {
                addRefuted(shown, view.meeting)
            } else if isOpen, let proof, isContained || proof.witness != nil {
                tellMissed(proof, view.meeting)
            } else {
                add(shown, view.meeting, undecided: isDoubtful ? proof?.obstacle.map { "\($0)" } : nil)
            }
        }
        guard view.showsNothing else { return }
        if let proof {
            tellMissed(proof, view.meeting)
        } else if view.meeting.medium == .document {
            tellUndecided("one of the schemas cannot be read by itself", view.meeting)
        }
    }

    private mutating func tellUndecided(_ reason: String, _ meeting: SchemaMeetings.Meeting) {
        let change = Change(
            rule: Finding.undecided,
            old: meeting.schemas.old,
            new: meeting.schemas.new,
            message: "the schema changed",
            undecided: reason
        )
        report.replaced(change, at: meeting.position, reaching: meeting.operations)
    }

    /// What no keyword by itself shows: the engine found a value that is refused, or could not tell.
    private mutating func tellMissed(_ answer: Containment, _ meeting: SchemaMeetings.Meeting) {
        let nodes = meeting.schemas
        switch answer {
        case .contained: return
        case .notContained(let witness):
            let change = Change(
                rule: SchemaNaming.name(of: .at("schema-changed"), in: meeting.position.part, isNested: false),
                old: nodes.old,
                new: nodes.new,
                message: "a value that one version writes is refused by the other",
                witness: witness
            )
            report.replaced(change, at: meeting.position, reaching: meeting.operations)
        case .undecided(let obstacle): tellUndecided("\(obstacle)", meeting)
        }
    }

    /// Tells a change that is proved to refuse no value; the direction in which it looked like more tells it.
    private mutating func addRefuted(_ shown: ShownChange, _ meeting: SchemaMeetings.Meeting) {
        guard shown.tendency != .replaces || report.direction == .backward else { return }
        var named = shown.named(in: meeting.position.part, undecided: nil)
        named.severity = .info
        report.remarked(named, at: meeting.position, reaching: meeting.operations)
    }

    /// What drafts say of their own ripeness binds nobody: they come and go as a whole.
    private func isReported(_ change: SchemaChange, _ meeting: SchemaMeetings.Meeting) -> Bool {
        !change.isLifecycle || !meeting.operations.isSubset(of: drafts)
    }

    private mutating func add(_ shown: ShownChange, _ meeting: SchemaMeetings.Meeting, undecided: String?) {
        let position = meeting.position
        guard isReported(shown.change, meeting) else { return }
        let named = shown.named(in: position.part, undecided: undecided)
        switch shown.tendency {
        case .narrows: report.narrowed(named, at: position, reaching: meeting.operations)
        case .widens: report.widened(named, at: position, reaching: meeting.operations)
        case .replaces: report.replaced(named, at: position, reaching: meeting.operations)
        case .keeps: report.noted(named, at: position, reaching: meeting.operations)
        }
    }
}

extension ShownChange {
    /// The change under its name at a place.
    fileprivate func named(in part: Position.Part, undecided: String?) -> Change {
        Change(
            rule: SchemaNaming.name(of: change.name, in: part, isNested: !path.isEmpty),
            severity: SchemaNaming.severity(of: change, in: part, isNested: !path.isEmpty),
            path: (path + (change.member.map { [$0] } ?? [])).map { "/" + $0 }.joined(),
            old: change.old,
            new: change.new,
            about: change.about,
            message: change.message,
            undecided: undecided ?? change.undecided
        )
    }
}
