internal import Avro
internal import Compatibility
internal import Contracts
internal import JSONSchema
internal import Protobuf
internal import Syntax

extension DescriptionReader {
    /// The schema at a value, read by the format that is named there, or else by a format.
    func content(_ written: Node, _ format: SchemaFormat) throws(ContractFailure) -> Content {
        let key = ContentKey(node: written, format: format)
        if let known = knownContents[key] { return known }
        let content = try newContent(written, format)
        knownContents[key] = content
        return content
    }

    private func newContent(_ written: Node, _ format: SchemaFormat) throws(ContractFailure) -> Content {
        let target = try references.target(of: written)
        if let named = target["schemaFormat"]?.string, let schema = target["schema"] {
            return try content(schema, SchemaFormat(named))
        }
        let schema: Content.Schema
        switch format {
        case .json(let dialect): return Content(node: written, format: format, schema: try json(written, dialect))
        case .avro:
            schema = try embedded(target) { bytes throws(ContractFailure) in
                .avro(try AvroFormat().parse(ContractSource(bytes), library: registered))
            }
        case .protobuf:
            guard target.isString else { throw failure(.field, target, "a Protobuf schema must be a string") }
            schema = try embedded(target) { bytes throws(ContractFailure) in
                .protobuf(try ProtobufFormat().parse(ContractSource(bytes), library: registered))
            }
        case .other: schema = .other
        }
        return Content(node: target, format: format, schema: schema)
    }

    private func json(_ node: Node, _ dialect: Dialect) throws(ContractFailure) -> Content.Schema {
        var compiler = SchemaCompiler(
            for: node.document,
            uri: references.name(of: node.document),
            dialect: dialect,
            library: references.library
        )
        let root = try compiler.schema(at: node)
        return .json(compiler.document(root: root))
    }

    /// Reads a schema that is a text of its own within the document; what is wrong with it is told at its value.
    private func embedded(
        _ node: Node,
        _ read: ([UInt8]) throws(ContractFailure) -> Content.Schema
    ) throws(ContractFailure) -> Content.Schema {
        let isText = node.isString && !Self.isName(node.text)
        do throws(ContractFailure) { return try read(isText ? Array(node.bytes) : node.json.bytes) } catch {
            let inner = isText ? nil : Pointer(error.place.pointer).flatMap { node[$0] }
            let message = isText ? "\(error.place.position) of the schema: \(error.message)" : error.message
            throw ContractFailure(
                error.code,
                at: Place(inner ?? node, file: references.fileName(of: node.document)),
                message
            )
        }
    }

    /// Whether a text is the lone name of a type.
    private static func isName(_ text: String) -> Bool {
        text.utf8.allSatisfy { (97...122).contains($0 | 0x20) || (48...57).contains($0) || $0 == 46 || $0 == 95 }
    }
}
