package import Contracts

/// Two versions of a document's schemas, asked about each other; every pair of schemas is judged once.
///
/// Not for several threads at a time: what was learnt for one question is kept for the next.
package final class SchemaVersions {
    /// The schemas before.
    package let old: SchemaDocument
    /// The schemas after.
    package let new: SchemaDocument
    private let policy: CompatibilityPolicy
    private let hasOpenContent: Bool
    private let budget: ContainmentBudget
    private var passages: [Passage: Exchange] = [:]
    /// Whether any value is sent one way only; else it makes no difference which way one goes.
    private lazy var hasOneWayValues =
        [old, new].contains { $0.schemas.contains { $0.isReadOnly || $0.isWriteOnly } }
    /// The classes of the schemas as they are, the same whichever way one asks.
    private lazy var classes = TermClasses(sub: old, sup: new)

    /// Which way values go between the versions.
    private struct Passage: Hashable {
        let direction: Direction
        let flow: Flow
    }

    /// The two sides of a passage and the questions asked about them.
    private struct Exchange {
        let writer: ProjectedSchemas
        let reader: ProjectedSchemas
        let questions: ContainmentQuestions
    }

    /// Two versions.
    ///
    /// - Parameters:
    ///   - old: The schemas before.
    ///   - new: The schemas after.
    ///   - policy: How members that are not declared are judged.
    ///   - hasOpenContent: Whether a writer is taken to send nothing under names that only the reader declares, in place
    ///     of the policy; both documents are a schema as a whole then.
    ///   - budget: How much work the questions may be.
    package init(
        old: SchemaDocument,
        new: SchemaDocument,
        policy: CompatibilityPolicy = .strict,
        hasOpenContent: Bool = false,
        budget: ContainmentBudget = ContainmentBudget()
    ) {
        self.old = old
        self.new = new
        self.policy = policy
        self.hasOpenContent = hasOpenContent
        self.budget = budget
    }

    /// Whether everything that one version's schema allows is allowed by the other's.
    ///
    /// - Parameters:
    ///   - old: A schema of the old version.
    ///   - new: A schema of the new version.
    ///   - direction: Backward asks whether the old schema is contained in the new one, forward the reverse.
    ///   - flow: Who sends the value.
    /// - Returns: The answer for this pair; asking again costs nothing.
    package func containment(
        _ old: SchemaID,
        _ new: SchemaID,
        _ direction: Direction,
        flow: Flow = .any
    ) -> Containment {
        let exchange = exchange(direction, flow)
        let (sub, sup) = direction == .backward ? (old, new) : (new, old)
        return exchange.questions.containment(of: exchange.writer.entry(sub), in: sup)
    }

    /// Whether everything that the writer's schema allows keeps some keywords of the reader's version.
    func containment(
        of sub: SchemaID,
        inKeywords keywords: [Keyword],
        _ direction: Direction,
        flow: Flow
    ) -> Containment {
        let exchange = exchange(direction, flow)
        return exchange.questions.containment(of: exchange.writer.entry(sub), inKeywords: keywords)
    }

    /// The reader's schemas as the flow and the policy leave them.
    func reader(_ direction: Direction, flow: Flow) -> SchemaDocument { exchange(direction, flow).reader.document }

    /// The causes for which a schema's instances are refused by the other version; none if it is contained.
    ///
    /// - Parameters:
    ///   - old: A schema of the old version.
    ///   - new: A schema of the new version.
    ///   - direction: As for ``containment(_:_:_:flow:)``.
    ///   - flow: Who sends the value.
    ///   - path: The address of the schema itself, which the paths of the differences begin with.
    /// - Returns: In the order of the schemas; each cause once, with the fields that it reaches.
    package func differences(
        _ old: SchemaID,
        _ new: SchemaID,
        _ direction: Direction,
        flow: Flow = .any,
        path: String = ""
    ) -> [SchemaDifference] {
        guard !containment(old, new, direction, flow: flow).isContained else { return [] }
        var walk = DifferenceWalk(versions: self, direction: direction, flow: flow)
        return walk.run(old, new, path: path)
    }

    private func exchange(_ direction: Direction, _ flow: Flow) -> Exchange {
        let flow = flow == .any || hasOneWayValues ? flow : .any
        let passage = Passage(direction: direction, flow: flow)
        if let known = passages[passage] { return known }
        let (sub, sup) = direction == .backward ? (old, new) : (new, old)
        let (writer, reader) = projected(writer: sub, reader: sup, flow)
        let isAsWritten = flow == .any && policy == .strict && !hasOpenContent
        let questions = ContainmentQuestions(
            sub: writer.document,
            sup: reader.document,
            budget: budget,
            classes: isAsWritten
                ? { [unowned self] in direction == .backward ? classes : classes.reversed } : nil
        )
        let made = Exchange(writer: writer, reader: reader, questions: questions)
        passages[passage] = made
        return made
    }

    private func projected(
        writer: SchemaDocument,
        reader: SchemaDocument,
        _ flow: Flow
    ) -> (writer: ProjectedSchemas, reader: ProjectedSchemas) {
        guard !hasOpenContent else {
            return (
                OpenContent.schemas(of: writer, readBy: reader), ProjectedSchemas(document: reader, entries: [:])
            )
        }
        return (
            Projection(role: .writer, flow: flow, policy: policy).apply(to: writer),
            Projection(role: .reader, flow: flow, policy: policy).apply(to: reader)
        )
    }
}
