internal import Compatibility
internal import Contracts
internal import Syntax

/// Compares sets of several applications, each with the one of its path.
struct ApplicationComparison {
    private let sets: Pair<[EventDescription]>
    private let direction: Direction
    private let options: ComparisonOptions

    init(_ sets: Pair<EventDescription>, breaking direction: Direction, options: ComparisonOptions) {
        self.sets = sets.map(\.applications)
        self.direction = direction
        self.options = options
    }

    /// Everything that the change breaks; places in an application begin with its path.
    func findings() -> [Finding] {
        // A text that stands alone may have been one of a set under another name, or become one.
        let isAlone = [sets.old, sets.new].contains { $0.count == 1 && !$0[0].files.isSet }
        let matching = Matching(sets, by: [\.path] + (isAlone ? [\.title] : []))
        let changed = matching.kept.flatMap { pair in
            var comparison = DescriptionComparison(pair, breaking: direction, options: options)
            return comparison.findings().map { $0.inside(pair.new.path) }
        }
        let gone = direction == .backward ? matching.removed.map { unmatched(.applicationRemoved, old: $0) } : []
        let came = direction == .forward ? matching.added.map { unmatched(.applicationAdded, new: $0) } : []
        return (changed + gone + came).listed
    }

    /// The finding on an application that one of the versions has alone.
    private func unmatched(
        _ rule: AsyncAPIRule,
        old: EventDescription? = nil,
        new: EventDescription? = nil
    ) -> Finding {
        let path = (old ?? new)?.path ?? ""
        return Finding(
            rule.rawValue,
            rule.severity,
            direction: direction,
            operation: path,
            path: "",
            old: old.map { $0.place(of: $0.files.home.document.root) },
            new: new.map { $0.place(of: $0.files.home.document.root) },
            message: old != nil
                ? "the application '\(path)' was removed"
                : "the application '\(path)' was added; the old version does not have it"
        )
    }
}

extension EventDescription {
    /// What its file is called in the set.
    fileprivate var path: String { files.file ?? files.home.path }
    fileprivate var title: String? { files.home.document.root["info"]?["title"]?.string }
}

extension Finding {
    /// The same finding in one application of several.
    fileprivate func inside(_ application: String) -> Finding {
        Finding(
            rule,
            severity,
            direction: direction,
            operation: operation.map { "\(application) \($0)" } ?? application,
            path: path,
            old: old,
            new: new,
            message: message,
            remedy: remedy,
            witness: witness,
            reaches: reaches.map { "\(application) \($0)" },
            reachesMore: reachesMore,
            undecided: undecided
        )
    }
}
