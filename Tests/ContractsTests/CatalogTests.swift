import Contracts
import Syntax
import Testing

@Suite("catalog")
struct CatalogTests {
    static let file = """
        {"entities": [{"name": "Invoice", "system": "erp", "stewards": ["arch"],
                       "fields": [{"name": "taxCode", "system": "tax"}]}],
         "teams": [{"name": "billing", "summary": "Bills."}],
         "people": [{"name": "p1", "teams": ["billing"], "roles": ["approver", "submitter"]}],
         "systems": [{"name": "erp", "team": "billing"}]}
        """

    @Test func isReadByKind() throws {
        let items = try CatalogItem.items(in: node(Self.file)).map(\.item)
        #expect(items.map(\.kind) == [.teams, .people, .systems, .entities])
        let catalog = Catalog(items)
        let invoice = try #require(try catalog.entities[EntityID(parsing: "Invoice")])
        #expect(invoice.systemOfRecord(of: nil).name == "erp")
        #expect(invoice.systemOfRecord(of: "total").name == "erp")
        #expect(invoice.systemOfRecord(of: "taxCode").name == "tax")
        #expect(try catalog.team(of: SystemID(parsing: "erp"))?.name == "billing")
        #expect(try catalog.team(of: SystemID(parsing: "tax")) == nil)
        #expect(catalog.missing(for: items[3]) == ["systems 'tax'", "teams 'arch'"].sorted().reversed())
        #expect(try catalog.people[PersonID(parsing: "p1")]?.displayName == "p1")
    }

    @Test(arguments: [
        (#"{"planets": []}"#, "/planets"), (#"{"teams": {}}"#, "/teams"),
        (#"{"teams": [{"name": "a b"}]}"#, "/teams/0/name"),
        (#"{"teams": [{"title": "x"}]}"#, "/teams/0/title"),
        (#"{"people": [{"name": "x", "roles": ["king"]}]}"#, "/people/0/roles/0"),
        (#"{"people": [{"name": "x", "service": true, "roles": ["approver"]}]}"#, "/people/0"),
        (#"{"people": [{"name": "x", "service": "yes"}]}"#, "/people/0/service"),
        (#"{"people": [{"name": "x", "teams": [\#(String(repeating: #""t","#, count: 50))"t"]}]}"#, "/people/0/teams"),
        (#"{"entities": [{"name": "X"}]}"#, "/entities/0"),
        (
            #"{"entities": [{"name": "X", "system": "e", "fields": [{"name": "a", "system": "e"}, {"name": "a", "system": "f"}]}]}"#,
            "/entities/0/fields/1"
        ),
    ])
    func isRefusedWithThePlace(_ text: String, _ pointer: String) throws {
        let root = try node(text)
        let failure = #expect(throws: ContractFailure.self) { try CatalogItem.items(in: root) }
        #expect(failure?.code == "CATALOG_INVALID")
        #expect(failure?.place.pointer == pointer)
    }
}
