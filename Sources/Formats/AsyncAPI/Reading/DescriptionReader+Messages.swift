internal import Avro
internal import Compatibility
internal import Contracts
internal import Syntax

extension DescriptionReader {
    /// A message, or what its reference leads to.
    ///
    /// - Parameters:
    ///   - written: The message as it stands where it is used.
    ///   - key: What it is called there.
    /// - Returns: The message with its schemas read.
    /// - Throws: ``ContractFailure`` at the first field that cannot be what it says.
    func message(_ written: Node, key: String?) throws(ContractFailure) -> Message {
        let node = try object(written)
        let payload = try payload(of: node)
        let ownType = try text("contentType", of: node).map { MediaType($0) }
        let ownKey = try text("messageId", of: node)
        return Message(
            name: try text("name", of: node),
            key: key ?? ownKey,
            node: node,
            contentType: ownType ?? standardType,
            headers: try node["headers"].map { headers throws(ContractFailure) in try content(headers, .standard) },
            payload: payload,
            correlation: try correlation(of: node),
            bindings: try bindings(of: node, beside: payload?.format)
        )
    }

    private func payload(of message: Node) throws(ContractFailure) -> Content? {
        let format = version == .v2 ? try text("schemaFormat", of: message).map { SchemaFormat($0) } : nil
        guard let payload = message["payload"] else { return nil }
        return try content(payload, format ?? .standard)
    }

    private func correlation(of message: Node) throws(ContractFailure) -> Correlation? {
        guard let value = message["correlationId"] else { return nil }
        let node = try object(value)
        return Correlation(node: node, location: try requiredText("location", of: node))
    }

    /// The settings of all protocols at an object, each by itself.
    func bindings(of node: Node, beside format: SchemaFormat? = nil) throws(ContractFailure) -> [Binding] {
        var bindings: [Binding] = []
        for member in try entries("bindings", of: node) where !member.value.isNull {
            try add(try object(member.value), named: member.name, format, to: &bindings)
        }
        return bindings
    }

    private func add(
        _ object: Node,
        named prefix: String,
        _ format: SchemaFormat?,
        to bindings: inout [Binding]
    ) throws(ContractFailure) {
        for member in object.members where member.name != "bindingVersion" && !member.name.hasPrefix("x-") {
            let (name, value) = ("\(prefix).\(member.name)", member.value)
            if BindingKinds.schemas.contains(name), value.isObject {
                let schema = try content(value, try keyFormat(value, beside: format))
                bindings.append(Binding(name: name, node: value, content: schema))
            } else if value.isObject, value.count > 0 {
                try add(value, named: name, format, to: &bindings)
            } else {
                bindings.append(Binding(name: name, node: value, content: nil))
            }
        }
    }

    /// A key is Avro where the payload is and it looks like it.
    private func keyFormat(_ node: Node, beside format: SchemaFormat?) throws(ContractFailure) -> SchemaFormat {
        guard format == .avro else { return .standard }
        let target = try references.target(of: node)
        return AvroFormat.recognises(ContractSource(target.json.bytes)) ? .avro : .standard
    }
}
