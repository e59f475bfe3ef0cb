/// Why a text is no pattern, or one that is not executed.
public enum PatternFault: Error, Hashable, Sendable {
    /// It is no regular expression of ECMA-262, with or without the flag `u`; the offset counts code points.
    case syntax(offset: Int, problem: String)
    /// It is one, and has a part that takes more than linear time or has no settled meaning.
    case notExecuted(offset: Int, construct: String)
    /// It is longer, deeper or larger than a limit, which is named.
    case tooLarge(limit: String, allows: Int)

    /// Whether it is no regular expression at all.
    public var isSyntax: Bool { if case .syntax = self { true } else { false } }
}

extension PatternFault: CustomStringConvertible {
    /// Says what is wrong and where.
    public var description: String {
        switch self {
        case .syntax(let offset, let problem): "\(problem), at character \(offset + 1)"
        case .notExecuted(let offset, let construct): "\(construct) at character \(offset + 1) is not executed"
        case .tooLarge(let limit, let allows): "it is larger than is executed (limit PatternLimits.\(limit), \(allows))"
        }
    }
}
