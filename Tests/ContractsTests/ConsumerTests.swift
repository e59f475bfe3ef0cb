import Contracts
import Syntax
import Testing

@Suite("consumer")
struct ConsumerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let uses: [String]
        var operation: String?
        var path = ""
        var reaches: [String] = []
        var reachesMore = false
        let isTouched: Bool
        var testDescription: String { "\(uses) by \(operation ?? "") \(path) \(reaches)" }
    }

    static let cases = [
        Case(uses: [], path: "/a", isTouched: true), Case(uses: ["/a"], path: "/a", isTouched: true),
        Case(uses: ["/a"], path: "/a/b", isTouched: true), Case(uses: ["/a/b"], path: "/a", isTouched: true),
        Case(uses: ["/a"], path: "", isTouched: true), Case(uses: ["/a"], path: "/ab", isTouched: false),
        Case(uses: ["/ab"], path: "/a", isTouched: false), Case(uses: ["/a/b"], path: "/a/c", isTouched: false),
        Case(uses: ["/a/*/c"], path: "/a/b/c", isTouched: true), Case(uses: ["/a/b"], path: "/a/*", isTouched: true),
        Case(uses: ["/x", "/a"], path: "/a", isTouched: true), Case(uses: ["/x", "/y"], path: "/a", isTouched: false),
        Case(uses: ["GET /i"], operation: "GET /i", path: "/a", isTouched: true),
        Case(uses: ["GET /i"], operation: "POST /i", path: "/a", isTouched: false),
        Case(uses: ["GET /i"], operation: "GET /i/{id}", path: "/a", isTouched: false),
        Case(uses: ["GET /i"], path: "/a", isTouched: false),
        Case(uses: ["GET /i"], path: "/a", reaches: ["POST /i", "GET /i"], isTouched: true),
        Case(uses: ["/status"], operation: "GET /i", path: "/status", isTouched: true),
        Case(uses: ["/status"], path: "/x", reaches: ["GET /i 200 /status"], isTouched: true),
        Case(uses: ["/status"], path: "/x", reaches: ["GET /i 200 /other"], isTouched: false),
        Case(uses: ["GET /i"], path: "/a", reaches: ["POST /i"], reachesMore: true, isTouched: true),
        Case(uses: ["GET /i/{id}"], operation: "GET /i/{number}", path: "/a", isTouched: true),
        Case(uses: ["GET /i/{id}"], path: "/a", reaches: ["GET /i/{number}"], isTouched: true),
        Case(uses: ["GET /i/{id}"], operation: "GET /i/{number}/x", path: "/a", isTouched: false),
        Case(uses: ["GET /i/{id}"], operation: "GET /i/id", path: "/a", isTouched: false),
        Case(uses: ["get /i"], operation: "GET /i", path: "/a", isTouched: true),
        Case(uses: ["send orders"], operation: "send orders OrderPlaced", path: "/a", isTouched: true),
        Case(uses: ["send orders"], operation: "bus.yaml send orders OrderPlaced", path: "/a", isTouched: true),
        Case(uses: ["send orders"], operation: "receive orders OrderPlaced", path: "/a", isTouched: false),
        Case(uses: ["send orders"], operation: "send orders.paid OrderPaid", path: "/a", isTouched: false),
        Case(uses: ["Invoice.taxCode"], path: "Invoice.taxCode", isTouched: true),
        Case(uses: ["Invoice.taxCode"], path: "Invoice", isTouched: true),
        Case(uses: ["Invoice"], path: "Invoice.taxCode", isTouched: true),
        Case(uses: ["Invoice.taxCode"], path: "Invoice.total", isTouched: false),
        Case(uses: ["Invoice.taxCode"], path: "Client.taxCode", isTouched: false),
        Case(uses: ["a.v1.M.tax_code"], path: "a.v1.M.tax_code", isTouched: true),
        Case(uses: ["Invoice.taxCode"], operation: "GET /i", path: "/taxCode", isTouched: false),
        Case(uses: ["/status"], operation: "POST /i", path: "request application/json", isTouched: true),
        Case(uses: ["/status"], operation: "GET /i", path: "response 200", isTouched: true),
        Case(uses: ["/status"], operation: "GET /i", path: "response 200 application/json /x", isTouched: false),
        Case(uses: ["/lines/taxCode"], path: "a.v1.Line.taxCode", isTouched: true),
        Case(uses: ["/lines/taxCode"], path: "a.v1.Line", isTouched: true),
        Case(uses: ["/lines/taxCode"], path: "a.v1.Line.total", isTouched: false),
        Case(uses: ["/lines"], path: "Query.invoices(taxCode:)", isTouched: false),
    ]

    /// What is used, the addresses of a contract's fields, and whether the contract has it.
    @Test(arguments: [
        ("/a", ["/a"], true), ("/a/b", ["/a", "/a/b"], true), ("/a", ["/a/b"], true), ("/a/b/c", ["/a/b"], true),
        ("/a/1/c", ["/a/*/c"], true), ("/b", ["/a"], false), ("/a/b", ["/a/c"], false), ("/a", [], false),
        ("/status", ["GET /i 200 /status"], true), ("/other", ["GET /i 200 /status"], false),
        ("GET /i", ["POST /j /x"], true), ("send orders", [], true), ("getInvoice", ["GET /i 200 /status"], false),
        ("Invoice.taxCode", ["Invoice.taxCode"], true), ("Invoice.tax", ["Invoice.taxCode"], false),
    ])
    func knowsWhatIsMissing(_ use: String, _ addresses: [String], _ isKnown: Bool) throws {
        let consumer = try Consumer(node(#"{"application": "x", "team": "t", "uses": ["\#(use)"]}"#))
        let shape = Shape(fields: addresses.map { Shape.Field(address: $0, type: "string", isRequired: false) })
        #expect(consumer.uses(missingIn: [shape]) == (isKnown ? [] : [use]))
        #expect(consumer.uses(missingIn: [Shape(), shape]) == (isKnown ? [] : [use]))
    }

    @Test(arguments: cases)
    func isTouched(_ test: Case) throws {
        let uses = JSON.array(test.uses.map(JSON.string)).text
        let consumer = try Consumer(node(#"{"application": "x", "team": "t", "uses": \#(uses)}"#))
        let finding = Finding(
            "rule",
            .error,
            operation: test.operation,
            path: test.path,
            message: "",
            reaches: test.reaches,
            reachesMore: test.reachesMore
        )
        #expect(consumer.isTouched(by: finding) == test.isTouched)
    }
}
