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

    /// Looks at what changed in the schemas that met.
    mutating func viewMeetings() {
        views = meetings.all.filter { !graph.isSame($0.root) }.map { meeting in
            MeetingView(meeting, through: graph, oldWrites: report.oldWrites(meeting.position.flow))
        }
    }

    /// Reports what changed, each change with all operations that it reaches.
    ///
    /// The engine is asked only where its answer can make a difference.
    mutating func judge(_ view: MeetingView, _ arbiter: SchemaArbiter) {
        let proof = view.needsProof ? arbiter.containment(of: view.meeting, oldWrites: view.oldWrites) : nil
        let isContained = proof?.isContained == true
        for shown in view.shown {
            let breaks = shown.breaks(ifOldWrites: view.oldWrites)
            let isDoubtful = breaks && shown.traits.isRefutable
            if isContained && isDoubtful {
                tell(shown, in: view, isRefuted: true)
            } else if breaks, shown.traits.isOpen {
                settle(shown, in: view, proof, arbiter)
            } else {
                tell(shown, in: view, undecided: isDoubtful ? proof?.obstacle : nil)
            }
        }
        guard view.showsNothing else { return }
        if let proof {
            tellMissed(proof, view.meeting)
        } else if view.meeting.medium == .document {
            tellUndecided("one of the schemas cannot be read by itself", view.meeting)
        }
    }

    /// Tells a change that no keyword by itself settles: by proof, by the convention that alternatives are told apart by
    /// their members, or as one that is not decided.
    private mutating func settle(
        _ shown: ShownChange,
        in view: MeetingView,
        _ proof: Containment?,
        _ arbiter: SchemaArbiter
    ) {
        if proof?.isContained == true { return }
        if arbiter.isContainedByConvention(view.meeting, oldWrites: view.oldWrites) {
            tellRefused(proof?.witness, view.meeting, isConventional: true)
        } else if let witness = proof?.witness {
            tellRefused(witness, view.meeting)
        } else {
            tell(shown, in: view, undecided: proof?.obstacle)
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
        switch answer {
        case .contained: return
        case .notContained(let witness): tellRefused(witness, meeting)
        case .undecided(let obstacle): tellUndecided("\(obstacle)", meeting)
        }
    }

    private mutating func tellRefused(_ witness: JSON?, _ meeting: SchemaMeetings.Meeting, isConventional: Bool = false)
    {
        let change = Change(
            rule: SchemaNaming.name(of: .at("schema-changed"), in: meeting.position.part, isNested: false),
            severity: isConventional ? .warning : .error,
            old: meeting.schemas.old,
            new: meeting.schemas.new,
            message: isConventional
                ? "a value with members that its alternative of 'oneOf' does not declare may be refused by the other version"
                : "a value that one version writes is refused by the other",
            witness: witness
        )
        report.replaced(change, at: meeting.position, reaching: meeting.operations)
    }

    private mutating func tell(
        _ shown: ShownChange,
        in view: MeetingView,
        isRefuted: Bool = false,
        undecided: Obstacle? = nil
    ) {
        let meeting = view.meeting
        guard isReported(shown.traits, meeting) else { return }
        let showing = ToldChanges.Showing(
            change: shown.traits.number,
            tendency: shown.tendency,
            part: meeting.position.part,
            isNested: shown.isNested,
            isRefuted: isRefuted
        )
        if let known = told.findings[showing] {
            if let known { report.extend(known, to: meeting.operations) }
        } else {
            let finding =
                isRefuted ? addRefuted(shown, of: view) : add(shown, of: view, undecided: undecided.map { "\($0)" })
            told.findings.updateValue(finding, forKey: showing)
        }
    }

    /// What drafts say of their own ripeness binds nobody: they come and go as a whole.
    private func isReported(_ change: ChangeTraits, _ meeting: SchemaMeetings.Meeting) -> Bool {
        !change.isLifecycle || !meeting.operations.isSubset(of: drafts)
    }

    /// Tells a change that is proved to refuse no value; the direction in which it looked like more tells it.
    private mutating func addRefuted(_ shown: ShownChange, of view: MeetingView) -> Int? {
        guard shown.tendency != .replaces || report.direction == .backward else { return nil }
        var named = view.named(shown, undecided: nil)
        named.severity = .info
        return report.remarked(named, at: view.meeting.position, reaching: view.meeting.operations)
    }

    private mutating func add(_ shown: ShownChange, of view: MeetingView, undecided: String?) -> Int? {
        let (position, operations) = (view.meeting.position, view.meeting.operations)
        let named = view.named(shown, undecided: undecided)
        switch shown.tendency {
        case .narrows: return report.narrowed(named, at: position, reaching: operations)
        case .widens: return report.widened(named, at: position, reaching: operations)
        case .replaces: return report.replaced(named, at: position, reaching: operations)
        case .keeps: return report.noted(named, at: position, reaching: operations)
        }
    }
}

extension MeetingView {
    /// A change under its name at the place where the schemas met.
    fileprivate func named(_ shown: ShownChange, undecided: String?) -> Change {
        let (change, part) = (change(of: shown), meeting.position.part)
        let path = path(to: shown) + (change.member.map { [$0] } ?? [])
        return Change(
            rule: SchemaNaming.name(of: change.name, in: part, isNested: shown.isNested),
            severity: SchemaNaming.severity(of: change, in: part, isNested: shown.isNested),
            path: path.map { "/" + $0 }.joined(),
            old: change.old,
            new: change.new,
            about: change.about,
            message: change.message,
            undecided: undecided ?? change.undecided
        )
    }
}
