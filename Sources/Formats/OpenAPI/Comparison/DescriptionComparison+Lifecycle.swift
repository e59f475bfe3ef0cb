internal import Compatibility
internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// What operations say of themselves; nothing of it changes what is sent.
    mutating func compareLifecycle(_ pair: Pair<Operation>, at position: Position) {
        compareDeprecation(pair, at: position)
        compareStability(pair, at: position)
        if let old = pair.old.id, old != pair.new.id {
            let change = pair.change("api-operation-id-removed", "operationId '\(old)' is gone")
            report.noted(change, at: position)
        }
        if pair.old.id == nil, let new = pair.new.id {
            report.noted(pair.change("api-operation-id-added", "operationId '\(new)' was added"), at: position)
        }
        for tag in pair.old.tags where !pair.new.tags.contains(tag) {
            report.noted(pair.change("api-tag-removed", "tag '\(tag)' was removed", about: tag), at: position)
        }
        for tag in pair.new.tags where !pair.old.tags.contains(tag) {
            report.noted(pair.change("api-tag-added", "tag '\(tag)' was added", about: tag), at: position)
        }
    }

    private mutating func compareDeprecation(_ pair: Pair<Operation>, at position: Position) {
        let (old, new) = (pair.old.lifecycle, pair.new.lifecycle)
        guard new.isDeprecated else {
            guard old.isDeprecated else { return }
            report.noted(pair.change("endpoint-reactivated", "the operation is no longer deprecated"), at: position)
            return
        }
        if let fault = SunsetRules(policy: options.lifecycle).fault(Pair(old, new)) {
            report.noted(pair.change(fault.operationRule, fault.message, severity: .error), at: position)
        } else if !old.isDeprecated {
            let rule = new.sunset == nil ? "endpoint-deprecated" : "endpoint-deprecated-with-sunset"
            report.noted(pair.change(rule, "the operation is now deprecated"), at: position)
        }
    }

    private mutating func compareStability(_ pair: Pair<Operation>, at position: Position) {
        for operation in [pair.old, pair.new] {
            guard let text = operation.lifecycle.stability, StabilityLevel(rawValue: text) == nil else { continue }
            let known = StabilityLevel.allCases.map(\.rawValue).joined(separator: ", ")
            let message = "'x-stability-level' is '\(text)', expected one of \(known)"
            report.noted(pair.change("api-invalid-stability-level", message, severity: .error), at: position)
            return
        }
        let levels = pair.map { $0.lifecycle.stability.flatMap(StabilityLevel.init(rawValue:)) ?? .stable }
        guard !SunsetRules(policy: options.lifecycle).passesOver(levels.old) else { return }
        if levels.new < levels.old {
            let message = "the operation was \(levels.old.rawValue) and is now only \(levels.new.rawValue)"
            report.noted(pair.change("api-stability-decreased", message, severity: .error), at: position)
        } else if levels.old < levels.new {
            let message = "the operation was \(levels.old.rawValue) and is now \(levels.new.rawValue)"
            report.noted(pair.change("api-stability-increased", message), at: position)
        }
    }
}

/// How much callers may count on an operation.
enum StabilityLevel: String, CaseIterable, Comparable {
    case draft, alpha, beta, stable

    static func < (left: StabilityLevel, right: StabilityLevel) -> Bool { left.rank < right.rank }

    /// Its place among the levels, from 0.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension SunsetRules.Fault {
    /// The rule's name where it is about an operation.
    fileprivate var operationRule: String {
        switch self {
        case .unreadable: "api-deprecated-sunset-parse"
        case .deleted: "sunset-deleted"
        default: "api-\(suffix)"
        }
    }
}

extension Pair<Operation> {
    /// A change that lies at the operation as a whole.
    func change(_ rule: String, _ message: String, severity: Severity = .info, about: String = "") -> Change {
        Change(rule: rule, severity: severity, old: old.node, new: new.node, about: about, message: message)
    }
}
