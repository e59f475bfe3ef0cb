internal import Contracts
internal import Syntax

/// Holds a document against the grammar: unknown fields, missing fields, fields of the wrong type.
struct GrammarCheck {
    private let version: OpenAPIVersion
    private let file: String?
    private(set) var remarks: [ContractFailure] = []

    init(of root: Node, _ version: OpenAPIVersion, file: String?) {
        self.version = version
        self.file = file
        check(root, is: root["swagger"] == nil ? .document : .swagger)
    }

    private mutating func check(_ node: Node, is kind: Grammar.Kind) {
        guard node.isObject else {
            remark(node, "expected \(kind.name)")
            return
        }
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
            guard node.isArray else { return remark(node, "'\(name)' must be a list") }
            for item in node.elements { check(item, is: element, named: name) }
        case .map(let element):
            guard node.isObject else { return remark(node, "'\(name)' must be an object") }
            for member in node.members where !member.name.hasPrefix("x-") {
                check(member.value, is: element, named: member.name)
            }
        }
    }

    private mutating func remark(_ node: Node, _ message: String) {
        remarks.append(OpenAPIFailure.field.at(node, message, file: file))
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
