/// The anchors of a document, and how much its aliases may still stand for.
///
/// An alias is a copy of its anchor's cells, so a few lines could ask for a billion of them.
struct YAMLAnchors {
    /// What an alias stands for.
    struct Target {
        let cells: Range<Int>
        /// Levels of nesting; 0 for a scalar.
        let height: Int
    }

    /// A document may always grow to this many values.
    private static let alwaysAllowed = 10_000
    /// Beyond, it may grow to this many times what it has without its aliases.
    private static let growth = 10
    static let rule =
        "a document may grow to \(growth) times what is written up to there, or to \(alwaysAllowed) values"

    private var targets: [ArraySlice<UInt8>: Target] = [:]
    private var expanded = 0

    /// The anchor's value begins; until it has ended no alias may name it.
    mutating func begin(_ name: ArraySlice<UInt8>) { targets[name] = nil }

    mutating func define(_ name: ArraySlice<UInt8>, _ cells: Range<Int>, height: Int) {
        targets[name] = Target(cells: cells, height: height)
    }

    func target(of name: ArraySlice<UInt8>) -> Target? { targets[name] }

    /// Whether a document of `count` cells may get `more` copied ones, where one alias is written; counts them if so.
    mutating func mayExpand(by more: Int, of count: Int) -> Bool {
        let written = count - expanded + 1
        guard count + more <= max(Self.alwaysAllowed, Self.growth * written) else { return false }
        expanded += more - 1
        return true
    }
}
