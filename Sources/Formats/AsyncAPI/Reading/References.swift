internal import Compatibility
internal import Contracts
internal import Syntax

/// Follows `$ref` within the document, to files of its set and to the registered contracts; nothing is ever fetched.
struct References {
    /// References that may lead to one another before the chain is refused.
    private static let longestChain = 32
    private static let registered = "canon:"

    /// The registered contracts and the files of the set, by what names them.
    let library: ReferenceLibrary
    /// What names a document, against which its references are resolved.
    private let names: [ObjectIdentifier: String]
    private let keys = KeyIndex()

    /// The references of some documents.
    ///
    /// - Parameters:
    ///   - documents: The documents by what names them; the name of one that stands alone is empty.
    ///   - others: Documents that have the same names, and stand for them no longer.
    init(_ documents: [String: Document], others: [String: Document] = [:]) {
        library = ReferenceLibrary(documents)
        let all = Array(documents) + Array(others)
        names = Dictionary(all.map { (ObjectIdentifier($1), $0) }) { first, _ in first }
    }

    /// What names a document; empty where nothing does.
    func name(of document: Document) -> String { names[ObjectIdentifier(document)] ?? "" }

    /// The value that a node stands for: itself, or what its `$ref` leads to.
    ///
    /// - Throws: ``ContractFailure`` `REFERENCE_UNRESOLVED` or `REFERENCE_CYCLE`.
    func target(of node: Node) throws(ContractFailure) -> Node {
        var node = node
        for _ in 0..<Self.longestChain {
            guard let next = try step(from: node) else { return node }
            node = next
        }
        throw failure(.cycle, node, "the reference leads back to itself")
    }

    /// What the `$ref` of an object leads to, one step; nil if it has none.
    func step(from node: Node) throws(ContractFailure) -> Node? {
        guard let reference = node["$ref"], reference.isString else { return nil }
        let (text, base) = (reference.text, name(of: reference.document))
        let uri = URIReference(text).resolved(against: URIReference(base))
        guard let home = uri.absolute == base ? reference.document : library.documents[uri.absolute] else {
            throw failure(.unresolved, reference, DocumentSet.refusal(of: text, in: base))
        }
        guard let found = Pointer(uri.plainFragment).flatMap({ keys.value(at: $0, in: home.root) }) else {
            throw failure(.unresolved, reference, "'\(text)' leads to nothing")
        }
        return found
    }

    private func failure(_ fault: AsyncAPIFault, _ node: Node, _ message: String) -> ContractFailure {
        ContractFailure(fault.rawValue, at: Place(node, file: fileName(of: node.document)), message)
    }

    /// The name of a document where it has one.
    func fileName(of document: Document) -> String? {
        let name = name(of: document)
        return name.isEmpty ? nil : name
    }

    /// The registered contracts that a text refers to, each once, sorted: by `$ref`, or in the list `references` of an
    /// Avro schema.
    static func registered(in root: Node) -> [String] {
        var found: Set<String> = []
        var waiting = [root]
        while let node = waiting.popLast() {
            for member in node.members {
                if member.name == "$ref", let text = member.value.string, text.hasPrefix(registered) {
                    found.insert(URIReference(text).absolute)
                }
                if member.name == "references" {
                    found.formUnion(member.value.elements.compactMap(\.string).filter { $0.hasPrefix(registered) })
                }
                waiting.append(member.value)
            }
            waiting += node.elements
        }
        return found.sorted()
    }
}
