package import Compatibility
package import Contracts
internal import Syntax

/// GraphQL type systems in SDL, as October 2021 and the draft after it have it.
package struct GraphQLFormat: ContractFormat {
    package static let id: FormatID = {
        guard let id = try? FormatID(parsing: "graphql") else { preconditionFailure("'graphql' is a format's name") }
        return id
    }()

    package static let refersToFiles = true

    package static let rules: [RuleCard] = (GraphQLRule.allCases.map(\.card) + [violation]).sorted { $0.id < $1.id }

    private static let violation = RuleCard.violation(
        source: "GraphQL, October 2021, section 3, Type System",
        example: .init("type Query { a: Int }", "type Query { a: Int __b: Int }")
    )

    private let limits: SDLLimits

    /// The format.
    ///
    /// - Parameter limits: How large a schema may be.
    package init(limits: SDLLimits = .contract) { self.limits = limits }

    private static let endings = [".graphql", ".graphqls", ".gql"]

    /// A file of a known ending, a set of such files, or a text whose first definition can be read.
    package static func recognises(_ source: ContractSource) -> Bool {
        if let file = source.file, endings.contains(where: file.hasSuffix) { return true }
        if let set = FileSet(source) { return set.allEnd(in: endings) }
        var reader = SDLReader(JoinedText(source), limits: .contract)
        return reader.beginsWithDefinition()
    }

    /// Strings that begin with `canon:` in arguments of applied directives.
    package func references(in source: ContractSource) throws(ContractFailure) -> [String] {
        guard source.mayName("canon:") else { return [] }
        return Set(try read(source).canonReferences.map(\.text)).sorted()
    }

    package func parse(_ source: ContractSource, library: ReferenceLibrary) throws(ContractFailure) -> GraphQLSchema {
        let schema = try read(source)
        guard source.mayName("canon:") else { return schema }
        for reference in schema.canonReferences where library.documents[reference.text] == nil {
            let message = "'\(reference.text)' is not among the registered contracts"
            throw SDLFailure(.unresolvedReference, at: Int(reference.offset), message)
                .failure(in: schema.text)
        }
        return schema
    }

    private func read(_ source: ContractSource) throws(ContractFailure) -> GraphQLSchema {
        let text = JoinedText(source)
        var reader = SDLReader(text, limits: limits)
        do throws(SDLFailure) {
            return try reader.read()
        } catch { throw error.failure(in: text) }
    }

    /// What the specification forbids in a schema that could be read all the same, in the order of the text.
    ///
    /// A service would refuse to start with it; a part of a schema, such as a federated service's, may be in order.
    package func remarks(on model: GraphQLSchema) -> [ContractFailure] {
        model.remarks.get {
            var checks = SchemaChecks(model)
            return checks.remarks()
        }
    }

    /// Definitions and their parts by name, each type in one piece; descriptions are content.
    package func canonicalForm(of model: GraphQLSchema) -> [UInt8] {
        model.form.get {
            var writer = SchemaWriter(model)
            return writer.written()
        }
    }

    package func shape(of model: GraphQLSchema) -> Shape {
        var shape = SchemaShape(model)
        return shape.shape()
    }

    /// Backward, what breaks or surprises clients of the old version, and what the specification forbids; forward, what
    /// clients of the new version ask of the old one in vain.
    package func findings(
        from old: GraphQLSchema,
        to new: GraphQLSchema,
        breaking direction: Direction,
        options: ComparisonOptions
    ) -> [Finding] {
        var changes = SchemaChanges(SchemaPair(old, new), breaking: direction, budget: options.stepBudget)
        let found = changes.found()
        guard direction == .backward, old.source != new.source else { return found }
        let forbidden = Finding.violations(remarks(on: new), beside: remarks(on: old))
        return forbidden.isEmpty ? found : (found + forbidden).listed
    }
}

extension GraphQLSchema {
    /// The registered contracts that applied directives name, and where.
    fileprivate var canonReferences: [(text: String, offset: UInt32)] {
        given.compactMap { argument in
            guard case .string(let text) = constant(argument.value), text.hasPrefix("canon:") else { return nil }
            return (text, argument.offset)
        }
    }
}
