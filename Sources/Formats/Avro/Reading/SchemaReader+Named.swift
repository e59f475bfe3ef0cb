internal import Contracts
internal import Syntax

extension SchemaReader {
    mutating func readRecord(
        _ node: Node,
        _ attributes: Attributes,
        in namespace: NameID?,
        of parent: TypeID?,
        _ slot: Int
    ) throws(ContractFailure) -> TypeID {
        let id = try addNamed(.record, node, attributes, in: namespace, of: parent, slot)
        guard let list = attributes[.fields] else {
            throw AvroFault.missingAttribute.failure(at: node, "a record has 'fields', an array")
        }
        guard list.isArray else { throw AvroFault.attributeType.failure(at: list, "'fields' is an array") }
        let inner = schema.named(id)?.namespace
        var fields: [AvroField] = []
        var nodes: [Node] = []
        fields.reserveCapacity(list.count)
        nodes.reserveCapacity(list.count)
        for element in list.elements {
            fields.append(try readField(element, in: inner, of: id, slot: fields.count))
            nodes.append(element)
        }
        beginList()
        for (field, node) in zip(fields, nodes) where !isFirst(field.name) {
            let message = "the record has a field '\(schema.names.text(field.name))' already; names of fields differ"
            throw AvroFault.duplicateField.failure(at: node["name"] ?? node, message)
        }
        schema.types[id.index].first = schema.fields.count
        schema.types[id.index].count = fields.count
        schema.fields += fields
        schema.fieldNodes += nodes
        for (slot, field) in fields.enumerated() where field.hasDefault { defaults.append((id, slot)) }
        return id
    }

    mutating func readEnumeration(
        _ node: Node,
        _ attributes: Attributes,
        in namespace: NameID?,
        of parent: TypeID?,
        _ slot: Int
    ) throws(ContractFailure) -> TypeID {
        let id = try addNamed(.enumeration, node, attributes, in: namespace, of: parent, slot)
        guard let list = attributes[.symbols] else {
            throw AvroFault.missingAttribute.failure(at: node, "an enum has 'symbols', an array of names")
        }
        guard list.isArray else { throw AvroFault.attributeType.failure(at: list, "'symbols' is an array of names") }
        schema.types[id.index].first = schema.symbols.count
        schema.types[id.index].count = list.count
        beginList()
        for symbol in list.elements { schema.symbols.append(try readSymbol(symbol)) }
        try readDefaultSymbol(attributes[.defaultValue], of: id)
        readLogicalType(of: id, attributes)
        return id
    }

    private mutating func readSymbol(_ node: Node) throws(ContractFailure) -> NameID {
        let symbol = try name(node, "a symbol")
        guard isFirst(symbol) else {
            let message = "the enum has the symbol '\(node.text)' already"
            throw AvroFault.duplicateSymbol.failure(at: node, message)
        }
        return symbol
    }

    private mutating func readDefaultSymbol(_ node: Node?, of id: TypeID) throws(ContractFailure) {
        guard let node else { return }
        guard node.isString else {
            remark(.enumDefault, at: node, "the default of an enum is one of its symbols; this one is ignored")
            return
        }
        let symbol = schema.names.intern(node.bytes)
        guard schema.symbols[schema[id].range].contains(symbol) else {
            let message = "'\(node.text)' is none of the enum's symbols; its default must be one"
            throw AvroFault.enumDefault.failure(at: node, message)
        }
        if let index = schema[id].named { schema.named[index].defaultSymbol = symbol }
    }

    mutating func readFixed(
        _ node: Node,
        _ attributes: Attributes,
        in namespace: NameID?,
        of parent: TypeID?,
        _ slot: Int
    ) throws(ContractFailure) -> TypeID {
        let id = try addNamed(.fixed, node, attributes, in: namespace, of: parent, slot)
        guard let node = attributes[.size] else {
            throw AvroFault.missingAttribute.failure(at: node, "a fixed type has a 'size' in bytes")
        }
        guard let size = WholeNumber.value(of: node), (0...Int(Int32.max)).contains(size) else {
            throw AvroFault.size.failure(at: node, "'size' is a whole number of bytes, from 0 to 2147483647")
        }
        schema.types[id.index].count = size
        readLogicalType(of: id, attributes)
        return id
    }

    /// Adds a definition under its full name.
    private mutating func addNamed(
        _ kind: AvroType.Kind,
        _ node: Node,
        _ attributes: Attributes,
        in namespace: NameID?,
        of parent: TypeID?,
        _ slot: Int
    ) throws(ContractFailure) -> TypeID {
        guard let name = attributes[.name] else {
            throw AvroFault.missingAttribute.failure(at: node, "\(kind.word) has a 'name'")
        }
        var named = try namedType(name, attributes[.namespace], in: namespace)
        named.aliases = try readAliases(attributes[.aliases]) { reader, text in
            reader.fullName(text, in: named.namespace)
        }
        named.hasDoc = readDoc(attributes[.doc])
        let id = try add(AvroType(kind, parent: parent, slot: slot), at: node)
        schema.types[id.index].named = schema.named.count
        schema.named.append(named)
        define(named.full, as: id)
        return id
    }

    private mutating func define(_ name: NameID, as id: TypeID) {
        if definitions.count <= name.index {
            definitions.append(contentsOf: repeatElement(nil, count: schema.names.count - definitions.count))
        }
        if let first = definitions[name.index] {
            repeats.append((first, id))
        } else {
            definitions[name.index] = id
        }
    }

    /// The definition of a full name, as far as the texts have been read.
    func definition(of name: NameID) -> TypeID? {
        name.index < definitions.count ? definitions[name.index] : nil
    }
}

/// Whole numbers as Avro writes them: digits only, no point and no exponent.
enum WholeNumber {
    /// The number that a value is, or nil.
    static func value(of node: Node) -> Int? {
        guard node.isNumber else { return nil }
        var digits = node.bytes
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        var value = 0
        for byte in digits {
            guard byte &- 48 < 10 else { return nil }
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isBeyond) = product.subtractingReportingOverflow(Int(byte &- 48))
            guard !isTooLarge, !isBeyond else { return nil }
            value = sum
        }
        guard !isNegative else { return value }
        return value == .min ? nil : -value
    }
}
