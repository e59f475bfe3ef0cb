internal import Contracts
internal import Syntax

/// Compares two versions of one schema keyword by keyword; what lies inside is left as pairs.
struct KeywordComparison {
    /// Two schemas inside of the ones that are compared.
    struct Inner {
        let step: String?
        var variance = Variance.same
        let schemas: Pair<[Node]>
    }

    let facts: Pair<SchemaFacts>
    /// Where the schemas are; what they are part of where a side says nothing.
    let place: Pair<Node>
    let flow: ValueFlow
    let medium: Medium
    /// The schemas as they are written, before what they refer to and combine is put together.
    private let sources: Pair<[Node]>
    /// What is asked of members before they go.
    let rules: SunsetRules
    private let readers: Pair<SchemaReader>
    let sameness: Sameness
    private(set) var changes: [SchemaChange] = []
    private(set) var parts: [Inner] = []
    /// Whether schemas inside are the same and were left out.
    private(set) var hasSameParts = false

    init(
        _ key: SchemaGraph.Key,
        of sources: Pair<[Node]>,
        by rules: SunsetRules,
        readBy readers: Pair<SchemaReader>,
        sameBy sameness: Sameness,
        within place: Pair<Node>
    ) {
        self.sources = sources
        self.rules = rules
        facts = Pair(readers.old.facts(key.old), readers.new.facts(key.new))
        self.place = Pair(facts.old.node ?? place.old, facts.new.node ?? place.new)
        flow = key.flow
        medium = key.medium
        self.readers = readers
        self.sameness = sameness
    }

    /// What the schemas combine under `allOf`, in both versions.
    var compositions: Pair<[Node]> {
        func parts(_ nodes: [Node], _ reader: SchemaReader) -> [Node] {
            nodes.flatMap { node in reader.target(of: node)["allOf"].map { Array($0.elements) } ?? [] }
        }
        return Pair(parts(sources.old, readers.old), parts(sources.new, readers.new))
    }

    /// Whether a part of `allOf` says nothing that binds a value.
    func isAnnotation(old node: Node) -> Bool { readers.old.target(of: node).isAnnotationOnly }

    /// The same for the new version.
    func isAnnotation(new node: Node) -> Bool { readers.new.target(of: node).isAnnotationOnly }

    /// Reads the schemas of the old version.
    var oldReader: SchemaReader { readers.old }

    /// Reads the schemas of the new version.
    var newReader: SchemaReader { readers.new }

    /// Whether values of these schemas are not sent in this flow, whoever requires them.
    func isOmitted(old schemas: [Node]) -> Bool { readers.old.facts(readers.old.id(of: schemas)).isOmitted(flow) }

    /// The same for the new version.
    func isOmitted(new schemas: [Node]) -> Bool { readers.new.facts(readers.new.id(of: schemas)).isOmitted(flow) }

    /// Whether two schemas say the same, whatever they are called.
    func saysTheSame(_ pair: Pair<Node>) -> Bool {
        let old = readers.old.facts(readers.old.id(of: [pair.old])).nodes.map(\.canonicalText)
        return old == readers.new.facts(readers.new.id(of: [pair.new])).nodes.map(\.canonicalText)
    }

    mutating func compare() {
        guard !facts.old.isNever, !facts.new.isNever else { return compareNever() }
        compareTypes()
        compareValues()
        compareBounds()
        compareObjects()
        compareArrays()
        compareChoices()
        compareCompositions()
        compareOthers()
        compareAnnotations()
    }

    private mutating func compareNever() {
        guard facts.old.isNever != facts.new.isNever else { return }
        let isNever = facts.new.isNever
        add(
            isNever ? "value-forbidden" : "value-allowed",
            isNever ? .narrows : .widens,
            isNever ? "no value is valid any more" : "values are valid where none was"
        )
    }

    /// A change that lies at a keyword, or at the schema where it has none.
    mutating func add(
        _ name: String,
        _ tendency: Tendency,
        at nodes: Pair<Node?>? = nil,
        severity: Severity = .error,
        about: String = "",
        _ message: String
    ) {
        add(
            SchemaChange(
                name: .at(name),
                tendency: tendency,
                severity: severity,
                old: nodes?.old ?? place.old,
                new: nodes?.new ?? place.new,
                about: about,
                message: message
            )
        )
    }

    mutating func add(_ change: SchemaChange) { changes.append(change) }

    /// Two schemas inside; the same place where there is no step.
    mutating func pair(_ step: String?, _ old: [Node], _ new: [Node], _ variance: Variance = .same) {
        parts.append(Inner(step: step, variance: variance, schemas: Pair(old, new)))
    }

    /// Leaves out two schemas inside that say the same.
    mutating func passOver() { hasSameParts = true }

    /// The values of a keyword on both sides.
    func values(_ keyword: String) -> Pair<Node?> { facts.map { $0.value(keyword) } }
}
