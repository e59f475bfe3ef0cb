import Compatibility
import Contracts
import OpenAPI
import OutsideSuites
import Syntax
import Testing

@Suite("descriptions in several files")
struct FileSetTests {
    private static let format = OpenAPIFormat()

    private static func source(_ files: [String: String]) -> ContractSource {
        FileSet(files.map { FileSet.File($0.key, Array($0.value.utf8)) }).source
    }

    private static func model(_ files: [String: String]) throws -> APIDescription {
        try format.parse(source(files), library: ReferenceLibrary())
    }

    private static func findings(_ old: [String: String], _ new: [String: String]) throws -> [Finding] {
        let (before, after) = (try model(old), try model(new))
        return format.findings(from: before, to: after, breaking: .backward, options: .init())
    }

    /// An operation in a file of its own, with a schema in another one that refers to itself.
    private static func invoices(_ type: String) -> [String: String] {
        [
            "api/openapi.yaml": Sketch.api(
                """
                /invoices:
                  get: {$ref: ../paths/invoices.yaml}
                /invoices/{id}:
                  $ref: '../paths/all.yaml#/invoices~1%7Bid%7D'
                """
            ),
            "paths/invoices.yaml":
                "parameters: [{$ref: '../common/parameters.yaml#/page'}]\nresponses:\n  200: {$ref: ../common/found.yaml}",
            "paths/all.yaml":
                "invoices/{id}:\n  get:\n    parameters: [{$ref: '../common/parameters.yaml#/id'}]\n    responses: {200: {$ref: ../common/found.yaml}}",
            "common/parameters.yaml":
                "page: {name: page, in: query, schema: {type: integer}}\nid: {name: id, in: path, required: true, schema: {type: string}}",
            "common/found.yaml":
                "description: found\ncontent: {application/json: {schema: {$ref: './model/invoice.yaml#/Invoice'}}}",
            "common/model/invoice.yaml":
                "Invoice:\n  type: object\n  required: [n]\n  properties:\n    n: {type: \(type)}\n    next: {$ref: '#/Invoice'}\n    lines: {type: array, items: {$ref: '#line'}}\nLine: {$anchor: line, type: object, properties: {$ref: fields.yaml}}",
            "common/model/fields.yaml": "a: {type: string}",
            "notes.yaml": "{ no document",
        ]
    }

    @Test("references lead from file to file, and places name the file")
    func follows() throws {
        #expect(OpenAPIFormat.recognises(Self.source(Self.invoices("integer"))))
        let found = try Self.findings(Self.invoices("integer"), Self.invoices("string"))
        #expect(found.map(\.rule) == ["response-property-type-changed"])
        #expect(found.first?.operation == "GET /invoices")
        #expect(found.first?.reaches == ["GET /invoices/{id}"])
        for place in [found.first?.old, found.first?.new] {
            #expect(place?.file == "common/model/invoice.yaml")
            #expect(place?.pointer == "/Invoice/properties/n/type")
            #expect(place?.position == SourcePosition(line: 5, column: 15))
        }
        #expect(try Self.findings(Self.invoices("integer"), Self.invoices("integer")) == [])
    }

    @Test("a map of members that a file refers to as a whole is read where it is")
    func followsMaps() throws {
        var (old, new) = (Self.invoices("integer"), Self.invoices("integer"))
        old["common/model/fields.yaml"] = "b: {type: string}\na: {type: string}"
        new["common/model/fields.yaml"] = "b: {type: string}\na: {type: integer}"
        let found = try Self.findings(old, new)
        #expect(found.map(\.rule) == ["response-property-type-changed"])
        #expect(found.first?.path.hasSuffix("/lines/*/a") == true)
        #expect(found.first?.new?.file == "common/model/fields.yaml")
        #expect(found.first?.new?.pointer == "/a/type")
    }

