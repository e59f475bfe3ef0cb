import Compatibility
import Contracts
import OpenAPI
import Testing

@Suite("how far a change raises an API's version")
struct BumpTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let old: String
        let new: String
        let bump: Bump

        init(_ why: String, _ old: String, _ new: String, _ bump: Bump) {
            (self.why, self.old, self.new, self.bump) = (why, old, new, bump)
        }

        var testDescription: String { why }
    }

    private static let operation = "/x: {get: {responses: {200: {description: found}}}}"
    private static let found = Sketch.api(operation)

    static let cases = [
        Case("nothing", found, found, .none),
        Case("an operation", found, Sketch.api(operation + "\n/y: {get: {responses: {}}}"), .minor),
        Case("an operation is gone", Sketch.api(operation + "\n/y: {get: {responses: {}}}"), found, .major),
        Case(
            "a parameter that may be left out",
            Sketch.parameter("{in: query, name: a}"),
            Sketch.parameter("{in: query, name: a}, {in: query, name: b}"),
            .minor
        ),
        Case(
            "a parameter that must be sent",
            Sketch.parameter("{in: query, name: a}"),
            Sketch.parameter("{in: query, name: a}, {in: query, name: b, required: true}"),
            .major
        ),
        Case(
            "a parameter is deprecated",
            Sketch.parameter("{in: query, name: a}"),
            Sketch.parameter("{in: query, name: a, deprecated: true}"),
            .patch
        ),
        Case(
            "a member of a request that may be left out",
            Sketch.request("{type: object, properties: {a: {}}}"),
            Sketch.request("{type: object, properties: {a: {}, b: {}}}"),
            .minor
        ),
        Case(
            "a member of an answer",
            Sketch.response("{type: object, properties: {a: {}}}"),
            Sketch.response("{type: object, properties: {a: {}, b: {}}}"),
            .minor
        ),
        Case(
            "a default",
            Sketch.response("{type: object, properties: {a: {type: string}}}"),
            Sketch.response("{type: object, properties: {a: {type: string, default: A}}}"),
            .patch
        ),
        Case(
            "a description",
            Sketch.response("{type: string}"),
            Sketch.response("{type: string, description: a name, examples: [A]}"),
            .patch
        ),
        Case(
            "a header that may be missing",
            found,
            Sketch.api("/x: {get: {responses: {200: {description: found, headers: {H: {schema: {type: string}}}}}}}"),
            .minor
        ),
        Case(
            "a failure",
            found,
            Sketch.api("/x: {get: {responses: {200: {description: found}, 404: {description: none}}}}"),
            .minor
        ),
        Case("a tag", found, Sketch.api("/x: {get: {tags: [a], responses: {200: {description: found}}}}"), .patch),
    ]

    @Test(arguments: cases)
    func raises(_ test: Case) throws {
        let comparison = OpenAPIFormat().compare(try read(test.old), try read(test.new), mode: .backward)
        #expect(comparison.bump == test.bump)
    }
}
