/// Why a proof could not be made.
package enum ProofError: Error, Hashable {
    /// The entry is not in the tree of that size.
    case notYetIncluded(index: UInt64, size: UInt64)

    /// The tree that is to be the later one is the smaller one.
    case sizesReversed(old: UInt64, new: UInt64)

    /// A node that the tree must have is not stored.
    case nodeMissing(level: Int, index: UInt64)

    /// A short name that never changes, for programs.
    package var code: String {
        switch self {
        case .notYetIncluded: "proof-not-yet-included"
        case .sizesReversed: "proof-sizes-reversed"
        case .nodeMissing: "proof-node-missing"
        }
    }
}

extension ProofError: CustomStringConvertible {
    /// Says what happened, where, and what to do next.
    package var description: String {
        switch self {
        case .notYetIncluded(let index, let size):
            "entry \(index) is not in the log of \(size) entries; ask with a size above \(index)"
        case .sizesReversed(let old, let new):
            "a log of \(old) entries cannot grow to \(new); name the smaller size first"
        case .nodeMissing(let level, let index):
            "the audit log has no tree node \(index) at level \(level); it has fewer entries than the size asked for, "
                + "or it is damaged: run 'canon audit verify'"
        }
    }
}
