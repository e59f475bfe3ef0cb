internal import Compatibility
internal import Contracts
internal import JSONSchema
internal import Syntax

/// Asks the containment engine whether what one version writes is what the other reads.
///
/// Keyword by keyword a change may look like more than it is, or like less; where the engine proves or refutes, that
/// counts.
final class SchemaArbiter {
    private let documents: Pair<CompiledSchemas>
    private let options: ComparisonOptions
    private let questions: SchemaVersions
    /// The questions by convention; few comparisons have one.
    private lazy var conventional = SchemaVersions(
        old: documents.old.document.withDistinctAlternatives,
        new: documents.new.document.withDistinctAlternatives,
        policy: .lenient,
        budget: Self.budget(options)
    )

    /// An arbiter over the schemas that meet.
    ///
    /// - Parameters:
    ///   - schemas: The places of the schemas that will be asked about.
    ///   - ground: The descriptions, how they are compared, and what one question may cost.
    init(for schemas: [Pair<Node>], on ground: ComparisonGround) {
        documents = Pair(
            CompiledSchemas(schemas.map(\.old), of: ground.versions.old),
            CompiledSchemas(schemas.map(\.new), of: ground.versions.new)
        )
        options = ground.options
        questions = SchemaVersions(
            old: documents.old.document,
            new: documents.new.document,
            policy: options.policy,
            budget: Self.budget(options)
        )
    }

    private static func budget(_ options: ComparisonOptions) -> ContainmentBudget {
        ContainmentBudget(steps: options.stepBudget / 20)
    }

    /// Whether everything that the writer's schema allows is allowed by the reader's; nil where the engine cannot tell
    /// values as they are carried, or cannot read a schema.
    ///
    /// - Parameters:
    ///   - meeting: The schemas and their place.
    ///   - oldWrites: Whether the old version writes.
    /// - Returns: The engine's answer.
    func containment(of meeting: SchemaMeetings.Meeting, oldWrites: Bool) -> Containment? {
        guard let answer = answer(of: questions, on: meeting, oldWrites) else { return nil }
        // Values that differ in type alone are the same in a text without types.
        return meeting.medium == .document || answer.isContained ? answer : nil
    }

    /// Whether that is proved where members that are not declared are not sent and alternatives of `oneOf` are told
    /// apart by their members.
    func isContainedByConvention(_ meeting: SchemaMeetings.Meeting, oldWrites: Bool) -> Bool {
        answer(of: conventional, on: meeting, oldWrites)?.isContained == true
    }

    private func answer(
        of questions: @autoclosure () -> SchemaVersions,
        on meeting: SchemaMeetings.Meeting,
        _ oldWrites: Bool
    ) -> Containment? {
        guard meeting.medium == .document || meeting.medium == .markup,
            let old = documents.old.ids[meeting.schemas.old],
            let new = documents.new.ids[meeting.schemas.new]
        else { return nil }
        let flow: Flow = meeting.position.flow == .toProvider ? .request : .response
        return questions().containment(old, new, oldWrites ? .backward : .forward, flow: flow)
    }
}

/// The schemas of one description that the engine can read.
struct CompiledSchemas {
    let document: SchemaDocument
    private(set) var ids: [Node: SchemaID] = [:]

    init(_ places: [Node], of description: APIDescription) {
        var compiler = SchemaCompiler(
            for: description.document,
            dialect: description.version == .v30 ? .openAPI30 : .openAPI31,
            library: description.library
        )
        for place in places where ids[place] == nil { ids[place] = try? compiler.schema(at: place) }
        document = compiler.document()
    }
}
