internal import Contracts
internal import Syntax

/// An operation that is no longer there: how bad that is depends on whether it was announced.
struct Removal {
    private let operation: Operation
    /// An operation of the new version at the same path.
    private let neighbour: Operation?
    private let versions: Pair<APIDescription>
    private let rules: SunsetRules

    init(of operation: Operation, from neighbour: Operation?, in versions: Pair<APIDescription>, by rules: SunsetRules)
    {
        self.rules = rules
        self.operation = operation
        self.neighbour = neighbour
        self.versions = versions
    }

    var change: Change {
        let what = neighbour == nil ? "api-path" : "api"
        let root = versions.new.document.root
        let (suffix, severity, why) = announcement
        return Change(
            rule: "\(what)-\(suffix)",
            severity: severity,
            old: operation.node,
            new: neighbour?.pathNode ?? root["paths"] ?? root,
            message: "\(operation.name) was removed \(why)",
            remedy: severity < .error
                ? nil : "keep it with 'deprecated: true' and 'x-sunset' for a while, or raise the major version"
        )
    }

    private var announcement: (rule: String, severity: Severity, why: String) {
        guard operation.lifecycle.isPromised else {
            return ("removed-with-deprecation", .info, "while it was still a draft")
        }
        guard operation.lifecycle.isDeprecated else {
            return ("removed-without-deprecation", .error, "without having been deprecated")
        }
        guard let sunset = operation.lifecycle.sunset else {
            return ("removed-with-deprecation", .info, "after it had been deprecated")
        }
        guard let date = CalendarDate(sunset) else {
            return ("sunset-parse", .error, "and its sunset '\(sunset)' is no date")
        }
        guard !rules.isStillPromised(date) else {
            return ("removed-before-sunset", .error, "before \(sunset), until which it was to stay")
        }
        return ("removed-with-deprecation", .info, "after it had been deprecated until \(sunset)")
    }
}
