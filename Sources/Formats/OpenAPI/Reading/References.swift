internal import Compatibility
internal import Contracts
internal import Syntax

/// Follows `$ref` within the document and to the registered contracts; nothing is ever fetched.
final class References {
    /// References that may lead to one another before the chain is refused.
    private static let longestChain = 32
    private let document: Document
    private let library: ReferenceLibrary
    private let file: String?
    let local: LocalReferences

    /// The references of a description that has been read.
    init(of description: APIDescription) {
        document = description.document
        library = description.library
        file = description.file
        local = description.local
    }

    init(in document: Document, library: ReferenceLibrary, file: String?) {
        self.document = document
        local = LocalReferences(of: document.root)
        self.library = library
        self.file = file
    }

    /// The object that a node stands for: itself, or what its `$ref` leads to.
    ///
    /// - Throws: ``ContractFailure`` `REFERENCE_UNRESOLVED` or `REFERENCE_CYCLE`.
    func target(of node: Node) throws(ContractFailure) -> Node {
        var node = node
        for _ in 0..<Self.longestChain {
            guard let reference = node["$ref"], reference.isString else { return node }
            node = try followed(reference)
        }
        throw OpenAPIFailure.cycle.at(node, "the reference leads back to itself", file: file)
    }

    /// What the `$ref` of an object leads to, one step; nil if it has none.
    func step(from node: Node) throws(ContractFailure) -> Node? {
        guard let reference = node["$ref"] ?? node["$dynamicRef"], reference.isString else { return nil }
        return try followed(reference)
    }

    /// What the text of a `$ref` leads to, one step.
    func followed(_ reference: Node) throws(ContractFailure) -> Node {
        let text = reference.text
        if reference.document === document, let known = local.target(of: text) { return known }
        guard let found = try find(text, at: reference) else {
            let text = reference.written.text
            throw OpenAPIFailure.unresolved.at(reference, "reference '\(text)' leads to nothing", file: file)
        }
        return found
    }

    private func find(_ text: String, at reference: Node) throws(ContractFailure) -> Node? {
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        guard let home = name.isEmpty ? reference.document : library.documents[name] else {
            throw OpenAPIFailure.unresolved.at(reference, refusal(of: reference.written), file: file)
        }
        guard parts.count > 1 else { return home.root }
        return Pointer(percentDecoding: parts[1]).flatMap { home.root[$0] }
    }

    private func refusal(of reference: Node) -> String {
        guard let base = reference.document.name else {
            return "reference '\(reference.text)' leads to no registered contract, and nothing else is opened"
        }
        return DocumentSet.refusal(of: reference.text, in: base)
    }

    /// The registered contracts that a text refers to, each once, without their fragments.
    ///
    /// Members of examples, defaults and lists of values are data, not references.
    static func registered(in root: Node) -> Set<String> {
        var found: Set<String> = []
        var waiting = [root]
        while let node = waiting.popLast() {
            if let text = node["$ref"]?.string, text.hasPrefix("canon:") { found.insert(URIReference(text).absolute) }
            for member in node.members where !data.contains(member.name) { waiting.append(member.value) }
            waiting += node.elements
        }
        return found
    }

    private static let data: Set<String> = ["example", "examples", "default", "enum", "const"]
}

extension Pointer {
    /// Reads a pointer in the fragment of a URI.
    ///
    /// - SeeAlso: RFC 6901, section 6.
    init?(percentDecoding fragment: Substring) {
        var bytes: [UInt8] = []
        var rest = Array(fragment.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        self.init(String(decoding: bytes, as: UTF8.self))
    }
}
