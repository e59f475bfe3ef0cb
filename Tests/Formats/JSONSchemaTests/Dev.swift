import Compatibility
import Contracts
import OutsideSuites
import Syntax
import Testing

@testable import JSONSchema

@Suite struct Dev {
    @Test func kinds() throws {
        var all = 0
        var same = 0
        for line in try OutsideSuites.lines("conformance/jsonschema-confluent/cases.jsonl") {
            let test = try Document.json(line).root
            guard test["expect"]?.string == "incompatible" || test["expect_semantic"]?.string == "incompatible" else { continue }
            let format = JSONSchemaFormat(dialect: .draft7)
            let models = try ["before", "after"].map { try format.parse(ContractSource(test[$0]!.json.bytes), library: ReferenceLibrary()) }
            let policy = test["options"]?["policy"]?.string == "LENIENT" ? CompatibilityPolicy.lenient : .strict
            let found = format.findings(from: models[0], to: models[1], breaking: .backward, options: ComparisonOptions(policy: policy))
            let expected = Set(test["expect_kinds"]?.elements.map(\.text) ?? [])
            let got = found.map { "\($0.rule)@\($0.path)" }
            all += 1
            if Set(found.map(\.rule)).isSubset(of: expected), !got.isEmpty { same += 1; continue }
            print("KIND", test["id"]!.text, test["expect"]!.text, policy, "EXPECTED", expected, "GOT", got, found.first?.message ?? "")
        }
        print("KINDS", same, all)
    }
}
