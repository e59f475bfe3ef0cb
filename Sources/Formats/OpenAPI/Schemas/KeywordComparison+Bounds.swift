internal import Syntax

extension KeywordComparison {
    mutating func compareBounds() {
        for keyword in BoundKeyword.allCases {
            let bounds = facts.map { $0.bounds[keyword] }
            // A limit that only became exclusive, or no longer is, is still the same limit.
            if let twin = keyword.twin, (bounds.old == nil) != (bounds.new == nil) {
                let twins = facts.map { $0.bounds[twin] }
                if let old = bounds.old, let new = twins.new { compare(keyword, Pair(old, new)) }
                if twins.old != nil || twins.new != nil { continue }
            }
            compare(keyword, bounds)
        }
    }

    private mutating func compare(_ keyword: BoundKeyword, _ bounds: Pair<Bound?>) {
        let nodes = bounds.map { $0?.node }
        switch (bounds.old, bounds.new) {
        case (nil, nil): return
        case (nil, let new?):
            add("\(keyword.words)-set", .narrows, at: nodes, "'\(keyword.rawValue)' is now \(new.value), before none")
        case (let old?, nil):
            add("\(keyword.words)-unset", .widens, at: nodes, "'\(keyword.rawValue)' is gone, before \(old.value)")
        case (let old?, let new?):
            guard old != new else { return }
            let isTighter = new.isTighter(than: old, keyword.side)
            let action = isTighter == (keyword.side == .upper) ? "decreased" : "increased"
            let message = "'\(keyword.rawValue)' is now \(new), before \(old)"
            let tendency: Tendency = isTighter ? .narrows : .widens
            add("\(keyword.words)-\(action)", tendency, at: nodes, message)
        }
    }
}

extension Bound: CustomStringConvertible {
    /// Such as `10`, or `10 (exclusive)`.
    var description: String { isExclusive ? "\(value) (exclusive)" : "\(value)" }
}

extension BoundKeyword {
    /// The keyword that limits the same values with the other sense of the limit itself.
    fileprivate var twin: BoundKeyword? {
        switch self {
        case .maximum: .exclusiveMaximum
        case .exclusiveMaximum: .maximum
        case .minimum: .exclusiveMinimum
        case .exclusiveMinimum: .minimum
        default: nil
        }
    }

    /// The keyword as names have it: `max-length`.
    var words: String {
        switch self {
        case .maximum: "max"
        case .minimum: "min"
        case .exclusiveMaximum: "exclusive-max"
        case .exclusiveMinimum: "exclusive-min"
        default: rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
        }
    }
}
