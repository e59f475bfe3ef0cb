import Contracts
import Testing

@Suite("subject")
struct SubjectTests {
    @Test(arguments: ["a", "billing.invoice", "a-b.c-d", "0.1", "a.b.c.d", String(repeating: "a", count: 200)])
    func isAccepted(_ name: String) throws {
        #expect(try Subject(parsing: name).name == name)
    }

    @Test(arguments: [
        "", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "A", "a_b", "a b", "a/b", "a@1", "ä", "a\n", "../x", "a\0",
        String(repeating: "a", count: 201),
    ])
    func isRefused(_ name: String) {
        #expect(throws: NameError.self) { try Subject(parsing: name) }
    }
}
