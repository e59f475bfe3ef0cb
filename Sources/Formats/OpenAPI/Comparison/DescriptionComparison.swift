internal import Compatibility
internal import Contracts
internal import Syntax

/// Compares two versions of an API in one direction.
///
/// Every place has a flow: who writes its value and who reads it. What the writer may write must be something that the
/// reader takes; that rule alone decides, and the catalogue of names only says what it is called.
struct DescriptionComparison {
    private let ground: ComparisonGround
    var report: Report
    var meetings: SchemaMeetings
    /// What the schemas that met show.
    var views: [MeetingView] = []
    /// What became of the schemas' changes.
    var told = ToldChanges()

    var versions: Pair<APIDescription> { ground.versions }
    var options: ComparisonOptions { ground.options }
    var graph: SchemaGraph { ground.graph }
    /// The operations that nobody may count on yet.
    var drafts: OperationSet { ground.drafts }

    private init(on ground: ComparisonGround, breaking direction: Direction) {
        self.ground = ground
        report = Report(of: direction, in: ground.versions.map(\.file), naming: ground.names)
        meetings = SchemaMeetings(naming: ground.names)
    }

    /// Everything that the change breaks, direction by direction; the engine reads the schemas once for all of them.
    static func findings(on ground: ComparisonGround, breaking directions: [Direction]) -> [[Finding]] {
        var comparisons = directions.map { DescriptionComparison(on: ground, breaking: $0) }
        for index in comparisons.indices { comparisons[index].compareCalls() }
        let doubtful = comparisons.flatMap { $0.views.filter(\.needsProof).map(\.meeting.schemas) }
        let arbiter = SchemaArbiter(for: doubtful, on: ground)
        return comparisons.indices.map { comparisons[$0].findings(by: arbiter) }
    }

    private mutating func compareCalls() {
        comparePaths()
        compareWebhooks()
        viewMeetings()
    }

    private mutating func findings(by arbiter: SchemaArbiter) -> [Finding] {
        for view in views { judge(view, arbiter) }
        compareDocuments()
        tellFaults()
        return report.findings
    }

    private mutating func comparePaths() {
        let matching = ground.calls
        for operation in matching.removed { remove(operation) }
        for operation in matching.added { add(operation) }
        for pair in matching.kept { compareParts(of: pair, flow: .toProvider) }
    }

    private mutating func remove(_ operation: Operation) {
        let path = versions.new.operations.first { $0.path.shape == operation.path.shape }
        let rules = SunsetRules(policy: options.lifecycle)
        let removal = Removal(of: operation, from: path, in: versions, by: rules)
        report.narrowed(removal.change, at: operation.position(.toProvider))
    }

    private mutating func add(_ operation: Operation) {
        let change = Change(
            rule: "endpoint-added",
            old: versions.old.document.root["paths"],
            new: operation.node,
            about: operation.name,
            message: "\(operation.name) was added; a provider of the old version does not have it"
        )
        report.widened(change, at: operation.position(.toProvider))
    }

    private mutating func compareWebhooks() {
        let matching = Matching(versions.map(\.webhooks)) { $0.name }
        for operation in matching.removed {
            let change = Change(
                rule: "webhook-removed",
                old: operation.node,
                new: versions.new.document.root["webhooks"] ?? versions.new.document.root,
                message: "webhook \(operation.name) is no longer sent to those who wait for it"
            )
            report.narrowed(change, at: operation.position(.toProvider))
        }
        for operation in matching.added {
            let change = Change(
                rule: "webhook-added",
                old: versions.old.document.root["webhooks"] ?? versions.old.document.root,
                new: operation.node,
                message: "webhook \(operation.name) was added; a provider of the old version does not send it"
            )
            report.widened(change, at: operation.position(.toProvider))
        }
        for pair in matching.kept { compare(pair, flow: .toConsumer) }
    }

    /// Compares two versions of an operation.
    ///
    /// - Parameters:
    ///   - pair: The operation in both.
    ///   - flow: Which way the request goes; the answer goes the other way.
    private mutating func compare(_ pair: Pair<Operation>, flow: ValueFlow) {
        if !ground.isSame(pair) { compareParts(of: pair, flow: flow) }
    }

    private mutating func compareParts(of pair: Pair<Operation>, flow: ValueFlow) {
        compareLifecycle(pair, at: pair.new.position(flow))
        compareParameters(pair, at: pair.new.position(flow))
        compareRequestBody(pair, at: pair.new.position(flow))
        compareResponses(pair, at: pair.new.position(flow.flipped))
        compareCallbacks(pair, flow: flow)
        guard flow == .toProvider else { return }
        compareSecurity(pair, at: pair.new.position(flow))
        compareServers(pair, at: pair.new.position(flow))
    }

    private mutating func compareCallbacks(_ pair: Pair<Operation>, flow: ValueFlow) {
        let matching = Matching(pair.map(\.callbacks)) { $0.name }
        let position = pair.new.position(flow)
        for callback in matching.removed { removeCallback(callback, pair.new.node, position) }
        for callback in matching.added { addCallback(callback, pair.old.node, position) }
        for callbacks in matching.kept {
            let calls = Matching(callbacks.map(\.operations)) { $0.name }
            for call in calls.removed {
                removeCallback(
                    Callback(name: callbacks.old.name, node: call.node, operations: []),
                    callbacks.new.node,
                    position
                )
            }
            for call in calls.added {
                addCallback(
                    Callback(name: callbacks.new.name, node: call.node, operations: []),
                    callbacks.old.node,
                    position
                )
            }
            for call in calls.kept { compare(call, flow: flow.flipped) }
        }
    }

    private mutating func removeCallback(_ callback: Callback, _ new: Node, _ position: Position) {
        let change = Change(
            rule: "callback-removed",
            old: callback.node,
            new: new,
            message: "callback '\(callback.name)' is no longer made to those who wait for it"
        )
        report.narrowed(change, at: position.at(.operation, "callback \(callback.name)"))
    }

    private mutating func addCallback(_ callback: Callback, _ old: Node, _ position: Position) {
        let change = Change(
            rule: "callback-added",
            old: old,
            new: callback.node,
            message: "callback '\(callback.name)' was added; a provider of the old version does not make it"
        )
        report.widened(change, at: position.at(.operation, "callback \(callback.name)"))
    }
}

extension Operation {
    /// The place that stands for the operation as a whole.
    func position(_ flow: ValueFlow) -> Position {
        Position(part: .operation, flow: flow, operation: name, address: "")
    }
}
