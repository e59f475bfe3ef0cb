internal import Contracts
internal import Syntax

extension SchemaReader {
    private static let dot = UInt8(ascii: ".")

    /// The full name of a name that is used in a namespace.
    mutating func fullName(_ text: ArraySlice<UInt8>, in namespace: NameID?) -> NameID {
        guard let lastDot = text.lastIndex(of: Self.dot) else { return fullName(bare: text, in: namespace) }
        return schema.names.intern(lastDot == text.startIndex ? text.dropFirst() : text)
    }

    private mutating func fullName(bare text: ArraySlice<UInt8>, in namespace: NameID?) -> NameID {
        guard let namespace else { return schema.names.intern(text) }
        joined.removeAll(keepingCapacity: true)
        joined += schema.names.utf8(namespace)
        joined.append(Self.dot)
        joined += text
        return schema.names.intern(joined[...])
    }

    /// The names of a definition.
    ///
    /// - Parameters:
    ///   - name: With or without namespace; the one that it has counts.
    ///   - namespace: The attribute.
    ///   - outer: The namespace around it.
    /// - Returns: The names; aliases are still to be read.
    /// - Throws: ``ContractFailure`` where one is no name.
    mutating func namedType(_ name: Node, _ namespace: Node?, in outer: NameID?) throws(ContractFailure) -> NamedType {
        guard name.isString else { throw AvroFault.attributeType.failure(at: name, "'name' is a string") }
        let text = name.bytes
        let lastDot = text.lastIndex(of: Self.dot)
        let simple = lastDot.map { text[($0 + 1)...] } ?? text
        try check(NameRules.judge(simple), at: name, "a type's name")
        let own: NameID? =
            if let lastDot { try readNamespace(text[..<lastDot], at: name) } else {
                try readNamespace(namespace, in: outer)
            }
        if AvroType.Kind(primitive: simple) != nil { try checkReserved(name, in: own) }
        return NamedType(
            full: fullName(bare: simple, in: own),
            simple: schema.names.intern(simple),
            namespace: own,
            aliases: 0..<0
        )
    }

    private mutating func readNamespace(_ node: Node?, in outer: NameID?) throws(ContractFailure) -> NameID? {
        guard let node else { return outer }
        guard node.isString else {
            remark(.attributeType, at: node, "'namespace' is a string; this one is ignored")
            return outer
        }
        return try readNamespace(node.bytes, at: node)
    }

    private mutating func readNamespace(
        _ text: ArraySlice<UInt8>,
        at node: Node
    ) throws(ContractFailure) -> NameID? {
        guard !text.isEmpty else { return nil }
        try check(NameRules.judgeParts(text), at: node, "a namespace, names joined by dots,")
        return schema.names.intern(text)
    }

    private mutating func checkReserved(_ name: Node, in namespace: NameID?) throws(ContractFailure) {
        let message = "'\(name.text)' is the name of a primitive type, which no other type may have"
        guard namespace != nil else { throw AvroFault.reservedName.failure(at: name, message) }
        remark(.reservedName, at: name, message)
    }

    private mutating func check(
        _ judgement: NameRules.Judgement,
        at node: Node,
        _ what: String
    ) throws(ContractFailure) {
        switch judgement {
        case .plain: return
        case .international:
            remark(.name, at: node, "'\(node.text)' has letters beyond ASCII, which not all readers take")
        case .none:
            let message = "'\(node.text)' is no name: \(what) has letters, digits and '_', and begins with no digit"
            throw AvroFault.name.failure(at: node, message)
        }
    }

    /// A name without dots: of a field or a symbol.
    mutating func name(_ node: Node, _ what: String) throws(ContractFailure) -> NameID {
        guard node.isString else { throw AvroFault.attributeType.failure(at: node, "\(what) is a string") }
        let text = node.bytes
        try check(NameRules.judge(text), at: node, what)
        return schema.names.intern(text)
    }

    /// Reads the attribute `aliases`.
    mutating func readAliases(
        _ list: Node?,
        _ name: (inout SchemaReader, ArraySlice<UInt8>) -> NameID
    ) throws(ContractFailure) -> Range<Int> {
        guard let list else { return 0..<0 }
        guard list.isArray else { throw AvroFault.attributeType.failure(at: list, "'aliases' is an array of names") }
        let start = schema.aliases.count
        for alias in list.elements {
            guard alias.isString else { throw AvroFault.attributeType.failure(at: alias, "an alias is a name") }
            let text = alias.bytes
            let parts = text.first == Self.dot ? text.dropFirst() : text
            try check(NameRules.judgeParts(parts), at: alias, "an alias")
            schema.aliases.append(name(&self, text))
        }
        return start..<schema.aliases.count
    }

    /// Reads the attribute `doc`; whether there is a text.
    mutating func readDoc(_ node: Node?) -> Bool {
        guard let node else { return false }
        if !node.isString { remark(.attributeType, at: node, "'doc' is a string; this one is ignored") }
        return node.isString
    }
}
