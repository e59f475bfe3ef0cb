import Syntax

/// Numbers of values of some documents, looked up by the place of the value.
struct NodeNumbers {
    private var places: [ObjectIdentifier: Int] = [:]
    /// By document and index, the number; -1 for none.
    private var tables: [[Int32]] = []
    /// The document that was looked into last.
    private var last: (document: ObjectIdentifier, place: Int)?

    /// The number of a value, or nil if it has none.
    func number(of node: Node) -> Int? {
        guard let place = place(of: node.document) else { return nil }
        let number = tables[place][node.index]
        return number < 0 ? nil : Int(number)
    }

    /// Gives a value a number.
    mutating func set(_ number: Int, for node: Node) {
        let place = place(of: node.document) ?? added(node.document)
        last = (ObjectIdentifier(node.document), place)
        tables[place][node.index] = Int32(truncatingIfNeeded: number)
    }

    private func place(of document: Document) -> Int? {
        let id = ObjectIdentifier(document)
        return last?.document == id ? last?.place : places[id]
    }

    private mutating func added(_ document: Document) -> Int {
        tables.append(Array(repeating: -1, count: document.nodeCount))
        places[ObjectIdentifier(document)] = tables.count - 1
        return tables.count - 1
    }
}
