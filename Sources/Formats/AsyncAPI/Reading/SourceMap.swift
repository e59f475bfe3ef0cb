internal import Contracts
internal import Syntax

/// Which file each document is, and where the values of documents that were put together come from.
struct SourceMap: Sendable {
    private var documents: [(document: Document, file: String?)] = []
    private var files: [ObjectIdentifier: String?] = [:]
    private var origins: [ObjectIdentifier: [Node]] = [:]

    /// Notes a document, with the origins of its values by their index where it was put together.
    mutating func add(_ document: Document, file: String?, origins: [Node]? = nil) {
        documents.append((document, file))
        files[ObjectIdentifier(document)] = file
        self.origins[ObjectIdentifier(document)] = origins
    }

    /// The value as it was written.
    private func origin(of node: Node) -> Node {
        guard let known = origins[ObjectIdentifier(node.document)], node.index < known.count else { return node }
        return known[node.index]
    }

    /// The place of a value as it was written.
    func place(of node: Node) -> Place {
        let origin = origin(of: node)
        return Place(origin, file: files[ObjectIdentifier(origin.document)] ?? nil)
    }

    /// A failure at the place where that was written.
    func restored(_ failure: ContractFailure) -> ContractFailure {
        for known in documents {
            guard let node = Pointer(failure.place.pointer).flatMap({ known.document.root[$0] }),
                node.position == failure.place.position, failure.place.file == nil || failure.place.file == known.file
            else { continue }
            return ContractFailure(failure.code, at: place(of: node), failure.message)
        }
        return failure
    }
}
