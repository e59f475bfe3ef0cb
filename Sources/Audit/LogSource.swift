/// A stored log as its verification reads it: as it lies there, nothing checked beforehand.
package protocol LogSource: NodeSource {
    /// The head that the store keeps beside the leaves.
    func head() throws -> TreeHead

    /// Leaves in order, from a position on.
    ///
    /// - Parameters:
    ///   - seq: The first position; where it is missing, the answer begins with the next that is there.
    ///   - limit: At least 1; fewer leaves mean that the log ends there.
    /// - Returns: The leaves.
    /// - Throws: What the source throws when it cannot be read.
    func leaves(from seq: UInt64, limit: Int) throws -> [StoredLeaf]

    /// How many nodes of level 1 and above are stored.
    func nodeCount() throws -> UInt64
}
