internal import Contracts
internal import Syntax

extension DescriptionComparison {
    /// What operations say of themselves; nothing of it changes what is sent.
    mutating func compareLifecycle(_ pair: Pair<Operation>, at position: Position) {
        compareDeprecation(pair, at: position)
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
        switch (old.isDeprecated, new.isDeprecated) {
        case (false, true):
            let rule = new.sunset == nil ? "endpoint-deprecated" : "endpoint-deprecated-with-sunset"
            report.noted(pair.change(rule, "the operation is now deprecated"), at: position)
        case (true, false):
            report.noted(pair.change("endpoint-reactivated", "the operation is no longer deprecated"), at: position)
        case (true, true):
            guard let sunset = old.sunset, new.sunset == nil else { return }
            let message = "the date until which the operation stays (\(sunset)) was taken back"
            report.noted(pair.change("sunset-deleted", message, severity: .warning), at: position)
        case (false, false): return
        }
    }
}

extension Pair<Operation> {
    /// A change that lies at the operation as a whole.
    func change(_ rule: String, _ message: String, severity: Severity = .info, about: String = "") -> Change {
        Change(rule: rule, severity: severity, old: old.node, new: new.node, about: about, message: message)
    }
}
