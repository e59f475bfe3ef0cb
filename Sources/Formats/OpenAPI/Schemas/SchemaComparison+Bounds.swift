internal import Syntax

extension SchemaComparison {
    mutating func compareBounds() {
        for keyword in BoundKeyword.allCases {
            compare(keyword, facts.map { $0.bounds[keyword] })
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
            let action = old.value < new.value ? "increased" : "decreased"
            let message = "'\(keyword.rawValue)' is now \(new.value), before \(old.value)"
            let tendency: Tendency = new.isTighter(than: old, keyword.side) ? .narrows : .widens
            add("\(keyword.words)-\(action)", tendency, at: nodes, message)
        }
    }
}

extension BoundKeyword {
    /// The keyword as names have it: `max-length`.
    fileprivate var words: String {
        switch self {
        case .maximum: "max"
        case .minimum: "min"
        case .exclusiveMaximum: "exclusive-max"
        case .exclusiveMinimum: "exclusive-min"
        default: rawValue.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
        }
    }
}