    @Test("files in another place say the same")
    func moves() throws {
        var moved = Self.invoices("integer")
        moved["common/model/line.yaml"] = moved.removeValue(forKey: "common/model/fields.yaml")
        moved["common/model/invoice.yaml"]?.replace("fields.yaml", with: "line.yaml")
        #expect(try Self.findings(Self.invoices("integer"), moved) == [])
        #expect(try Self.findings(moved, Self.invoices("integer")) == [])
    }

    @Test("a Swagger 2.0 description may have several files")
    func readsSwagger() throws {
        func api(_ nullable: Bool) -> [String: String] {
            [
                "swagger.yaml":
                    "swagger: '2.0'\ninfo: {title: T, version: v1}\npaths: {/x: {get: {parameters: [{$ref: 'p.yaml#/q'}], responses: {200: {description: d, schema: {$ref: 'm.yaml#/definitions/A'}}}}}}",
                "p.yaml": "q: {name: q, in: query, type: string}",
                "m.yaml":
                    "definitions:\n  A: {type: object, required: [b], properties: {b: {$ref: '#/definitions/B'}}}\n  B: {type: string, x-nullable: \(nullable)}",
            ]
        }
        let found = try Self.findings(api(false), api(true))
        #expect(found.filter { $0.severity == .error }.map(\.rule) == ["response-property-became-nullable"])
        #expect(found.first?.new?.file == "m.yaml")
        #expect(try Self.findings(api(true), api(true)) == [])
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let why: String
        let file: String
        let text: String
        let failure: String

        var testDescription: String { why }
    }

    static let refusals: [Refusal] = [
        .init(
            why: "a file that is not there",
            file: "paths/invoices.yaml",
            text: "responses:\n  200: {$ref: ../common/lost.yaml}",
            failure:
                "REFERENCE_UNRESOLVED paths/invoices.yaml, line 2, column 15 (/responses/200/$ref): '../common/lost.yaml' is no file of the set and no registered contract, and nothing else is opened"
        ),
        .init(
            why: "a path that leads out of the set, even if a file of that name is in it",
            file: "paths/invoices.yaml",
            text: "responses: {200: {$ref: ../../common/found.yaml}}",
            failure:
                "REFERENCE_UNRESOLVED paths/invoices.yaml, line 1, column 25 (/responses/200/$ref): '../../common/found.yaml' leads out of the set of files, and nothing outside of it is opened"
        ),
        .init(
            why: "a place that the file does not have",
            file: "paths/invoices.yaml",
            text: "responses: {200: {$ref: '../common/found.yaml#/lost'}}",
            failure:
                "REFERENCE_UNRESOLVED paths/invoices.yaml, line 1, column 25 (/responses/200/$ref): reference '../common/found.yaml#/lost' leads to nothing"
        ),
        .init(
            why: "a file that is no document",
            file: "common/found.yaml",
            text: "description: [",
            failure: "SYNTAX_"
        ),
        .init(
            why: "a second description",
            file: "b.yaml",
            text: Sketch.api(""),
            failure:
                "OPENAPI_SET line 1, column 1: a set of files must be one description with what it refers to; these have the field 'openapi' or 'swagger': api/openapi.yaml, b.yaml"
        ),
        .init(
            why: "no description",
            file: "api/openapi.yaml",
            text: "{}",
            failure:
                "OPENAPI_SET line 1, column 1: a set of files must hold one description with what it refers to; none has the field 'openapi' or 'swagger'"
        ),
        .init(
            why: "a field that cannot be, in another file",
            file: "common/parameters.yaml",
            text: "page: {name: page, in: somewhere}\nid: {}",
            failure: "OPENAPI_FIELD common/parameters.yaml, line 1, column 24 (/page/in): parameter 'page' is in"
        ),
    ]

