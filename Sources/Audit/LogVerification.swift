/// What the verification of a stored log came to.
package struct LogVerification: Hashable, Sendable {
    /// The head that the sound leaves give: all of them where there is no fault.
    package let head: TreeHead

    /// The first fault, or nil where the log is sound.
    package let fault: LogFault?

    /// Reads the whole log and compares everything that is stored about it with what its leaves give.
    ///
    /// Every leaf is hashed anew, every node, the head and the root are computed anew, and positions may not skip.
    /// Who rewrote everything consistently is found by checkpoints only, up to the size of the last one.
    ///
    /// - Parameters:
    ///   - source: The log; it must not change meanwhile.
    ///   - checkpoints: Heads of this log that were kept elsewhere, in any order.
    /// - Throws: What the source throws; a fault is no error but the answer.
    /// - Complexity: O(n) hashes and look-ups, 256 leaves in memory at a time.
    package init(of source: some LogSource, against checkpoints: [TreeHead] = []) throws {
        var check = LogCheck(source: source, checkpoints: checkpoints)
        fault = try check.run()
        head = check.tree.head
    }
}

/// The verification while it is under way.
private struct LogCheck<Source: LogSource> {
    let source: Source
    let checkpoints: [TreeHead]
    var tree = MerkleTree()

    private let batch = 256

    init(source: Source, checkpoints: [TreeHead]) {
        self.source = source
        self.checkpoints = checkpoints
    }

    mutating func run() throws -> LogFault? {
        if let fault = checkpointFault() { return fault }
        var leaves: [StoredLeaf]
        repeat {
            leaves = try source.leaves(from: tree.size, limit: batch)
            for leaf in leaves {
                if let fault = try take(leaf) { return fault }
            }
        } while leaves.count == batch
        return try endFault()
    }

    /// Appends one leaf after looking at everything that can be wrong with it.
    private mutating func take(_ leaf: StoredLeaf) throws -> LogFault? {
        guard leaf.seq == tree.size else { return .leafMissing(seq: tree.size) }
        guard leaf.isIntact else { return .leafAltered(seq: leaf.seq) }
        for node in tree.append(leaf.hash) {
            let stored = try source.subtreeHash(level: node.level, index: node.index)
            guard stored == node.hash else { return .nodeDiffers(level: node.level, index: node.index) }
        }
        return checkpointFault()
    }

    /// Compares with the checkpoints of the present size.
    private func checkpointFault() -> LogFault? {
        let kept = checkpoints.first { $0.size == tree.size && $0.root != tree.root }
        return kept.map { .checkpointDiffers(size: $0.size, kept: $0.root, computed: tree.root) }
    }

    /// What can be wrong after the last leaf.
    private func endFault() throws -> LogFault? {
        let head = try source.head()
        guard head.size == tree.size else { return .sizeDiffers(head: head.size, leaves: tree.size) }
        guard head.root == tree.root else {
            return .rootDiffers(size: tree.size, stored: head.root, computed: tree.root)
        }
        let nodes = try source.nodeCount()
        guard nodes <= completeNodes else { return .superfluousNodes(nodes - completeNodes) }
        let ahead = checkpoints.map(\.size).filter { $0 > tree.size }.max()
        return ahead.map { .behindCheckpoint(size: $0, leaves: tree.size) }
    }

    /// Subtrees of two and more leaves that are complete: one less than leaves in each tree of the edge.
    private var completeNodes: UInt64 { tree.size - UInt64(tree.size.nonzeroBitCount) }
}
