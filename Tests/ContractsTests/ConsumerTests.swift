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
    ]

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
