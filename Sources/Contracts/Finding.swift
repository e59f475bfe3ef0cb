package import Syntax

/// How much a finding weighs.
package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Worth knowing; changes no verdict.
    case info
    /// Changes no verdict by itself, and should be looked at.
    case warning
    /// Breaks what the mode or a policy promises.
    case error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A place in a contract's text.
package struct Place: Hashable, Sendable {
    /// JSON Pointer of the value, or the address that stands for it in a format that is no JSON.
    package let pointer: String
    /// Where it begins.
    package let position: SourcePosition
    /// The file, where a contract has several or is one of several.
    package let file: String?

    /// A place.
    package init(pointer: String, position: SourcePosition, file: String? = nil) {
        self.pointer = pointer
        self.position = position
        self.file = file
    }

    /// The place of a value; of a file that is one of several, the file is known by itself.
    package init(_ node: Node, file: String? = nil) {
        let node = node.written
        self.init(pointer: node.pointer.description, position: node.position, file: node.document.name ?? file)
    }
}

extension Place: CustomStringConvertible {
    /// Such as `invoice.json, line 3, column 7 (/properties/a)`.
    package var description: String {
        let file = file.map { "\($0), " } ?? ""
        let pointer = pointer.isEmpty ? "" : " (\(pointer))"
        return "\(file)\(position)\(pointer)"
    }
}

/// One thing that a check saw.
package struct Finding: Hashable, Sendable {
    /// The rule's id, in the words of the field, such as `request-property-became-required`.
    package let rule: String
    /// How much it weighs, before policies.
    package var severity: Severity
    /// The direction that breaks, or nil where none does.
    package let direction: Direction?
    /// The operation or channel it belongs to, such as `GET /invoices/{id}`, or nil for a schema by itself.
    package let operation: String?
    /// Address of the field or part: `/lines/*/taxCode`; empty for the whole.
    package let path: String
    /// The place in the old text, where the thing exists there.
    package let old: Place?
    /// The place in the new text, where the thing exists there.
    package let new: Place?
    /// What changed and why it matters, in a sentence.
    package var message: String
    /// What to do about it, in a sentence.
    package let remedy: String?
    /// An instance that shows it: valid under one side and not under the other.
    package let witness: JSON?
    /// Further operations or fields that the same cause reaches.
    package var reaches: [String]
    /// Whether it reaches more than ``reaches`` names, so that whoever uses anything may be reached.
    package var reachesMore: Bool
    /// Why it could not be decided whether the change breaks anything; nil where it does, by proof or by rule.
    package let undecided: String?

    /// A finding.
    package init(
        _ rule: String,
        _ severity: Severity,
        direction: Direction? = nil,
        operation: String? = nil,
        path: String,
        old: Place? = nil,
        new: Place? = nil,
        message: String,
        remedy: String? = nil,
        witness: JSON? = nil,
        reaches: [String] = [],
        reachesMore: Bool = false,
        undecided: String? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.direction = direction
        self.operation = operation
        self.path = path
        self.old = old
        self.new = new
        self.message = message
        self.remedy = remedy
        self.witness = witness
        self.reaches = reaches
        self.reachesMore = reachesMore
        self.undecided = undecided
    }

    /// The address that people read: operation and path together.
    package var address: String {
        guard let operation else { return path.isEmpty ? "/" : path }
        return path.isEmpty ? operation : "\(operation) \(path)"
    }
}

extension Finding {
    /// Rule id of a comparison that could not be decided, where no name of a change says more.
    package static let undecided = "compatibility-undecided"

    /// Whether it could not be decided if the change breaks anything: neither a yes nor a no, and counted as a no.
    package var isUndecided: Bool { undecided != nil || rule == Self.undecided }

    /// Rule id of the note that a transitive mode did not look at all versions.
    package static let notLookedAt = "older-versions-not-compared"

    /// The order in which findings are listed: heaviest first, then by place in the new text, then by rule.
    package static func isListedBefore(_ left: Finding, _ right: Finding) -> Bool {
        let (one, other) = (left.listKey, right.listKey)
        guard one == other else { return one < other }
        guard left.rule == right.rule else { return left.rule < right.rule }
        return (left.address, left.message) < (right.address, right.message)
    }

    fileprivate var listKey: ListKey {
        let position = new?.position ?? old?.position ?? SourcePosition(line: 0, column: 0)
        return ListKey(lightness: Severity.error.rank - severity.rank, position: position)
    }
}

/// By what findings are ordered first.
private struct ListKey: Comparable {
    let lightness: Int
    let position: SourcePosition

    static func < (left: ListKey, right: ListKey) -> Bool {
        left.lightness == right.lightness ? left.position < right.position : left.lightness < right.lightness
    }
}

extension [Finding] {
    /// The findings in the order in which they are listed.
    package var listed: [Finding] {
        // Most are told apart by weight and place; numbers are moved about, since findings are large.
        let keys = map(\.listKey)
        return indices.sorted { one, other in
            keys[one] == keys[other] ? Finding.isListedBefore(self[one], self[other]) : keys[one] < keys[other]
        }.map { self[$0] }
    }
}
