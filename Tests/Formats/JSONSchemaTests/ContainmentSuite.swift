import Compatibility
import OutsideSuites
import Syntax

@testable import JSONSchema

/// Runs one outside suite of containment cases and counts the answers.
struct ContainmentSuite {
    /// How the answers stand to the suite's.
    struct Tally: Equatable {
        var right = 0
        /// As many of those right as are the suite's own cases, and not their reverse.
        var rightForward = 0
        var undecided = 0
        /// "Contained" where an instance proves the opposite.
        var unsound: [String] = []
        /// "Not contained" where the suite says that it is; each has a confirmed witness.
        var contradicted: [String] = []
        /// Documents that are no schemas.
        var refused: [String] = []
        /// Where the suite has no verdict.
        var open = 0
    }

    let path: String
    let dialects: [String: Dialect] = Dictionary(
        Dialect.allCases.map { ($0.rawValue, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    func run(where include: (Node) -> Bool = { _ in true }, budget: ContainmentBudget = ContainmentBudget()) throws
        -> Tally
    {
        var tally = Tally()
        for line in try OutsideSuites.lines(path) {
            let test = try Document.json(line).root
            guard include(test) else { continue }
            let id = test["id"]?.string ?? ""
            do {
                let before = try compile(test, "before")
                let after = try compile(test, "after")
                count(before, after, test["expect_semantic"] ?? test["expect"], id, budget, &tally)
                if let reverse = test["expect_reverse"] {
                    count(after, before, reverse, id + " reverse", budget, &tally)
                }
            } catch {
                tally.refused.append("\(id): \(error)")
            }
        }
        return tally
    }

    private func compile(_ test: Node, _ side: String) throws -> SchemaDocument {
        guard let node = test[side] else { throw SuiteError.missing(side) }
        // A document of its own, so that `#` is the schema and not the suite's line.
        let document = try Document.json(node.isString ? Array(node.text.utf8) : node.json.bytes)
        let dialect = test["dialect"]?.string.flatMap { dialects[$0] } ?? .draft2020
        let isAsserted = test["options"]?["format_assertion"]?.bool
        let formats = isAsserted.map { $0 ? FormatUse.asserted : .annotated } ?? .byDialect
        return try SchemaDocument(of: document, dialect: dialect).asserting(formats)
    }

    private func count(
        _ sub: SchemaDocument,
        _ sup: SchemaDocument,
        _ expected: Node?,
        _ id: String,
        _ budget: ContainmentBudget,
        _ tally: inout Tally
    ) {
        guard let one = sub.root, let other = sup.root else { return }
        let answer = ContainmentQuestions(sub: sub, sup: sup, budget: budget).containment(of: one, in: other)
        switch (answer, expected?.string) {
        case (.undecided, _):
            tally.undecided += 1
        case (.contained, "compatible"), (.notContained, "incompatible"):
            tally.right += 1
            if !id.hasSuffix(" reverse") { tally.rightForward += 1 }
        case (.contained, "incompatible"): tally.unsound.append(id)
        case (.notContained, "compatible"): tally.contradicted.append(id)
        default: tally.open += 1
        }
    }

    enum SuiteError: Error { case missing(String) }
}
