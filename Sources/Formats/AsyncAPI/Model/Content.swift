internal import Avro
internal import JSONSchema
internal import Protobuf
internal import Syntax

/// The schema of a payload, of headers, or of a part of a binding, read by the format that it is written in.
struct Content: Sendable {
    /// What was read.
    enum Schema: Sendable {
        case json(SchemaDocument)
        case avro(AvroSchema)
        case protobuf(ProtobufSchema)
        case other
    }

    /// The schema itself, as it was written.
    let node: Node
    let format: SchemaFormat
    let schema: Schema
}

extension Content {
    /// A schema that the document does not say, in the place of one that it could.
    ///
    /// - Parameters:
    ///   - text: JSON Schema.
    ///   - node: What the schema is missing in.
    /// - Returns: The schema; nil where the text is none.
    static func implied(_ text: String, at node: Node) -> Content? {
        guard let document = try? Document.json(Array(text.utf8)),
            let schema = try? SchemaDocument(of: document, dialect: .draft7)
        else { return nil }
        return Content(node: node, format: .standard, schema: .json(schema))
    }
}
