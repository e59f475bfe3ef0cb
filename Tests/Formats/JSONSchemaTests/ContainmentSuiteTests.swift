import OutsideSuites
import Syntax
import Testing

@testable import JSONSchema

@Suite("containment suites", .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)))
struct ContainmentSuiteTests {
    @Test func subschema() throws {
        let tally = try ContainmentSuite(path: "conformance/jsonschema-subschema/cases.jsonl").run()
        print("SUBSCHEMA", tally)
    }
    @Test func confluent() throws {
        let tally = try ContainmentSuite(path: "conformance/jsonschema-confluent/cases.jsonl").run()
        print("CONFLUENT", tally)
    }
    @Test func passau() throws {
        let tally = try ContainmentSuite(path: "conformance/jsonschema-containment/cases.jsonl").run {
            $0["suspect"] == nil && $0["optional"] == nil
        }
        print("CONTAINMENT", tally)
    }
}
