internal import Syntax

/// All that two schemas that met show, keyword by keyword.
struct MeetingView {
    let meeting: SchemaMeetings.Meeting
    let oldWrites: Bool
    private(set) var shown: [ShownChange] = []
    /// Whether no keyword breaks anything, and none is judged by convention.
    let showsNothing: Bool
    /// Whether a proof can take something back, or find what was missed.
    let needsProof: Bool

    init(_ meeting: SchemaMeetings.Meeting, through graph: SchemaGraph, oldWrites: Bool) {
        self.meeting = meeting
        self.oldWrites = oldWrites
        var walk = SchemaWalk(through: graph, from: meeting.root)
        while let visit = walk.next() {
            for change in graph.entries[visit.index].changes { shown.append(ShownChange(change, visit, walk)) }
        }
        showsNothing = !shown.contains { $0.breaks(ifOldWrites: oldWrites) || $0.isConventional }
        needsProof =
            showsNothing
            || shown.contains { ($0.isRefutable || $0.change.undecided != nil) && $0.breaks(ifOldWrites: oldWrites) }
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

    /// Whether the change is judged by convention: members that are not declared are not sent, and alternatives are told
    /// apart by their members.
    var isConventional: Bool {
        switch change.name {
        case .whole: change.member != nil || change.tendency == .keeps
        case .at(let suffix): suffix.hasPrefix("one-of") || suffix.hasPrefix("any-of") || suffix == "pattern-changed"
        case .either, .atMember: false
        }
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
