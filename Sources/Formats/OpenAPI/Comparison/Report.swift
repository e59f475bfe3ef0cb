internal import Contracts
internal import Syntax

/// Collects what breaks in one direction, one finding a cause.
///
/// A shared part that changed is found at every operation that uses it; it is reported once, with all of them.
struct Report {
    /// The direction that is judged.
    let direction: Direction
    private let files: Pair<String?>
    private let names: OperationNames
    private var causes: [Cause: Int] = [:]
    private var found: [(finding: Finding, operations: OperationSet)] = []

    init(of direction: Direction, in files: Pair<String?>, naming names: OperationNames) {
        self.direction = direction
        self.files = files
        self.names = names
    }

    /// Whether the old version writes what the new one reads, for a value that goes this way.
    ///
    /// Then it breaks what the new version no longer takes; else what it newly gives.
    func oldWrites(_ flow: ValueFlow) -> Bool { (direction == .backward) == (flow == .toProvider) }

    /// A change after which less is possible at a place than before.
    ///
    /// - Returns: The number of the finding that tells it, here and below; nil where the direction tells nothing of it.
    @discardableResult
    mutating func narrowed(_ change: Change, at position: Position, reaching operations: OperationSet = .none) -> Int? {
        oldWrites(position.flow) ? add(change, at: position, direction, operations) : nil
    }

    /// A change after which more is possible at a place than before.
    @discardableResult
    mutating func widened(_ change: Change, at position: Position, reaching operations: OperationSet = .none) -> Int? {
        oldWrites(position.flow) ? nil : add(change, at: position, direction, operations)
    }

    /// A change after which something else is possible than before.
    @discardableResult
    mutating func replaced(_ change: Change, at position: Position, reaching operations: OperationSet = .none) -> Int? {
        add(change, at: position, direction, operations)
    }

    /// A change that is of no direction: it breaks no call, or a promise that no call shows.
    ///
    /// It is said once, with what breaks backward.
    @discardableResult
    mutating func noted(_ change: Change, at position: Position, reaching operations: OperationSet = .none) -> Int? {
        direction == .backward ? add(change, at: position, nil, operations) : nil
    }

    /// A change that breaks nothing, said by the direction that looked into it.
    @discardableResult
    mutating func remarked(_ change: Change, at position: Position, reaching operations: OperationSet = .none) -> Int? {
        add(change, at: position, nil, operations)
    }

    /// A finding that stands by itself.
    mutating func told(_ finding: Finding) { found.append((finding, .none)) }

    private mutating func add(
        _ change: Change,
        at position: Position,
        _ broken: Direction?,
        _ operations: OperationSet
    ) -> Int {
        var all = operations
        names.insert(position.operation, into: &all)
        let cause = Cause(change, flow: position.flow, isBreaking: broken != nil)
        if let known = causes[cause] {
            found[known].operations.formUnion(all)
            return known
        }
        causes[cause] = found.count
        found.append((change.finding(at: position, broken, in: files), all))
        return found.count - 1
    }

    /// Notes that the cause of a finding reaches further operations.
    mutating func extend(_ finding: Int, to operations: OperationSet) {
        found[finding].operations.formUnion(operations)
    }

    /// Whether something was found that breaks the direction.
    var hasBreakingFindings: Bool { found.contains { $0.finding.severity == .error } }

    /// Everything found, in the order in which findings are listed.
    var findings: [Finding] {
        found.map { finding, operations in
            finding.reaching(names.all(of: operations, except: finding.operation))
        }.listed
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
    fileprivate func reaching(_ operations: [String]) -> Finding {
        guard !operations.isEmpty else { return self }
        var finding = self
        finding.reaches = operations
        return finding
    }
}