    @Test(arguments: refusals)
    func refuses(_ test: Refusal) {
        var files = Self.invoices("integer")
        files[test.file] = test.text
        do throws(ContractFailure) {
            _ = try Self.format.parse(Self.source(files), library: ReferenceLibrary())
            Issue.record("the set was read")
        } catch { #expect("\(error.code) \(error)".hasPrefix(test.failure)) }
    }

    /// The place and message of each remark on the set with one file changed.
    static let remarked: [(why: String, file: String, text: String, remarks: [String])] = [
        ("all in order", "notes.yaml", "{ no document", []),
        (
            "an unknown field of an operation", "paths/invoices.yaml",
            "response: {}\nresponses: {200: {$ref: ../common/found.yaml}}",
            ["paths/invoices.yaml /response: field 'response' is none of an operation"]
        ),
        (
            "an unknown field below a place of a file", "paths/all.yaml",
            "invoices/{id}:\n  get: {response: {}, parameters: [{$ref: '../common/parameters.yaml#/id'}], responses: {200: {$ref: ../common/found.yaml}}}",
            ["paths/all.yaml /invoices~1{id}/get/response: field 'response' is none of an operation"]
        ),
        (
            "a missing field of what two files refer to, once", "common/found.yaml", "content: {}",
            ["common/found.yaml : field 'description' of a response is missing"]
        ),
        (
            "a field of the wrong type, beside one that nothing refers to", "common/parameters.yaml",
            "page: {name: page, in: query, description: 1, schema: {}}\nother: {a: 1}\nid: {name: id, in: path, required: true, schema: {type: string}}",
            ["common/parameters.yaml /page/description: 'description' must be a string"]
        ),
        ("schemas have a grammar of their own", "common/model/fields.yaml", "a: {type: string, response: 1}", []),
    ]

    @Test(arguments: remarked)
    func remarks(_ test: (why: String, file: String, text: String, remarks: [String])) throws {
        var files = Self.invoices("integer")
        files[test.file] = test.text
        let remarks = Self.format.remarks(on: try Self.model(files))
        let told = remarks.map { "\($0.place.file ?? "") \($0.place.pointer): \($0.message)" }
        #expect(told == test.remarks)
    }

    @Test("files that refer to each other in a ring are looked at once")
    func remarksOnRing() throws {
        func item(_ other: String) -> String {
            "get: {a: 1, responses: {200: {description: d}}, callbacks: {c: {'{$url}': {$ref: \(other)}}}}"
        }
        let files = [
            "openapi.yaml": Sketch.api("/x: {$ref: a.yaml}"), "a.yaml": item("b.yaml"), "b.yaml": item("a.yaml"),
        ]
        let remarks = Self.format.remarks(on: try Self.model(files))
        #expect(remarks.map(\.place.file) == ["a.yaml", "b.yaml"])
    }

    @Test("a description that another one refers to is not what the set is about")
    func findsHome() throws {
        var files = Self.invoices("integer")
        files["common/found.yaml"] =
            "openapi: 3.1.0\ninfo: {title: T, version: v1}\ndescription: found\ncontent: {application/json: {schema: {type: string}}}"
        #expect(try Self.model(files).operations.count == 2)
    }

    @Test(
        "a vendor's description of several hundred files resolves whole",
        .enabled(if: OutsideSuites.arePresent, Comment(rawValue: OutsideSuites.absence)),
        arguments: [("00_2020-09-25", 351, 130), ("01_2021-01-05", 480, 198)]
    )
    func readsRealSet(_ version: String, _ count: Int, _ operations: Int) throws {
        let folder = "realworld/openapi-digitalocean-multifile/\(version)"
        let files = try OutsideSuites.files(below: folder).filter { $0.path.hasSuffix("ml") }
        let set = FileSet(files.map { FileSet.File($0.path, $0.bytes) })
        let model = try Self.format.parse(set.source, library: ReferenceLibrary())
        #expect(files.count == count)
        #expect(model.operations.count == operations)
        for direction in [Direction.backward, .forward] {
            #expect(Self.format.findings(from: model, to: model, breaking: direction, options: .init()) == [])
        }
    }
}
