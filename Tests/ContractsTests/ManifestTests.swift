import Contracts
import Syntax
import Testing

@Suite("manifest")
struct ManifestTests {
    static let least = #""subject": "a.b", "format": "words", "kind": "api", "owner": "billing""#

    @Test func takesLeastAndFillsInTheRest() throws {
        let manifest = try Manifest(node("{\(Self.least)}"))
        #expect(manifest.mode == .backward)
        #expect(manifest.policy == .strict)
        #expect(manifest.consumers.isEmpty && manifest.writes.isEmpty && manifest.stewards.isEmpty)
        #expect(manifest.entity == nil && manifest.system == nil)
    }

    @Test func keepsWhatNoPolicyReads() throws {
        let manifest = try Manifest(node(#"{\#(Self.least), "slo": {"latencyP99": "400ms"}, "x-own": [1.5, ""]}"#))
        #expect(manifest.declared["slo"]?["latencyP99"] == "400ms")
        #expect(manifest.declared["x-own"]?.text == "[1.5,\"\"]")
    }

    @Test(arguments: [
        ("[]", ""), ("{}", ""), (#"{\#(least), "colour": 1}"#, "/colour"), (#"{\#(least), "owner2": 1}"#, "/owner2"),
        (#"{"subject": "A", "format": "w", "kind": "api", "owner": "b"}"#, "/subject"),
        (#"{"subject": "a", "format": "w", "kind": "thing", "owner": "b"}"#, "/kind"),
        (#"{"subject": "a", "format": "w", "kind": "api", "owner": ["b"]}"#, "/owner"),
        (#"{"subject": "a", "format": "w", "kind": "api", "owner": ""}"#, "/owner"),
        (#"{\#(least), "compatibility": "MOSTLY"}"#, "/compatibility"), (#"{\#(least), "policy": "KIND"}"#, "/policy"),
        (#"{\#(least), "stewards": "x"}"#, "/stewards"), (#"{\#(least), "stewards": ["a b"]}"#, "/stewards/0"),
        (#"{\#(least), "writes": [{"entity": "Invoice", "field": "x"}]}"#, "/writes/0/field"),
        (#"{\#(least), "writes": ["Invoice"]}"#, "/writes/0"),
        (#"{\#(least), "consumers": [{"application": "x"}]}"#, "/consumers/0"),
        (#"{\#(least), "consumers": [{"application": "x", "team": "t", "uses": [1]}]}"#, "/consumers/0/uses/0"),
    ])
    func isRefusedWithThePlace(_ text: String, _ pointer: String) throws {
        let root = try node(text)
        let failure = #expect(throws: ContractFailure.self) { try Manifest(root, file: "contract.yaml") }
        #expect(failure?.code == "MANIFEST_INVALID")
        #expect(failure?.place.pointer == pointer)
        #expect(failure?.description.hasPrefix("contract.yaml, ") == true)
    }
}
