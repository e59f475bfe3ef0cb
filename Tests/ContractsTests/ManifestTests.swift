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

    private static let catalog = """
        {"teams": [{"name": "billing"}, {"name": "finance-systems"}, {"name": "tax"}],
         "systems": [{"name": "erp", "team": "billing"}],
         "entities": [{"name": "Invoice", "system": "erp"}, {"name": "InvoiceLine", "system": "erp"}]}
        """

    @Test(
        arguments: [
            ("{\(least)}", nil, nil),
            (#"{\#(least), "system": "erp", "entity": "Invoice", "stewards": ["tax", "billing"]}"#, nil, nil),
            (#"{\#(least), "writes": [{"entity": "InvoiceLine"}], "entityRefs": ["Invoice"]}"#, nil, nil),
            (#"{\#(least), "consumers": [{"application": "any", "team": "tax"}]}"#, nil, nil),
            (#"{\#(least), "dlq": {"team": "nobody"}, "x-team": "nobody"}"#, nil, nil),
            (
                #"{"subject": "a", "format": "w", "kind": "api", "owner": "finance-system"}"#, "/owner",
                "'finance-systems'"
            ),
            (#"{"subject": "a", "format": "w", "kind": "api", "owner": "zzz"}"#, "/owner", "team 'zzz'; declare"),
            (#"{\#(least), "system": "ERP"}"#, "/system", "did you mean 'erp'?"),
            (#"{\#(least), "entity": "Invoic"}"#, "/entity", "'Invoice' or 'InvoiceLine'"),
            (#"{\#(least), "stewards": ["tax", "taxes"]}"#, "/stewards/1", "team 'taxes'; did you mean 'tax'?"),
            (#"{\#(least), "writes": [{"entity": "Planet"}]}"#, "/writes/0/entity", "no entity 'Planet'; declare"),
            (#"{\#(least), "consumers": [{"application": "x", "team": "bill"}]}"#, "/consumers/0/team", "'billing'"),
            (#"{\#(least), "entityRefs": ["Lead"]}"#, "/entityRefs/0", "no entity 'Lead'"),
        ] as [(String, String?, String?)]
    )
    func namesOnlyWhatIsKnown(_ text: String, _ pointer: String?, _ says: String?) throws {
        let catalog = Catalog(try CatalogItem.items(in: node(Self.catalog)).map(\.item))
        let manifest = try Manifest(node(text), file: "contract.yaml")
        var failure: ContractFailure?
        do throws(ContractFailure) { try catalog.confirm(manifest) } catch { failure = error }
        #expect(failure?.place.pointer == pointer)
        guard let failure, let says else { return }
        #expect(failure.code == "MANIFEST_NAME_UNKNOWN")
        #expect(failure.message.contains(says), "\(failure)")
        #expect(failure.description.hasPrefix("contract.yaml, line 1, column "))
    }
}
