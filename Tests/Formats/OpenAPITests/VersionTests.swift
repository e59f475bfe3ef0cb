import Testing

@Suite("versions that hide a break")
struct VersionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let shows: String?

        var testDescription: String { "\(old) to \(new)" }
    }

    static let cases: [Case] = [
        .init(old: "1.0.0", new: "1.0.0", shows: "api-version-not-bumped"),
        .init(old: "1.0.0", new: "1.1.0", shows: "api-major-version-not-bumped"),
        .init(old: "1.1.0", new: "1.0.0", shows: "api-version-decreased"),
        .init(old: "1.0.0", new: "2.0.0", shows: nil),
        .init(old: "0.1.0", new: "0.2.0", shows: nil),
        .init(old: "0.1.0", new: "0.1.1", shows: "api-major-version-not-bumped"),
        .init(old: "v1.0.0", new: "v1.0.1", shows: "api-major-version-not-bumped"),
        .init(old: "1.0", new: "1.0", shows: nil),
        .init(old: "2026-01-01", new: "2026-01-01", shows: nil),
    ]

    @Test(arguments: cases)
    func showsExactly(_ test: Case) throws {
        let old = Sketch.request("{type: number}").replacing("version: v1", with: "version: '\(test.old)'")
        let new = Sketch.request("{type: integer}").replacing("version: v1", with: "version: '\(test.new)'")
        let rules = try changes(from: old, to: new).map { String($0.split(separator: " ")[1]) }
        #expect(rules == ["request-body-type-changed"] + (test.shows.map { [$0] } ?? []))
    }

    @Test("what breaks nobody needs no higher version")
    func isSilent() throws {
        let old = Sketch.request("{type: integer}").replacing("version: v1", with: "version: 1.0.0")
        let new = Sketch.request("{type: number}").replacing("version: v1", with: "version: 1.0.0")
        #expect(try changes(from: old, to: new).count == 1)
    }
}
