internal import Syntax

/// The alternatives of two versions side by side: by what they refer to, then by what they are called or say, then by
/// their place.
struct MatchedBranches {
    private(set) var kept: [Pair<Node>] = []
    private(set) var removed: [Node]
    private(set) var added: [Node]

    /// Holds two lists side by side.
    ///
    /// - Parameters:
    ///   - branches: The alternatives.
    ///   - isSame: Whether two alternatives under different names say the same.
    init(_ branches: Pair<[Node]>, isSame: (Pair<Node>) -> Bool) {
        removed = branches.old
        added = branches.new
        match { $0["$ref"]?.string }
        match { $0["title"]?.string }
        match { $0.canonicalText }
        guard removed.count == added.count else { return }
        let places = zip(removed, added).map { Pair($0, $1) }
        let pairs = places.filter { $0.isNameless || isSame($0) }
        kept += pairs
        let taken = Set(pairs)
        removed = places.filter { !taken.contains($0) }.map(\.old)
        added = places.filter { !taken.contains($0) }.map(\.new)
    }

    private mutating func match(by name: (Node) -> String?) {
        let matching = Matching(Pair(removed.filter { name($0) != nil }, added.filter { name($0) != nil })) {
            name($0) ?? ""
        }
        let gone = Set(matching.removed)
        let fresh = Set(matching.added)
        kept += matching.kept
        removed = removed.filter { name($0) == nil || gone.contains($0) }
        added = added.filter { name($0) == nil || fresh.contains($0) }
    }
}

extension Pair<Node> {
    /// Whether one of the two has no name of its own: then its place tells which it is.
    fileprivate var isNameless: Bool { old["$ref"] == nil || new["$ref"] == nil }
}

extension Node {
    /// What an alternative is called in messages.
    var alternativeName: String {
        if let reference = self["$ref"]?.string { return "'\(reference)'" }
        if let title = self["title"]?.string { return "'\(title)'" }
        return self["type"].map { "of type \($0.text)" } ?? "at \(pointer)"
    }
}
