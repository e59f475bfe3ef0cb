import Syntax

/// The schemas of two documents in classes: two are in one class if they say the same, references followed.
///
/// Schemas of one text begin in one class; a class is split as long as its members lead to different classes. Only what
/// leads to a schema that changed its class is looked at again.
struct TermClasses {
    private let subCount: Int
    /// Whether the documents have changed sides since.
    private var isReversed = false
    private var numbers: [Int]
    /// By schema, the schemas inside it, and those that it is inside of.
    private var children: [[Int]]
    private var parents: [[Int]]
    /// Schemas by class.
    private var sizes: [Int] = []

    init(sub: SchemaDocument, sup: SchemaDocument) {
        subCount = sub.schemas.count
        let count = subCount + sup.schemas.count
        numbers = Array(repeating: 0, count: count)
        children = Array(repeating: [], count: count)
        parents = Array(repeating: [], count: count)
        var known: [[PropertyName]: Int] = [:]
        read(sub, from: 0, &known)
        read(sup, from: subCount, &known)
        refine()
        for index in sup.schemas.indices where sup.schemas[index].alias != nil {
            numbers[subCount + index] = numbers[subCount + Int(sup.target(of: SchemaID(index)).index)]
        }
        for index in sub.schemas.indices where sub.schemas[index].alias != nil {
            numbers[index] = numbers[Int(sub.target(of: SchemaID(index)).index)]
        }
    }

    /// The class of a schema of either document; nil for one made up.
    subscript(term: Term) -> Int? {
        guard term.origin != .made else { return nil }
        return numbers[Int(term.id.index) + ((term.origin == .sub) == isReversed ? subCount : 0)]
    }

    /// The same classes for questions the other way round.
    var reversed: TermClasses {
        var classes = self
        classes.isReversed.toggle()
        return classes
    }

    private mutating func read(_ document: SchemaDocument, from offset: Int, _ known: inout [[PropertyName]: Int]) {
        for (index, schema) in document.schemas.enumerated() {
            let signatures = schema.keywords.map { KeywordSignature($0) }
            enter(offset + index, signatures.map { PropertyName($0.text) }, &known)
            guard schema.alias == nil else { continue }
            children[offset + index] = signatures.flatMap(\.children).map {
                offset + Int(document.target(of: $0).index)
            }
            for child in children[offset + index] { parents[child].append(offset + index) }
        }
    }

    private mutating func enter(_ schema: Int, _ text: [PropertyName], _ known: inout [[PropertyName]: Int]) {
        let number = known[text] ?? sizes.count
        if number == sizes.count {
            known[text] = number
            sizes.append(0)
        }
        numbers[schema] = number
        sizes[number] += 1
    }

    private mutating func refine() {
        var open = Array(numbers.indices)
        while !open.isEmpty {
            let keys = open.map { index in children[index].map { numbers[$0] } }
            let byClass = Dictionary(grouping: open.indices) { numbers[open[$0]] }
            var isChanged = Set<Int>()
            for (number, places) in byClass {
                let parts = Dictionary(grouping: places) { keys[$0] }.values.sorted { $0.count > $1.count }
                // Those that were not looked at keep the number, else the largest part does.
                let isWhole = places.count == sizes[number]
                for part in parts.dropFirst(isWhole ? 1 : 0) {
                    for place in part { numbers[open[place]] = sizes.count }
                    sizes[number] -= part.count
                    sizes.append(part.count)
                    isChanged.formUnion(part.flatMap { parents[open[$0]] })
                }
            }
            open = isChanged.sorted()
        }
    }
}
