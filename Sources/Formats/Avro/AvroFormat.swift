package import Compatibility
package import Contracts
package import Syntax

/// Apache Avro schemas, as the 1.12 specification has them, in JSON, in one file or several.
package struct AvroFormat: ContractFormat {
    package static let id: FormatID = {
        guard let id = try? FormatID(parsing: "avro") else { preconditionFailure("'avro' is a format's name") }
        return id
    }()

    package static let rules: [RuleCard] = (AvroRule.allCases.map(\.card) + [violation]).sorted { $0.id < $1.id }

    private static let violation = RuleCard.violation(
        source: "Avro 1.12 specification, Schema Declaration",
        example: .init(
            #"{"type": "record", "name": "R", "fields": []}"#,
            #"{"type": "record", "name": "R", "fields": [], "namespace": 1}"#
        )
    )

    /// The format.
    package init() {}

    /// A named type with what only Avro's have, a map, an array whose items are a name, a union of such, or a set of files
    /// that end as schemas do.
    package static func recognises(_ source: ContractSource) -> Bool {
        if let set = FileSet(source) { return set.allEnd(in: [".avsc"]) }
        guard let root = try? AvroText.document(of: source).root else { return false }
        if source.file?.hasSuffix(".avsc") ?? false { return true }
        if root.isArray { return root.count > 0 && root.elements.allSatisfy(isBranch) }
        return isAvro(root)
    }

    private static func isBranch(_ node: Node) -> Bool {
        node.string.map { AvroType.Kind(primitive: Array($0.utf8)[...]) != nil } ?? isAvro(node)
    }

    private static func isAvro(_ node: Node) -> Bool {
        switch node["type"]?.string {
        case "record", "error": node["fields"]?.isArray ?? false
        case "enum": node["symbols"]?.isArray ?? false
        case "fixed": node["size"] != nil
        case "map": node["values"] != nil
        case "array": node["items"].map { $0.isString || isAvro($0) } ?? false
        default: false
        }
    }

    /// What a string says, unless that is a lone name such as `int`, which is a schema only as the string that it is.
    package static func text(embedded value: Node) -> [UInt8] {
        let isName = NameRules.judgeParts(value.bytes) != .none
        return value.isString && !isName ? Array(value.bytes) : value.json.bytes
    }

    package func references(in source: ContractSource) throws(ContractFailure) -> [String] {
        guard let set = FileSet(source) else { return AvroReferences.names(in: try AvroText.document(of: source).root) }
        return try Set(AvroText.documents(of: set).flatMap { AvroReferences.names(in: $0.root) }).sorted()
    }

    package func parse(_ source: ContractSource, library: ReferenceLibrary) throws(ContractFailure) -> AvroSchema {
        var reader = SchemaReader()
        if let set = FileSet(source) { return try reader.read(AvroText.documents(of: set), library: library) }
        let document = try AvroText.document(of: source)
        do throws(ContractFailure) {
            return try reader.read(document, file: source.file, library: library)
        } catch { throw error.inFile(source.file) }
    }

    /// What the specification forbids in a schema that readers take all the same, in the order of the text.
    package func remarks(on model: AvroSchema) -> [ContractFailure] {
        model.remarks
            .map { $0.fault.failure(at: $0.node, $0.message).inFile(model.file(of: $0.node)) }
            .sorted { $0.place.position < $1.place.position }
    }

    /// Names in full, each type where it is first used, attributes in one order; everything else is content.
    package func canonicalForm(of model: AvroSchema) -> [UInt8] {
        SchemaWriter.text(of: model.root, in: model, .normal)
    }

    package func shape(of model: AvroSchema) -> Shape { SchemaShape.shape(of: model) }

    /// What a reader of one version cannot read of the other's data; backward, what changed quietly too, and what the
    /// specification forbids.
    package func findings(
        from old: AvroSchema,
        to new: AvroSchema,
        breaking direction: Direction,
        options: ComparisonOptions
    ) -> [Finding] {
        let breaking = incompatibilities(from: old, to: new, breaking: direction, options: options)
        guard direction == .backward else { return breaking }
        let schemas = SchemaPair(reader: new, writer: old)
        let quiet = QuietChanges.findings(between: schemas, budget: options.stepBudget)
        let forbidden = Finding.violations(remarks(on: new), beside: remarks(on: old))
        guard !breaking.isEmpty || !forbidden.isEmpty else { return quiet }
        return (breaking + quiet + forbidden).listed
    }

    /// What a reader of one version cannot read of the other's data, and nothing else: the verdict with its reasons.
    ///
    /// - Complexity: O(pairs of types that meet); without findings, nothing in the texts is looked up.
    package func incompatibilities(
        from old: AvroSchema,
        to new: AvroSchema,
        breaking direction: Direction,
        options: ComparisonOptions
    ) -> [Finding] {
        let isBackward = direction == .backward
        let schemas = SchemaPair(reader: isBackward ? new : old, writer: isBackward ? old : new)
        return Incompatibilities.findings(between: schemas, breaking: direction, budget: options.stepBudget)
    }
}
