import Contracts
import Testing

@Suite("semantic version")
struct SemanticVersionTests {
    @Test(arguments: [
        "0.0.0", "1.2.3", "10.20.30", "999999999.0.0", "1.0.0-rc.1", "1.0.0-0", "1.0.0-a-b", "1.0.0-0a", "1.0.0--",
    ])
    func isReadAndWritten(_ text: String) throws {
        #expect(try SemanticVersion(parsing: text).description == text)
    }

    @Test(arguments: [
        "", "1", "1.2", "1.2.3.4", "01.2.3", "1.02.3", "1.2.03", "v1.2.3", "1.2.x", "1.2.-3", "+1.2.3", "1.2.3+build",
        "1.2.3-", "1.2.3-a..b", "1.2.3-01", "1.2.3-rc.007", "1.2.3-ä", " 1.2.3", "1.2.3 ", "1.2.3-a b",
        "1234567890.0.0",
        "1.2.3-" + String(repeating: "a", count: 61),
    ])
    func isRefused(_ text: String) {
        #expect(throws: NameError.self) { try SemanticVersion(parsing: text) }
    }

    /// Semantic Versioning 2.0.0, section 11, and numbers that no machine integer holds.
    static let ascending = [
        "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
        "1.0.0-beta.99999999999999999999", "1.0.0-beta.100000000000000000000", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.1.0",
        "2.0.0-0", "2.0.0", "10.0.0",
    ]

    @Test func isOrdered() throws {
        let versions = try Self.ascending.map { try SemanticVersion(parsing: $0) }
        for (index, one) in versions.enumerated() {
            for (other, further) in versions.enumerated() { #expect((one < further) == (index < other)) }
        }
    }

    @Test(arguments: [
        ("1.2.3", Bump.none, "1.2.4"), ("1.2.3", .patch, "1.2.4"), ("1.2.3", .minor, "1.3.0"),
        ("1.2.3", .major, "2.0.0"),
    ])
    func isRaised(_ from: String, _ bump: Bump, _ to: String) throws {
        #expect(try SemanticVersion(parsing: from).raised(by: bump).description == to)
    }

    @Test(arguments: [
        ("1.2.3", "1.2.3", Bump.none), ("1.2.3", "1.2.2", .none), ("1.2.3", "1.2.4", .patch),
        ("1.2.3", "1.3.0", .minor),
        ("1.2.3", "1.9.1", .minor), ("1.2.3", "2.0.0", .major), ("1.2.3", "0.9.0", .none),
        ("1.0.0-rc.1", "1.0.0", .patch),
    ])
    func tellsHowFarItIsRaised(_ from: String, _ to: String, _ bump: Bump) throws {
        #expect(try SemanticVersion(parsing: from).bump(to: SemanticVersion(parsing: to)) == bump)
    }
}
