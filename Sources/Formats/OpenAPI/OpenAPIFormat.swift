package import Compatibility
package import Contracts
internal import Syntax

/// OpenAPI 3.0, 3.1 and 2.0 (Swagger), in JSON or YAML, in one file or several.
package struct OpenAPIFormat: ContractFormat {
    package static let id: FormatID = {
        guard let id = try? FormatID(parsing: "openapi") else { preconditionFailure("'openapi' is a format's name") }
        return id
    }()

    package static let rules: [RuleCard] = RuleCatalog.cards.sorted { $0.id < $1.id }

    /// Whether a rule tells of an operation, or of a part of one, that was not there.
    ///
    /// - SeeAlso: Semantic Versioning 2.0.0, item 7.
    package static func isAddition(_ rule: String) -> Bool { OwnRule.additions.contains(rule) }

    /// What tells a description's own document from what it refers to.
    private static let home = DocumentSet.Home(
        keys: ["openapi", "swagger"],
        code: OpenAPIFailure.set.rawValue,
        noun: "description"
    )

    /// The format.
    package init() {}

    package static func recognises(_ source: ContractSource) -> Bool {
        guard source.mayName("openapi") || source.mayName("swagger"),
            let root = try? DocumentSet(source, home: home).home.document.root
        else { return false }
        return root["openapi"] != nil || root["swagger"] != nil
    }

    package func references(in source: ContractSource) throws(ContractFailure) -> [String] {
        guard source.mayName("canon:") else { return [] }
        return try Set(
            DocumentSet(source, home: Self.home).members.flatMap { References.registered(in: $0.document.root) }
        ).sorted()
    }

    package func parse(_ source: ContractSource, library: ReferenceLibrary) throws(ContractFailure) -> APIDescription {
        let files = try DocumentSet(source, home: Self.home)
        let document = try SwaggerConversion.read(JoinedFiles.document(of: files), file: files.file)
        return try DescriptionReader(document, of: files, library: library).read()
    }

    /// What the specification forbids in a document that could be read all the same, by file in the order of the text.
    ///
    /// - Complexity: O(size of the documents).
    package func remarks(on model: APIDescription) -> [ContractFailure] {
        let grammar = GrammarCheck(of: model.files, model.version)
        let all = model.remarks + grammar.remarks + CallCheck(of: model).remarks
        var seen: Set<ContractFailure> = []
        return all.filter { seen.insert($0).inserted }.sorted {
            ($0.place.file ?? "", $0.place.position) < ($1.place.file ?? "", $1.place.position)
        }
    }

    package func canonicalForm(of model: APIDescription) -> [UInt8] { model.files.canonicalForm }

    package func hasSameForm(_ one: APIDescription, _ other: APIDescription) -> Bool {
        one.files.hasSameForm(as: other.files)
    }

    package func shape(of model: APIDescription) -> Shape { DescriptionShape.shape(of: model) }

    package func findings(
        from old: APIDescription,
        to new: APIDescription,
        breaking direction: Direction,
        options: ComparisonOptions
    ) -> [Finding] {
        let ground = ComparisonGround(Pair(old, new), options)
        return DescriptionComparison.findings(on: ground, breaking: [direction])[0]
    }

    package func findings(
        from old: APIDescription,
        to new: APIDescription,
        options: ComparisonOptions
    ) -> [[Finding]] {
        let ground = ComparisonGround(Pair(old, new), options)
        return DescriptionComparison.findings(on: ground, breaking: Direction.allCases)
    }
}
