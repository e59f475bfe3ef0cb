internal import Contracts
internal import Syntax

extension SchemaReader {
    mutating func readField(
        _ node: Node,
        in namespace: NameID?,
        of record: TypeID,
        slot: Int
    ) throws(ContractFailure) -> AvroField {
        guard node.isObject else { throw AvroFault.attributeType.failure(at: node, "a field is an object") }
        let attributes = Attributes(of: node)
        guard let name = attributes[.name] else {
            throw AvroFault.missingAttribute.failure(at: node, "a field has a 'name'")
        }
        guard let type = attributes[.type] else {
            throw AvroFault.missingAttribute.failure(at: node, "a field has a 'type', its schema")
        }
        var field = AvroField(
            name: try self.name(name, "a field's name"),
            type: try read(type, in: namespace, of: record, slot: slot),
            aliases: try readAliases(attributes[.aliases]) { reader, text in reader.schema.names.intern(text) }
        )
        if let order = attributes[.order] { field.order = try readOrder(order) }
        field.hasDefault = attributes[.defaultValue] != nil
        field.hasDoc = readDoc(attributes[.doc])
        if let logical = attributes[.logicalType] {
            let message = "'logicalType' beside the field's name is ignored; put it into the object of the type"
            remark(.logicalType, at: logical, message)
        }
        return field
    }

    private mutating func readOrder(_ node: Node) throws(ContractFailure) -> AvroField.Order {
        let text = node.text
        if text.contains(where: \.isUppercase) {
            remark(.order, at: node, "'order' is written in lower case, and not all readers take it otherwise")
        }
        switch text.lowercased() {
        case "ascending": return .ascending
        case "descending": return .descending
        case "ignore": return .ignore
        default: throw AvroFault.order.failure(at: node, "'order' is ascending, descending or ignore")
        }
    }

    /// Reads the attribute `logicalType`: what is not known or does not fit is ignored, as the specification says.
    mutating func readLogicalType(of id: TypeID, _ attributes: Attributes) {
        guard let node = attributes[.logicalType] else { return }
        guard let name = node.string.flatMap(LogicalType.Name.init(rawValue:)) else {
            remark(.logicalType, at: node, "'\(node.text)' is no logical type of the specification; readers ignore it")
            return
        }
        var logical = LogicalType(name: name)
        if name == .decimal {
            logical.precision = attributes[.precision].flatMap(WholeNumber.value) ?? 0
            logical.scale = attributes[.scale].map { WholeNumber.value(of: $0) ?? -1 } ?? 0
        }
        let type = schema[id]
        if let misfit = logical.misfit(on: type.kind, size: type.count) {
            remark(.logicalType, at: node, "\(misfit); readers ignore the logical type")
        } else {
            schema.types[id.index].logical = logical
        }
    }
}
