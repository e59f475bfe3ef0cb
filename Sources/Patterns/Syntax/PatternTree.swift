/// A pattern taken apart.
indirect enum PatternTree: Sendable {
    /// One code point of a set.
    case scalar(ScalarSet)
    case sequence([PatternTree])
    case choice([PatternTree])
    case repeated(PatternTree, atLeast: Int, atMost: Int?)
    case assertion(Assertion)
    /// Takes nothing, where what it holds is found from here on, or is not.
    case lookAhead(PatternTree, isNegated: Bool)

    /// Matches everywhere and takes nothing.
    static let empty = PatternTree.sequence([])
}

/// Something about the place between two code points.
enum Assertion: Sendable {
    case start
    case end
    case boundary
    case noBoundary
}
