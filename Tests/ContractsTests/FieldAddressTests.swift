import Contracts
import Testing

/// The names that addresses of the formats lead through.
@Suite("address of a field")
struct FieldAddressTests {
    @Test(arguments: [
        ("/lines/*/taxCode", ["lines", "*", "taxCode"]),
        ("/", []), ("", []), ("/a~1b/c~0d", ["a/b", "c~d"]), ("/tax code/a.b", ["tax code", "a.b"]),
        ("POST /invoices request", ["invoices"]),
        ("GET /invoices/{id} 200 /status", ["invoices", "{id}", "status"]),
        ("POST /x request body application/json /lines/*/tax", ["x", "lines", "*", "tax"]),
        ("GET /x query taxCode", ["x", "taxCode"]), ("GET /x query parameter taxCode", ["x", "taxCode"]),
        ("GET /x query parameter filter[taxCode]", ["x", "filter[taxCode]", "filter", "taxCode"]),
        ("GET /x response 200 header taxCode", ["x", "taxCode"]),
        ("GET /x query parameter q /tax", ["x", "q", "tax"]),
        ("send billing.invoices InvoiceSent /total", ["total"]),
        ("send billing.invoices InvoiceSent headers /total", ["total"]),
        ("schemas/tax.json /total", ["total"]), ("apps/tax.yaml send tax.x Tax /total", ["total"]),
        ("Invoice.taxCode", ["taxCode"]), ("Query.invoices(taxCode:)", ["invoices", "taxCode"]),
        ("billing.v1.Invoice.tax_code", ["tax_code"]),
        ("tax.v1.Invoice/lines/*/tax", ["Invoice", "lines", "*", "tax"]),
        ("taxCode", ["taxCode"]),
    ])
    func leadsThrough(_ text: String, _ names: [String]) { #expect(FieldAddress(text).names == names) }
}
