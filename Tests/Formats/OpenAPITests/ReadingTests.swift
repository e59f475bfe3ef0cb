import Compatibility
import Contracts
import OpenAPI
import Syntax
import Testing

@Suite("reading OpenAPI documents")
struct ReadingTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let why: String
        let text: String
        let code: String
        let pointer: String
        let line: Int

        var testDescription: String { why }
    }

    private static func parameter(_ text: String) -> String { Sketch.parameter(text) }

    static let refusals: [Refusal] = [
        .init(why: "no text", text: "", code: "OPENAPI_VERSION", pointer: "", line: 1),
        .init(why: "another format", text: "{\"a\": 1}", code: "OPENAPI_VERSION", pointer: "", line: 1),
        .init(why: "an older line", text: "swagger: '1.2'", code: "OPENAPI_VERSION", pointer: "/swagger", line: 1),
        .init(
            why: "an unknown line",
            text: "info: {}\nopenapi: 4.0.0",
            code: "OPENAPI_VERSION",
            pointer: "/openapi",
            line: 2
        ),
        .init(why: "no info", text: "openapi: 3.1.0\npaths: {}", code: "OPENAPI_FIELD", pointer: "", line: 1),
        .init(
            why: "a path without a slash",
            text: Sketch.api("x: {}"),
            code: "OPENAPI_PATH",
            pointer: "/paths/x",
            line: 5
        ),
        .init(
            why: "a parameter nowhere",
            text: parameter("{in: form, name: a}"),
            code: "OPENAPI_FIELD",
            pointer: "/paths/~1x/get/parameters/0/in",
            line: 7
        ),
        .init(
            why: "a parameter twice",
            text: parameter("{in: query, name: a}, {in: query, name: a}"),
            code: "OPENAPI_DUPLICATE",
            pointer: "/paths/~1x/get/parameters/1",
            line: 7
        ),
        .init(
            why: "no status",
            text: Sketch.api("/x: {get: {responses: {2000: {description: a}}}}"),
            code: "OPENAPI_FIELD",
            pointer: "/paths/~1x/get/responses/2000",
            line: 5
        ),
        .init(
            why: "a schema that is not there",
            text: Sketch.request("{$ref: '#/components/schemas/A'}"),
            code: "REFERENCE_UNRESOLVED",
            pointer: "/paths/~1x/post/requestBody/content/application~1json/schema/$ref",
            line: 9
        ),
        .init(
            why: "a document elsewhere",
            text: Sketch.request("{$ref: 'https://example.com/a.yaml'}"),
            code: "REFERENCE_UNRESOLVED",
            pointer: "/paths/~1x/post/requestBody/content/application~1json/schema/$ref",
            line: 9
        ),
        .init(
            why: "a length below 0",
            text: Sketch.request("{minLength: -1}"),
            code: "OPENAPI_SCHEMA",
            pointer: "/paths/~1x/post/requestBody/content/application~1json/schema/minLength",
            line: 9
        ),
        .init(
            why: "values that are no list, in a schema that is referred to",
            text: Sketch.request("{$ref: '#/components/schemas/A'}", more: "components: {schemas: {A: {enum: a}}}"),
            code: "OPENAPI_SCHEMA",
            pointer: "/components/schemas/A/enum",
            line: 3
        ),
        .init(
            why: "a member whose schema is a text",
            text: Sketch.request("{properties: {a: string}}"),
            code: "OPENAPI_SCHEMA",
            pointer: "/paths/~1x/post/requestBody/content/application~1json/schema/properties/a",
            line: 9
        ),
        .init(
            why: "a reference to itself",
            text: Sketch.api(
                "/x: {get: {responses: {200: {$ref: '#/components/responses/A'}}}}",
                more: "components: {responses: {A: {$ref: '#/components/responses/A'}}}"
            ),
            code: "REFERENCE_CYCLE",
            pointer: "/components/responses/A",
            line: 3
        ),
    ]

    @Test(arguments: refusals)
    func refuses(_ test: Refusal) {
        let failure = #expect(throws: ContractFailure.self) { try read(test.text) }
        #expect(failure?.code == test.code)
        #expect(failure?.place.pointer == test.pointer)
        #expect(failure?.place.position.line == test.line)
    }

    static let accepted: [(why: String, text: String)] = [
        ("nothing but components", "openapi: 3.1.0\ninfo: {title: T, version: v1}\ncomponents: {}"),
        (
            "a schema that refers to itself",
            Sketch.request(
                "{$ref: '#/components/schemas/A'}",
                more: "components: {schemas: {A: {properties: {a: {$ref: '#/components/schemas/A'}}}}}"
            )
        ),
        (
            "a path item behind a reference",
            Sketch.api(
                "/x: {$ref: '#/components/pathItems/A'}",
                more: "components: {pathItems: {A: {get: {responses: {200: {description: found}}}}}}"
            )
        ),
        (
            "a pointer into paths",
            Sketch.api(
                """
                /x: {get: {responses: {200: {description: found}}}}
                /y: {get: {responses: {200: {$ref: '#/paths/~1x/get/responses/200'}}}}
                """
            )
        ),
        (
            "links, examples and extensions",
            Sketch.api(
                "/x: {get: {x-a: 1, responses: {200: {description: found, links: {a: {operationId: b}}, x-b: []}}}}"
            )
        ),
        (
            "a callback inside of itself",
            Sketch.api(
                "/x: {post: {callbacks: {a: {$ref: '#/components/callbacks/A'}}, responses: {200: {description: found}}}}",
                more: """
                    components:
                      callbacks:
                        A: {'{$url}': {post: {callbacks: {a: {$ref: '#/components/callbacks/A'}}, responses: {200: {description: a}}}}}
                    """
            )
        ),
    ]

    @Test(arguments: accepted)
    func accepts(_ test: (why: String, text: String)) throws {
        let model = try read(test.text)
        #expect(OpenAPIFormat().remarks(on: model) == [])
        #expect(try changes(from: test.text, to: test.text) == [])
    }

    static let remarked: [(why: String, text: String, pointers: [String])] = [
        (
            "an unknown field", Sketch.api("/x: {get: {response: {}, responses: {200: {description: a}}}}"),
            ["/paths/~1x/get/response"]
        ),
        (
            "a field of the wrong type", Sketch.api("/x: {get: {summary: 1, responses: {200: {description: a}}}}"),
            ["/paths/~1x/get/summary"]
        ),
        (
            "a type that is none", Sketch.request("{type: int}"),
            ["/paths/~1x/post/requestBody/content/application~1json/schema/type"]
        ),
        ("no description", Sketch.api("/x: {get: {responses: {200: {}}}}"), ["/paths/~1x/get/responses/200"]),
        (
            "a parameter that is not declared", Sketch.api("/x/{a}: {get: {responses: {200: {description: a}}}}"),
            ["/paths/~1x~1{a}/get"]
        ),
        (
            "a scheme that is not declared",
            Sketch.api("/x: {get: {security: [{k: []}], responses: {200: {description: a}}}}"),
            ["/paths/~1x/get/security/0"]
        ),
        (
            "a name twice",
            Sketch.api(
                "/x: {get: {operationId: a, responses: {200: {description: a}}}}\n/y: {get: {operationId: a, responses: {200: {description: a}}}}"
            ),
            ["/paths/~1y/get/operationId"]
        ),
    ]

    @Test(arguments: remarked)
    func remarks(_ test: (why: String, text: String, pointers: [String])) throws {
        #expect(OpenAPIFormat().remarks(on: try read(test.text)).map(\.place.pointer) == test.pointers)
    }

    /// What is remarked is told where it is new, and once.
    @Test(arguments: [
        ("{type: string}", "{type: text}", ["specification-violated error"]), ("{type: text}", "{type: text}", []),
        ("{type: text}", "{type: text, title: A}", []),
    ])
    func tellsRemarks(_ old: String, _ new: String, _ told: [String]) throws {
        let (old, new) = (try read(Sketch.request(old)), try read(Sketch.request(new)))
        let found = OpenAPIFormat().findings(from: old, to: new, breaking: .backward, options: ComparisonOptions())
        let faults = found.filter { $0.rule == "specification-violated" }
        #expect(faults.map { "\($0.rule) \($0.severity.rawValue)" } == told)
        #expect(faults.allSatisfy { $0.new?.position.line == 9 })
    }

    @Test("registered contracts are found, named and followed")
    func followsLibrary() throws {
        let text = Sketch.request("{$ref: 'canon:billing.invoice@3#/$defs/Line'}")
        let source = ContractSource(Array(text.utf8))
        #expect(try OpenAPIFormat().references(in: source) == ["canon:billing.invoice@3"])
        let library = try ReferenceLibrary([
            "canon:billing.invoice@3": Document.json(
                Array(##"{"$defs": {"Line": {"$ref": "#/$defs/Text"}, "Text": {"type": "string"}}}"##.utf8)
            )
        ])
        let model = try read(text, library: library)
        #expect(OpenAPIFormat().shape(of: model).fields.map(\.type) == ["string"])
    }

    @Test("form makes no difference: order, white space, JSON or YAML")
    func hasOneForm() throws {
        let yaml = "openapi: 3.1.0\ninfo: {version: '1', title: T}\npaths: {}\n"
        let json = #"{"paths": {}, "info": {"title": "T", "version": "1"}, "openapi": "3.1.0"}"#
        let format = OpenAPIFormat()
        #expect(try format.canonicalForm(of: read(yaml)) == format.canonicalForm(of: read(json)))
        #expect(OpenAPIFormat.recognises(ContractSource(Array(yaml.utf8))))
        #expect(!OpenAPIFormat.recognises(ContractSource(Array("{}".utf8))))
    }
}
