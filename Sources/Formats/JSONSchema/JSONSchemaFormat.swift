package import Compatibility
package import Contracts
package import Syntax

/// JSON Schema, drafts 04, 06, 07, 2019-09 and 2020-12, in JSON or YAML, in one file or several.
package struct JSONSchemaFormat: ContractFormat {
    package static let id: FormatID = {
        guard let id = try? FormatID(parsing: "json-schema") else {
            preconditionFailure("'json-schema' is a format's name")
        }
        return id
    }()

    package static let rules: [RuleCard] = (DifferenceKind.reported.map(\.card) + MatchedFiles.cards)
        .sorted { $0.id < $1.id }

    /// The dialect of documents that name none.
    private let dialect: Dialect

    /// The format.
    ///
    /// - Parameter dialect: The dialect of documents that name none in `$schema`.
    package init(dialect: Dialect = .draft2020) { self.dialect = dialect }

    private static let telltales = ["$schema", "$id", "$ref", "$defs", "type", "properties", "allOf", "anyOf", "oneOf"]

    package static func recognises(_ source: ContractSource) -> Bool {
        if let set = FileSet(source) {
            let roots = (try? DocumentSet.all(of: set).map(\.document.root)) ?? []
            return roots.contains(where: isSchema) && !roots.contains(where: isOther)
        }
        return (try? source.document().root).map(isSchema) ?? false
    }

    private static func isSchema(_ root: Node) -> Bool {
        if root["$schema"]?.string != nil { return true }
        return !isOther(root) && telltales.contains { root[$0] != nil }
    }

    /// Named types are Avro's, and "openapi" and "asyncapi" are documents of their own.
    private static func isOther(_ root: Node) -> Bool {
        ["openapi", "asyncapi", "swagger", "fields"].contains { root[$0] != nil }
    }

    package func assuming(dialect name: String?) -> JSONSchemaFormat {
        name.flatMap(Dialect.init(rawValue:)).map(JSONSchemaFormat.init) ?? self
    }

    package func references(in source: ContractSource) throws(ContractFailure) -> [String] {
        guard source.mayName("canon:") else { return [] }
        var found: Set<String> = []
        var open = try Self.roots(of: source)
        while let node = open.popLast() {
            for member in node.members {
                if member.name == "$ref", let text = member.value.string, text.hasPrefix("canon:") {
                    found.insert(URIReference(text).absolute)
                }
                open.append(member.value)
            }
            open += node.elements
        }
        return found.sorted()
    }

    package func parse(_ source: ContractSource, library: ReferenceLibrary) throws(ContractFailure) -> SchemaDocument {
        if let set = FileSet(source) { return try SchemaFiles.schemas(of: set, dialect: dialect, library: library) }
        let document = try source.document()
        do throws(ContractFailure) {
            var schemas = try SchemaDocument(of: document, dialect: dialect, library: library)
            schemas.file = source.file
            return schemas
        } catch { throw error.inFile(source.file) }
    }

    /// The exact value with members sorted.
    ///
    /// In `required`, `enum`, `type` and dependencies the order of the elements does not count either. Descriptions and
    /// other annotations are content.
    package func canonicalForm(of model: SchemaDocument) -> [UInt8] {
        guard model.files.isEmpty else { return SchemaCanonicalForm.bytes(of: model.files, in: model) }
        guard let node = model.root.flatMap({ model[$0].node }) else { return [] }
        return CanonicalJSON.bytes(of: SchemaCanonicalForm.value(of: node), numbers: .exact)
    }

    package func shape(of model: SchemaDocument) -> Shape {
        guard let root = model.root else { return Shape() }
        var reader = ShapeReader(model)
        return reader.shape(of: root)
    }

    package func findings(
        from old: SchemaDocument,
        to new: SchemaDocument,
        breaking direction: Direction,
        options: ComparisonOptions
    ) -> [Finding] {
        let budget = ContainmentBudget(totalSteps: options.stepBudget)
        let formats = options.assertsFormats.map { $0 ? FormatUse.asserted : .annotated } ?? .byDialect
        let (old, new) = (old.asserting(formats), new.asserting(formats))
        let versions = SchemaVersions(old: old, new: new, policy: options.policy, budget: budget)
        let matched = MatchedFiles(old, new)
        let lost = matched.findings(breaking: direction)
        return lost
            + matched.pairs.flatMap { pair in
                versions.differences(pair.old, pair.new, direction).map {
                    $0.finding(direction, operation: pair.path, old: old.place, new: new.place)
                }
            }
    }

    private static func roots(of source: ContractSource) throws(ContractFailure) -> [Node] {
        guard let set = FileSet(source) else { return [try source.document().root] }
        return try DocumentSet.all(of: set).map(\.document.root)
    }
}

extension SchemaDifference {
    /// The difference as a finding that breaks a direction.
    ///
    /// - Parameters:
    ///   - direction: The direction.
    ///   - operation: The file or channel that it belongs to.
    ///   - oldPlace: Tells the place of a value of the old version.
    ///   - newPlace: The same for the new one.
    /// - Returns: The finding, an error.
    package func finding(
        _ direction: Direction,
        operation: String? = nil,
        old oldPlace: (Node) -> Place = { Place($0) },
        new newPlace: (Node) -> Place = { Place($0) }
    ) -> Finding {
        let isNamed = kind.aspect != .schema || obstacle == nil
        return Finding(
            isNamed ? kind.name : Finding.undecided,
            .error,
            direction: direction,
            operation: operation,
            path: path,
            old: old.map(oldPlace),
            new: new.map(newPlace),
            message: message,
            witness: witness,
            reaches: reaches,
            reachesMore: reachesMore,
            undecided: obstacle.map { "\($0)" }
        )
    }
}
