internal import Syntax

/// A limit on a number, length or count.
struct Bound: Equatable {
    let value: ExactNumber
    /// Whether the limit itself is no longer allowed.
    let isExclusive: Bool
    /// Where it is said.
    let node: Node

    static func == (left: Bound, right: Bound) -> Bool {
        (left.value, left.isExclusive) == (right.value, right.isExclusive)
    }

    /// Which side of the values it cuts off.
    enum Side { case lower, upper }

    /// Whether it leaves fewer values than another limit of the same side.
    func isTighter(than other: Bound, _ side: Side) -> Bool {
        guard value != other.value else { return isExclusive && !other.isExclusive }
        return side == .upper ? value < other.value : other.value < value
    }
}
