/// The way from a leaf to the root, as the verification algorithms of RFC 9162 walk it.
struct Climb {
    /// On which side of the path a sibling stands.
    enum Side {
        case left
        case right
    }

    /// The node on the path, and the last node of its level.
    private var node: UInt64
    private var last: UInt64

    init(from node: UInt64, to last: UInt64) {
        self.node = node
        self.last = last
    }

    /// True where no further sibling can follow.
    var isAtRoot: Bool { last == 0 }

    /// Goes up over the next sibling and says where it stands; nil where there is none any more.
    mutating func step() -> Side? {
        guard last > 0 else { return nil }
        let stands: Side = node & 1 == 1 || node == last ? .left : .right
        if stands == .left { skip(while: { $0 > 0 && $0 & 1 == 0 }) }
        node >>= 1
        last >>= 1
        return stands
    }

    /// Goes up without a sibling as long as the node is one of those described.
    mutating func skip(while described: (UInt64) -> Bool) {
        while described(node) {
            node >>= 1
            last >>= 1
        }
    }
}
