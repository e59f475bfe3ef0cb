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
        /// Documents that are no OpenAPI 3, and so are not judged.
        let refused: Int

        var testDescription: String { name }
    }

    static let suites: [Suite] = [
        .init(name: "openapi-probes", cases: 92, right: 92, refused: 0),
        .init(name: "openapi-diff", cases: 86, right: 75, refused: 2),
        .init(name: "openapi-jsoncompat", cases: 13, right: 13, refused: 0),
        .init(name: "openapi-oasdiff", cases: 788, right: 700, refused: 1),
    ]

    @Test(arguments: suites)
    func judges(_ suite: Suite) throws {
        var right = 0
        var refused = 0
        let lines = try OutsideSuites.lines("conformance/\(suite.name)/cases.jsonl")
        for line in lines {
            let test = try Document.json(line).root
            guard let verdict = Self.verdict(test["before"], test["after"]) else {
                refused += 1
                continue
            }
            if verdict == test["expect"]?.text { right += 1 }
        }
        #expect(lines.count == suite.cases)
        #expect(refused == suite.refused)
        #expect(right == suite.right)
    }

    private static func verdict(_ old: Node?, _ new: Node?) -> String? {
        let format = OpenAPIFormat()
        guard let old = old.flatMap(model), let new = new.flatMap(model) else { return nil }
        return format.compare(old, new, mode: .backward).isCompatible ? "compatible" : "incompatible"
    }

    private static func model(_ node: Node) -> APIDescription? {
        let bytes = node.isString ? Array(node.bytes) : node.json.bytes
        return try? OpenAPIFormat().parse(ContractSource(bytes), library: ReferenceLibrary())
    }
}
