internal import Compatibility
internal import Contracts
internal import Syntax

/// The registered contracts whose types a schema uses: its root's attribute `references`.
///
/// Avro names types and not texts, so the schema says beside its own attributes where the others are defined:
/// `"references": ["canon:billing.money@1"]`. Other tools pass over attributes that they do not know.
enum AvroReferences {
    private static let prefix = Array("canon:".utf8)

    /// The references of a schema, each once, sorted.
    static func names(in root: Node) -> [String] {
        Set(nodes(in: root).map(\.text)).sorted()
    }

    private static func nodes(in root: Node) -> [Node] {
        guard let list = root["references"] else { return [] }
        return list.elements.filter { $0.isString && $0.bytes.starts(with: prefix) }
    }

    /// Refuses a reference that is not among the registered texts.
    static func check(in root: Node, against library: ReferenceLibrary) throws(ContractFailure) {
        for node in nodes(in: root) where library.documents[node.text] == nil {
            let message = "'\(node.text)' is not among the registered contracts; submit it first"
            throw AvroFault.unresolvedReference.failure(at: node, message)
        }
    }
}
