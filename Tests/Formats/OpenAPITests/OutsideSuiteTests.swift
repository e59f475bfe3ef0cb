import Compatibility
import Contracts
import OpenAPI
import OutsideSuites
import Syntax
import Testing

@Suite(
    "outside suites of OpenAPI changes",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct OutsideSuiteTests {
    struct Suite: Sendable, CustomTestStringConvertible {
        let name: String
        let cases: Int
        let right: Int
        /// Cases that are judged otherwise, by the reason.
        let others: [String: [String]]

        var testDescription: String { name }
    }

    static let suites: [Suite] = [
        .init(name: "openapi-probes", cases: 92, right: 92, others: [:]),
        .init(name: "openapi-diff", cases: 86, right: 76, others: Disagreements.openAPIDiff),
        .init(name: "openapi-jsoncompat", cases: 13, right: 13, others: [:]),
        .init(name: "openapi-oasdiff", cases: 788, right: 755, others: Disagreements.oasdiff),
    ]

    @Test(arguments: suites)
    func judges(_ suite: Suite) throws {
        var right = 0
        var others: Set<String> = []
        let lines = try OutsideSuites.lines("conformance/\(suite.name)/cases.jsonl")
        for line in lines {
            let test = try Document.json(line).root
            if Self.verdict(test) == test["expect"]?.text {
                right += 1
            } else {
                others.insert(test["id"]?.text.split(separator: "/", maxSplits: 1).last.map(String.init) ?? "")
            }
        }
        #expect(lines.count == suite.cases)
        #expect(right == suite.right)
        #expect(others == Set(suite.others.values.joined()))
    }

    /// The verdict in the suite's words; nil where a document is refused.
    private static func verdict(_ test: Node) -> String? {
        let format = OpenAPIFormat()
        guard let old = test["before"].flatMap(model), let new = test["after"].flatMap(model) else { return nil }
        let options = ComparisonOptions(lifecycle: policy(test["options"]))
        return format.compare(old, new, mode: .backward, options: options).isCompatible ? "compatible" : "incompatible"
    }

    private static func policy(_ options: Node?) -> LifecyclePolicy {
        func number(_ name: String) -> Int? { options?[name].flatMap { $0.int ?? Int($0.text) } }
        return LifecyclePolicy(
            today: options?["today"]?.string,
            stableDays: number("min_sunset_stable_days") ?? 0,
            betaDays: number("min_sunset_beta_days") ?? 0,
            threshold: number("stability_threshold").flatMap(LifecyclePolicy.Stability.init)
        )
    }

    private static func model(_ node: Node) -> APIDescription? {
        let bytes = node.isString ? Array(node.bytes) : node.json.bytes
        return try? OpenAPIFormat().parse(ContractSource(bytes), library: ReferenceLibrary())
    }
}
