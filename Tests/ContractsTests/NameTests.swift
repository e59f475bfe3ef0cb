import Contracts
import Testing

@Suite("names")
struct NameTests {
    @Test(arguments: ["a", "A", "9", "a.b", "a_b", "a-b", "Invoice", String(repeating: "a", count: 100)])
    func identifierIsAccepted(_ name: String) throws {
        #expect(try TeamID(parsing: name).name == name)
        #expect(try "\(PersonID(parsing: name))" == name)
    }

    @Test(arguments: [
        "", ".a", "_a", "-a", "a b", "a/b", "ä", "a\u{301}", "a\0", "a\n", "\u{202E}a", "a@b",
        String(repeating: "a", count: 101),
    ])
    func identifierIsRefused(_ name: String) {
        #expect(throws: NameError.self) { try EntityID(parsing: name) }
    }

    @Test func refusalNamesTheKindAndNotTheWholeText() throws {
        let long = String(repeating: " ", count: 1000)
        let error = #expect(throws: NameError.self) { try SystemID(parsing: long) }
        #expect(error?.what == "system")
        #expect((error?.description.utf8.count ?? 0) < 250)
    }

    @Test(
        arguments: [
            ("NONE", [], false), ("BACKWARD", [.backward], false), ("BACKWARD_TRANSITIVE", [.backward], true),
            ("FORWARD", [.forward], false), ("FORWARD_TRANSITIVE", [.forward], true),
            ("FULL", [.backward, .forward], false), ("FULL_TRANSITIVE", [.backward, .forward], true),
        ] as [(String, [Direction], Bool)]
    )
    func modeIsAListOfDirections(_ name: String, _ directions: [Direction], _ isTransitive: Bool) throws {
        let mode = try CompatibilityMode(parsing: name)
        #expect(mode.directions == directions)
        #expect(mode.isTransitive == isTransitive)
    }

    @Test(arguments: ["", "none", "BACKWARDS", "FULL "])
    func modeIsRefused(_ name: String) {
        #expect(throws: NameError.self) { try CompatibilityMode(parsing: name) }
    }
}
