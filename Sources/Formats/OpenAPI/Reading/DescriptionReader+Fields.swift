internal import Contracts
internal import Syntax

extension DescriptionReader {
    func failure(_ code: OpenAPIFailure, _ node: Node, _ message: String) -> ContractFailure {
        code.at(node, message, file: file)
    }

    /// An object; what stands there else is refused.
    func object(_ node: Node) throws(ContractFailure) -> Node {
        guard node.isObject else { throw failure(.field, node, "expected an object") }
        return node
    }

    /// The object that a node stands for, behind a `$ref` where it is one.
    func target(_ node: Node) throws(ContractFailure) -> Node {
        try object(try references.target(of: try object(node)))
    }

    /// A field that must be there.
    func required(_ name: String, of node: Node) throws(ContractFailure) -> Node {
        guard let field = node[name] else { throw failure(.field, node, "field '\(name)' is missing") }
        return field
    }

    /// A text that must be there.
    func text(_ name: String, of node: Node) throws(ContractFailure) -> String {
        let field = try required(name, of: node)
        guard let text = field.string else { throw failure(.field, field, "'\(name)' must be a string") }
        return text
    }

    /// A text, or nil where the field is missing.
    func optionalText(_ name: String, of node: Node) throws(ContractFailure) -> String? {
        guard let field = node[name] else { return nil }
        guard let text = field.string else { throw failure(.field, field, "'\(name)' must be a string") }
        return text
    }

    /// A truth value, or a default where the field is missing.
    func flag(_ name: String, of node: Node, default standard: Bool = false) throws(ContractFailure) -> Bool {
        guard let field = node[name] else { return standard }
        guard let flag = field.bool else { throw failure(.field, field, "'\(name)' must be true or false") }
        return flag
    }

    /// The members of a field that is a map; none where it is missing.
    ///
    /// Extensions (`x-…`) are left out where the map is of names that the specification gives.
    func map(_ name: String, of node: Node, skippingExtensions: Bool = false) throws(ContractFailure)
        -> [Node.Member]
    {
        guard let field = node[name], !field.isNull else { return [] }
        guard field.isObject else { throw failure(.field, field, "'\(name)' must be an object") }
        return field.members.filter { !skippingExtensions || !$0.name.hasPrefix("x-") }
    }

    /// The elements of a field that is a list; none where it is missing.
    func list(_ name: String, of node: Node) throws(ContractFailure) -> [Node] {
        guard let field = node[name], !field.isNull else { return [] }
        guard field.isArray else { throw failure(.field, field, "'\(name)' must be a list") }
        return Array(field.elements)
    }
}
