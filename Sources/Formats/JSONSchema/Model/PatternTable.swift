internal import Synchronization

/// The patterns of a document, each looked for once.
final class PatternTable {
    private var known: [PropertyName: SchemaPattern] = [:]

    subscript(text: String) -> SchemaPattern {
        if let pattern = known[PropertyName(text)] { return pattern }
        let pattern = RecentPatterns.pattern(text)
        known[PropertyName(text)] = pattern
        return pattern
    }
}

/// Patterns that were compiled lately, for whatever document: the versions of a contract have nearly the same ones.
private enum RecentPatterns {
    /// Few, since the largest take half a megabyte each.
    private static let limit = 64

    private static let kept = Mutex<[PropertyName: SchemaPattern]>([:])

    static func pattern(_ text: String) -> SchemaPattern {
        let name = PropertyName(text)
        if let pattern = kept.withLock({ $0[name] }) { return pattern.anew }
        let pattern = SchemaPattern(text)
        kept.withLock { kept in
            if kept.count >= limit { kept = [:] }
            kept[name] = pattern
        }
        return pattern.anew
    }
}
