internal import Contracts
package import Syntax

/// The schemas of a document and of what they refer to, compiled once, ready for many questions from any thread.
package struct SchemaDocument: Sendable {
    /// All schemas; a ``SchemaID`` is an index into them.
    package let schemas: [Schema]
    /// The schema that the document as a whole is; nil where it only has schemas inside, as an API description has.
    package let root: SchemaID?
    /// The schemas of a set of files, by path; empty where there is one document.
    let files: [SchemaFile]
    /// The file that it was read from, where it is one document and was one.
    var file: String?
    /// What is odd without being wrong.
    package let remarks: [SchemaRemark]
    /// Whether any schema has `unevaluatedProperties` or `unevaluatedItems`.
    let tracksEvaluation: Bool
    /// Where `format` stands.
    private let formats: [Format]

    /// A `format` of a schema, and whether the schema's dialect asserts it.
    struct Format: Sendable {
        let schema: SchemaID
        let format: StringFormat
        let isAsserted: Bool
    }

    init(
        schemas: [Schema],
        root: SchemaID?,
        files: [SchemaFile] = [],
        remarks: [SchemaRemark] = [],
        formats: [Format] = []
    ) {
        self.init(
            schemas: schemas,
            root: root,
            files: files,
            remarks: remarks,
            formats: formats,
            tracksEvaluation: schemas.contains { $0.keywords.contains(where: \.needsEvaluation) }
        )
    }

    private init(
        schemas: [Schema],
        root: SchemaID?,
        files: [SchemaFile],
        remarks: [SchemaRemark],
        formats: [Format],
        tracksEvaluation: Bool
    ) {
        self.schemas = schemas
        self.formats = formats
        self.root = root
        self.files = files
        self.remarks = remarks
        self.tracksEvaluation = tracksEvaluation
    }

    /// The same schemas with every `format` asserted that should be; as compiled, all of them are annotations.
    package func asserting(_ use: FormatUse) -> SchemaDocument {
        let asserted = use == .annotated ? [] : formats.filter { use == .asserted || $0.isAsserted }
        guard !asserted.isEmpty else { return self }
        var schemas = schemas
        for entry in asserted {
            let schema = schemas[Int(entry.schema.index)]
            schemas[Int(entry.schema.index)] = schema.with(schema.keywords + [.format(entry.format)])
        }
        var document = SchemaDocument(
            schemas: schemas,
            root: root,
            files: files,
            remarks: remarks,
            formats: [],
            tracksEvaluation: tracksEvaluation
        )
        document.file = file
        return document
    }

    /// The place of a value, with the file that it stands in.
    func place(of node: Node) -> Place {
        let isOwn = root.flatMap { self[$0].node }?.document === node.document
        return Place(node, file: isOwn ? file : nil)
    }

    /// The schema with an id of this document.
    package subscript(id: SchemaID) -> Schema { schemas[Int(id.index)] }

    /// The schema that a chain of mere references leads to.
    package func target(of id: SchemaID) -> SchemaID {
        var id = id
        var steps = 0
        while let alias = self[id].alias, steps < schemas.count {
            id = alias
            steps += 1
        }
        return id
    }
}

/// Something odd in a schema that does not change what it means.
package struct SchemaRemark: Hashable, Sendable {
    /// Stable code, such as `SCHEMA_DUPLICATE_VALUE`.
    package let code: String
    /// Where.
    package let node: Node
    /// What, in a sentence.
    package let message: String
}
