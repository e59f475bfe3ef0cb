package import Crypto

/// The first place where a stored log is not what it claims to be.
package enum LogFault: Hashable, Sendable {
    /// The next leaf is not the one that had to follow.
    case leafMissing(seq: UInt64)

    /// The bytes of a leaf are not those that its hash was made of.
    case leafAltered(seq: UInt64)

    /// A stored node is not the one that the leaves give, or is not there.
    case nodeDiffers(level: Int, index: UInt64)

    /// There are nodes that no leaf stands for.
    case superfluousNodes(UInt64)

    /// The stored head has another size than there are leaves.
    case sizeDiffers(head: UInt64, leaves: UInt64)

    /// The stored head has another root than the leaves give.
    case rootDiffers(size: UInt64, stored: Digest, computed: Digest)

    /// A checkpoint that was kept elsewhere has another root: the log was rewritten before that size.
    case checkpointDiffers(size: UInt64, kept: Digest, computed: Digest)

    /// A checkpoint that was kept elsewhere is ahead of the log: its end is gone.
    case behindCheckpoint(size: UInt64, leaves: UInt64)

    /// A short name that never changes, for programs.
    package var code: String {
        switch self {
        case .leafMissing: "log-leaf-missing"
        case .leafAltered: "log-leaf-altered"
        case .nodeDiffers: "log-node-differs"
        case .superfluousNodes: "log-superfluous-nodes"
        case .sizeDiffers: "log-size-differs"
        case .rootDiffers: "log-root-differs"
        case .checkpointDiffers: "log-checkpoint-differs"
        case .behindCheckpoint: "log-behind-checkpoint"
        }
    }
}

extension LogFault: CustomStringConvertible {
    /// Says what was found and where.
    package var description: String {
        switch self {
        case .leafMissing(let seq): "entry \(seq) is missing"
        case .leafAltered(let seq): "entry \(seq) was altered: its content does not have the hash stored with it"
        case .nodeDiffers(let level, let index):
            "tree node \(index) at level \(level) does not follow from its entries: one of the entries "
                + "\(index << UInt64(level)) to \((index + 1) << UInt64(level) - 1) or the node was altered"
        case .superfluousNodes(let count): "\(count) tree nodes belong to no entry"
        case .sizeDiffers(let head, let leaves): "the head says \(head) entries, the log has \(leaves)"
        case .rootDiffers(let size, let stored, let computed):
            "the head of \(size) entries says \(stored), the entries give \(computed)"
        case .checkpointDiffers(let size, let kept, let computed):
            "the checkpoint at \(size) entries says \(kept), the entries give \(computed): "
                + "the log was rewritten at or before entry \(size - 1)"
        case .behindCheckpoint(let size, let leaves):
            "a checkpoint vouches for \(size) entries, the log has only \(leaves): its end was cut off"
        }
    }
}
