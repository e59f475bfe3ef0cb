internal import Contracts
internal import Syntax

/// Collects what breaks in one direction, one finding a cause.
///
/// A shared part that changed is found at every operation that uses it; it is reported once, with all of them.
struct Report {
    /// Further operations that a finding names at most.
    private static let mostReached = 20

    /// The direction that is judged.
    let direction: Direction
    private let files: Pair<String?>
    private var causes: [Cause: Int] = [:]
    private var found: [(finding: Finding, operations: Set<String>)] = []

    init(of direction: Direction, in files: Pair<String?>) {
        self.direction = direction
        self.files = files
    }

    /// Whether the old version writes what the new one reads, for a value that goes this way.
    ///
    /// Then it breaks what the new version no longer takes; else what it newly gives.
    func oldWrites(_ flow: ValueFlow) -> Bool { (direction == .backward) == (flow == .toProvider) }

    /// A change after which less is possible at a place than before.
    mutating func narrowed(_ change: Change, at position: Position, reaching operations: Set<String> = []) {
        if oldWrites(position.flow) { add(change, at: position, direction, operations) }
    }

    /// A change after which more is possible at a place than before.
    mutating func widened(_ change: Change, at position: Position, reaching operations: Set<String> = []) {
        if !oldWrites(position.flow) { add(change, at: position, direction, operations) }
    }

    /// A change after which something else is possible than before.
    mutating func replaced(_ change: Change, at position: Position, reaching operations: Set<String> = []) {
        add(change, at: position, direction, operations)
    }

    /// A change that is of no direction: it breaks no call, or a promise that no call shows.
    ///
    /// It is said once, with what breaks backward.
    mutating func noted(_ change: Change, at position: Position, reaching operations: Set<String> = []) {
        if direction == .backward { add(change, at: position, nil, operations) }
    }

    /// A change that breaks nothing, said by the direction that looked into it.
    mutating func remarked(_ change: Change, at position: Position, reaching operations: Set<String> = []) {
        add(change, at: position, nil, operations)
    }

    /// A finding that stands by itself.
    mutating func told(_ finding: Finding) { found.append((finding, [])) }

    private mutating func add(
        _ change: Change,
        at position: Position,
        _ broken: Direction?,
        _ operations: Set<String>
    ) {
        let all = position.operation.isEmpty ? operations : operations.union([position.operation])
        let cause = Cause(change, flow: position.flow, isBreaking: broken != nil)
        if let known = causes[cause] {
            found[known].operations.formUnion(all)
            return
        }
        causes[cause] = found.count
        found.append((change.finding(at: position, broken, in: files), all))
    }

    /// Whether something was found that breaks the direction.
    var hasBreakingFindings: Bool { found.contains { $0.finding.severity == .error } }

    /// Everything found, in the order in which findings are listed.
    var findings: [Finding] {
        found.map { $0.finding.reaching($0.operations, atMost: Self.mostReached) }
            .sorted(by: Finding.isListedBefore)
    }
}

/// What makes two findings one.
private struct Cause: Hashable {
    let rule: String
    let old: Node?
    let new: Node?
    let about: String
    let flow: ValueFlow
    let isBreaking: Bool

    init(_ change: Change, flow: ValueFlow, isBreaking: Bool) {
        rule = change.rule
        // A part that is written once counts once, wherever it was put.
        old = change.old?.written
        new = change.new?.written
        about = change.about
        self.flow = flow
        self.isBreaking = isBreaking
    }
}

/// One change, before it is known at which operations it shows.
struct Change {
    let rule: String
    var severity: Severity = .error
    /// The place within the position, such as `/lines/*/taxCode`; empty for the whole value.
    var path = ""
    let old: Node?
    let new: Node?
    /// Tells changes under one rule at one place apart, such as the value of an enumeration.
    var about = ""
    let message: String
    var remedy: String?
    var witness: JSON?
    /// Why it is not decided whether the change breaks anything; nil where it does.
    var undecided: String?
}

extension Change {
    fileprivate func finding(at position: Position, _ broken: Direction?, in files: Pair<String?>) -> Finding {
        Finding(
            rule,
            severity,
            direction: broken,
            operation: position.operation.isEmpty ? nil : position.operation,
            path: [position.address, path].filter { !$0.isEmpty }.joined(separator: " "),
            old: old.map { Place($0, file: files.old) },
            new: new.map { Place($0, file: files.new) },
            message: undecided.map { "\(message); it is not decided whether a value is refused: \($0)" } ?? message,
            remedy: remedy,
            witness: witness,
            undecided: undecided
        )
    }
}

extension Finding {
    /// The same finding with the further operations that it reaches.
    fileprivate func reaching(_ operations: Set<String>, atMost limit: Int) -> Finding {
        let further = operations.filter { $0 != operation }.sorted().prefix(limit)
        guard !further.isEmpty else { return self }
        var finding = self
        finding.reaches = Array(further)
        return finding
    }
}
