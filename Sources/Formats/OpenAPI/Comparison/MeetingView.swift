internal import Syntax

/// All that two schemas that met show, keyword by keyword.
struct MeetingView {
    let meeting: SchemaMeetings.Meeting
    let oldWrites: Bool
    private let graph: SchemaGraph
    private let walk: SchemaWalk
    /// Whether no keyword breaks anything, and none is judged by convention.
    private(set) var showsNothing = true
    /// Whether a keyword breaks something that a proof can take back, or settle.
    private var isDoubtful = false

    init(_ meeting: SchemaMeetings.Meeting, through graph: SchemaGraph, oldWrites: Bool) {
        self.meeting = meeting
        self.oldWrites = oldWrites
        self.graph = graph
        walk = SchemaWalk(through: graph, from: meeting.root)
        for shown in shown {
            let breaks = shown.breaks(ifOldWrites: oldWrites)
            if breaks || shown.traits.isConventional { showsNothing = false }
            if breaks, shown.traits.isRefutable || shown.traits.isOpen { isDoubtful = true }
        }
    }

    /// Whether a proof can take something back, or find what was missed.
    var needsProof: Bool { showsNothing || isDoubtful }

    /// The changes, near ones first.
    var shown: some Sequence<ShownChange> {
        walk.visits.lazy.flatMap { visit in graph.entries[visit.index].changes.lazy.map { ShownChange($0, visit) } }
    }

    /// The change itself.
    func change(of shown: ShownChange) -> SchemaChange { graph.changes[shown.traits.number] }

    /// The steps from the whole value to the pair of schemas that changed.
    func path(to shown: ShownChange) -> [String] { walk.path(to: shown.visit) }
}

/// A change of one pair of schemas, seen from where the schemas met.
struct ShownChange {
    let traits: ChangeTraits
    let tendency: Tendency
    fileprivate let visit: SchemaWalk.Visit

    init(_ traits: ChangeTraits, _ visit: SchemaWalk.Visit) {
        self.traits = traits
        self.visit = visit
        tendency = visit.variance.applied(to: traits.tendency)
    }

    /// Whether it lies within the value that the schemas are of.
    var isNested: Bool { visit.isNested }

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
