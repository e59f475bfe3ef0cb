import AsyncAPI
import Compatibility
import Contracts
import OutsideSuites
import Syntax
import Testing

@Suite(
    "outside suites of AsyncAPI changes",
    .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence))
)
struct OutsideSuiteTests {
    @Test(arguments: [CompatibilityPolicy.lenient, .strict])
    func judges(_ policy: CompatibilityPolicy) throws {
        let lines = try OutsideSuites.lines("conformance/asyncapi-compat/cases.jsonl")
        var right = 0
        for line in lines {
            let test = try Document.json(line).root
            let strict = policy == .strict ? test["expect_strict"] : nil
            let expected = (strict ?? test["expect"])?.text ?? ""
            let verdict = try Self.verdict(test, policy)
            #expect(verdict == expected, "\(test["id"]?.text ?? "")")
            if verdict == expected { right += 1 }
        }
        #expect(lines.count == 53)
        #expect(right == 53)
    }

    private static func verdict(_ test: Node, _ policy: CompatibilityPolicy) throws -> String {
        let models = try ["before", "after"].map { key in
            try Sketch.format.parse(ContractSource(test[key]?.json.bytes ?? []), library: ReferenceLibrary())
        }
        let options = ComparisonOptions(policy: policy)
        let comparison = Sketch.format.compare(models[0], models[1], mode: .backward, options: options)
        return comparison.isCompatible ? "compatible" : "incompatible"
    }
}
