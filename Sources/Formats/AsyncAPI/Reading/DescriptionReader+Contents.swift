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
            schema = .avro(try embedded(target, AvroFormat()))
        case .protobuf:
            guard target.isString else { throw failure(.field, target, "a Protobuf schema must be a string") }
            schema = .protobuf(try embedded(target, ProtobufFormat()))
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
    private func embedded<Format: ContractFormat>(
        _ node: Node,
        _ format: Format
    ) throws(ContractFailure) -> Format.Model {
        let text = Format.text(embedded: node)
        do throws(ContractFailure) { return try format.parse(ContractSource(text), library: registered) } catch {
            let isText = node.isString && text.elementsEqual(node.bytes)
            let inner = isText ? nil : Pointer(error.place.pointer).flatMap { node[$0] }
            let message = isText ? "\(error.place.position) of the schema: \(error.message)" : error.message
            throw ContractFailure(
                error.code,
                at: Place(inner ?? node, file: references.fileName(of: node.document)),
                message
            )
        }
    }
}
