internal import Compatibility
internal import Contracts
internal import Syntax

/// Holds a document against the grammar: unknown fields, missing fields, fields of the wrong type.
///
/// Of the further files of a set, all that is referred to, as what it is referred to for.
struct GrammarCheck {
    private let version: OpenAPIVersion
    private let files: DocumentSet
    private let documents: [String: Document]
    private(set) var remarks: [ContractFailure] = []
    /// The file that is being checked.
    private var path: String
    /// Values of further files that are to be checked, with their files.
    private var waiting: [(node: Node, value: Grammar.Value, path: String)] = []
    /// Those that are known to be referred to.
    private var referred: Set<Node> = []

    init(of files: DocumentSet, _ version: OpenAPIVersion) {
        self.version = version
        self.files = files
        documents = files.documents
        path = files.home.path
        let root = files.home.document.root
        check(root, is: root["swagger"] == nil ? .document : .swagger)
        while let next = waiting.popLast() {
            path = next.path
            check(next.node, is: next.value, named: "")
        }
    }

    /// Sees to what a reference leads to in another file than the description's own, where all is checked anyway.
    private mutating func follow(_ node: Node, to value: Grammar.Value) {
        guard files.isSet, let text = node["$ref"]?.string else { return }
        let uri = URIReference(text).resolved(against: URIReference(path))
        guard uri.isPath, uri.absolute != files.home.path, let root = documents[uri.absolute]?.root else { return }
        let pointer = Pointer(percentDecoding: (uri.fragment ?? "")[...])
        guard let target = pointer.flatMap({ root[$0] }), referred.insert(target).inserted else { return }
        waiting.append((target, value, uri.absolute))
    }

    private mutating func check(_ node: Node, is kind: Grammar.Kind) {
        guard node.isObject else {
            remark(node, "expected \(kind.name)")
            return
        }
        follow(node, to: .object(kind))
        // What a reference leads to is checked where it is declared.
        if kind != .pathItem, node["$ref"]?.isString == true { return }
        let fields = Grammar.fields(of: kind)
        for name in fields.required + (version == .v30 ? fields.required30 : []) where node[name] == nil {
            remark(node, "field '\(name)' of \(kind.name) is missing")
        }
        for member in node.members where !member.name.hasPrefix("x-") { check(member, of: kind, fields) }
    }

    private mutating func check(_ member: Node.Member, of kind: Grammar.Kind, _ fields: Grammar.Fields) {
        let name = member.name
        guard let value = fields.known[name] ?? fields.others else {
            remark(member.key, "field '\(name)' is none of \(kind.name)")
            return
        }
        if version == .v30, fields.since31.contains(name) {
            remark(member.key, "field '\(name)' of \(kind.name) came with OpenAPI 3.1")
        }
        check(member.value, is: value, named: name)
    }

    private mutating func check(_ node: Node, is value: Grammar.Value, named name: String) {
        switch value {
        case .any, .schema: return
        case .text: if !node.isString { remark(node, "'\(name)' must be a string") }
        case .flag: if node.bool == nil { remark(node, "'\(name)' must be true or false") }
        case .number: if !node.isNumber { remark(node, "'\(name)' must be a number") }
        case .object(let kind): check(node, is: kind)
        case .list(let element):
            follow(node, to: value)
            guard node.isArray else { return remark(node, "'\(name)' must be a list") }
            for item in node.elements { check(item, is: element, named: name) }
        case .map(let element):
            follow(node, to: value)
            guard node.isObject else { return remark(node, "'\(name)' must be an object") }
            for member in node.members where !member.name.hasPrefix("x-") {
                check(member.value, is: element, named: member.name)
            }
        }
    }

    private mutating func remark(_ node: Node, _ message: String) {
        remarks.append(OpenAPIFailure.field.at(node, message, file: files.file))
    }
}

extension Grammar.Kind {
    /// Such as `a path item`.
    fileprivate var name: String {
        let own = rawValue.hasPrefix("swagger") ? rawValue.dropFirst("swagger".count) : rawValue[...]
        guard let first = own.first else { return Self.document.name }
        let words = (first.lowercased() + own.dropFirst()).map { $0.isUppercase ? " \($0.lowercased())" : String($0) }
            .joined()
        return (["a", "e", "i", "o"].contains(words.prefix(1)) ? "an " : "a ") + words
    }
}
