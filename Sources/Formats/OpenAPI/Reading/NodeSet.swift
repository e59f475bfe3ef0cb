internal import Syntax

/// Values that have been met, most of them of one document.
struct NodeSet {
    private let document: Document
    /// One flag for each value of the document, by its index.
    private var flags: [Bool]
    private var others: Set<Node> = []

    init(of document: Document) {
        self.document = document
        flags = Array(repeating: false, count: document.nodeCount)
    }

    /// Adds a value; false if it was there already.
    mutating func insert(_ node: Node) -> Bool {
        guard node.document === document else { return others.insert(node).inserted }
        guard !flags[node.index] else { return false }
        flags[node.index] = true
        return true
    }
}
