import Compatibility
import Contracts
import OpenAPI
import Syntax
import Testing

@Suite("Swagger 2.0 documents")
struct SwaggerTests {
    private static func api(_ paths: String, _ more: String = "") -> String {
        let margin = paths.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        return "swagger: '2.0'\ninfo: {title: T, version: v1}\n\(more)\npaths:\n\(margin)\n"
    }

    /// `POST /x` with these parameters.
    private static func call(_ parameters: String, _ more: String = "") -> String {
        api("/x: {post: {parameters: [\(parameters)], responses: {204: {description: done}}}}", more)
    }

    /// `GET /x` with an answer of this schema.
    private static func answer(_ schema: String, _ more: String = "") -> String {
        api("/x: {get: {responses: {200: {description: found, schema: \(schema)}}}}", more)
    }

    private static let body = "POST /x request application/json"

    static let changed: [ChangeCase] = [
        .init(
            "a body's schema",
            call("{in: body, name: b, schema: {type: number}}"),
            call("{in: body, name: c, schema: {type: integer}}"),
            ["backward request-body-type-changed \(body)"]
        ),
        .init(
            "a body behind references",
            call(
                "{$ref: '#/parameters/B'}",
                "parameters: {B: {in: body, name: b, schema: {$ref: '#/definitions/A'}}}\ndefinitions: {A: {type: number}}"
            ),
            call(
                "{$ref: '#/parameters/B'}",
                "parameters: {B: {in: body, name: b, schema: {$ref: '#/definitions/A'}}}\ndefinitions: {A: {type: integer}}"
            ),
            ["backward request-body-type-changed \(body)"]
        ),
        .init(
            "a body that must be sent",
            call("{in: body, name: b, schema: {type: number}}"),
            call("{in: body, name: b, required: true, schema: {type: number}}"),
            ["backward request-body-became-required POST /x request body"]
        ),
        .init(
            "a field of a form",
            call("{in: formData, name: a, type: number}"),
            call("{in: formData, name: a, type: integer}"),
            ["backward request-property-type-changed POST /x request application/x-www-form-urlencoded /a"]
        ),
        .init(
            "a file makes a form of parts",
            call("{in: formData, name: a, type: file}, {in: formData, name: b, type: number}"),
            call("{in: formData, name: a, type: file}, {in: formData, name: b, type: integer}"),
            ["backward request-property-type-changed POST /x request multipart/form-data /b"]
        ),
        .init(
            "null that may be sent",
            call("{in: body, name: b, schema: {type: string, x-nullable: true}}"),
            call("{in: body, name: b, schema: {type: string}}"),
            ["backward request-body-became-not-nullable \(body)"]
        ),
        .init(
            "elements put together in another way",
            call("{in: query, name: a, type: array, items: {type: string}, collectionFormat: pipes}"),
            call("{in: query, name: a, type: array, items: {type: string}}"),
            [
                "backward request-parameter-style-changed POST /x query parameter a",
                "forward request-parameter-style-changed POST /x query parameter a",
            ]
        ),
        .init(
            "elements sent one by one",
            call("{in: query, name: a, type: array, items: {type: string}, collectionFormat: multi}"),
            call("{in: query, name: a, type: array, items: {type: string}, collectionFormat: csv}"),
            [
                "backward request-parameter-explode-changed POST /x query parameter a",
                "forward request-parameter-explode-changed POST /x query parameter a",
            ]
        ),
        .init(
            "a header of an answer",
            api("/x: {get: {responses: {200: {description: found, headers: {H: {type: integer}}}}}}"),
            api("/x: {get: {responses: {200: {description: found, headers: {H: {type: number}}}}}}"),
            ["backward response-header-type-generalized GET /x response 200 header H"]
        ),
        .init(
            "an answer behind a reference",
            api(
                "/x: {get: {responses: {200: {$ref: '#/responses/R'}}}}",
                "responses: {R: {description: found, schema: {type: integer}}}"
            ),
            api(
                "/x: {get: {responses: {200: {$ref: '#/responses/R'}}}}",
                "responses: {R: {description: found, schema: {type: number}}}"
            ),
            ["backward response-body-type-generalized GET /x response 200 application/json"]
        ),
        .init(
            "a type that is no longer given",
            answer("{type: string}", "produces: [application/json, application/xml]"),
            answer("{type: string}", "produces: [application/json]"),
            ["backward response-media-type-removed GET /x response 200"]
        ),
        .init(
            "another base path",
            answer("{type: string}", "host: a.example\nbasePath: /v1\nschemes: [https]"),
            answer("{type: string}", "host: a.example\nbasePath: /v2\nschemes: [https]"),
            [
                "backward api-server-path-removed GET /x", "forward api-server-path-added GET /x",
                "noted api-server-removed GET /x",
            ]
        ),
        .init(
            "another flow",
            answer(
                "{type: string}",
                "security: [{o: []}]\nsecurityDefinitions: {o: {type: oauth2, flow: application, tokenUrl: 'https://a.example', scopes: {}}}"
            ),
            answer(
                "{type: string}",
                "security: [{o: []}]\nsecurityDefinitions: {o: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a.example', tokenUrl: 'https://a.example', scopes: {}}}"
            ),
            [
                "backward api-security-component-oauth-flow-removed GET /x",
                "forward api-security-component-oauth-flow-removed GET /x",
            ]
        ),
    ]

    @Test(arguments: changed)
    func showsExactly(_ test: ChangeCase) throws {
        #expect(try changes(from: test.old, to: test.new) == test.shows)
        for text in [test.old, test.new] {
            #expect(OpenAPIFormat().remarks(on: try read(text)) == [])
            #expect(try changes(from: text, to: text) == [])
        }
    }

    /// A Swagger document, and the OpenAPI document that says the same.
    static let alike: [(why: String, swagger: String, open: String)] = [
        (
            "a body, and what is sent back",
            api(
                "/x: {post: {parameters: [{in: body, name: b, required: true, schema: {$ref: '#/definitions/A'}}], responses: {200: {description: done, schema: {type: file}}}}}",
                "definitions: {A: {type: object, discriminator: k, required: [k], properties: {k: {type: string}, discriminator: {type: string}}}}\nconsumes: [application/json]\nproduces: [application/pdf]"
            ),
            Sketch.api(
                """
                /x:
                  post:
                    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
                    responses:
                      200: {description: done, content: {application/pdf: {schema: {type: string, format: binary}}}}
                """,
                more:
                    "components: {schemas: {A: {type: object, discriminator: {propertyName: k}, required: [k], properties: {k: {type: string}, discriminator: {type: string}}}}}",
                version: "3.0.3"
            )
        ),
        (
            "parameters of the path, of which one is the body",
            api(
                "/x: {parameters: [{in: body, name: b, schema: {type: string}}, {in: query, name: q, type: array, items: {type: string}, collectionFormat: multi}], put: {responses: {204: {description: done}}}}"
            ),
            Sketch.api(
                """
                /x:
                  parameters: [{in: query, name: q, schema: {type: array, items: {type: string}}}]
                  put:
                    requestBody: {content: {application/json: {schema: {type: string}}}}
                    responses: {204: {description: done}}
                """,
                version: "3.0.3"
            )
        ),
        (
            "servers and credentials",
            api(
                "/x: {get: {responses: {204: {description: done}}}}",
                "host: a.example\nbasePath: /v1\nschemes: [http, https]\nsecurity: [{b: []}]\nsecurityDefinitions: {b: {type: basic}}"
            ),
            Sketch.api(
                "/x: {get: {responses: {204: {description: done}}}}",
                more:
                    "servers: [{url: 'http://a.example/v1'}, {url: 'https://a.example/v1'}]\nsecurity: [{b: []}]\ncomponents: {securitySchemes: {b: {type: http, scheme: basic}}}",
                version: "3.0.3"
            )
        ),
    ]

    @Test(arguments: alike)
    func saysTheSame(_ test: (why: String, swagger: String, open: String)) throws {
        #expect(try changes(from: test.swagger, to: test.open) == [])
        #expect(try changes(from: test.open, to: test.swagger) == [])
    }

    @Test("findings lie where the text was written")
    func keepsPlaces() throws {
        let more = "parameters: {Q: {in: query, name: q, type: number}}\ndefinitions: {A: {type: integer}}"
        let paths =
            "/x: {get: {parameters: [{$ref: '#/parameters/Q'}], responses: {200: {description: a, schema: {$ref: '#/definitions/A'}}}}}\n/y: {get: {parameters: [{$ref: '#/parameters/Q'}], responses: {204: {description: a}}}}"
        let old = Self.api(paths, more)
        let new = Self.api(
            paths,
            more.replacing("integer", with: "number").replacing("q, type: number", with: "q, type: integer")
        )
        let found = OpenAPIFormat()
            .findings(from: try read(old), to: try read(new), breaking: .backward, options: ComparisonOptions())
        #expect(found.map { $0.new?.pointer } == ["/parameters/Q/type", "/definitions/A/type"])
        #expect(found.map { $0.new?.position.line } == [3, 4])
        #expect(found.map(\.reaches) == [["GET /y"], []])
    }

    static let refused: [(why: String, text: String, code: String, pointer: String)] = [
        ("an older line", "swagger: '1.2'", "OPENAPI_VERSION", "/swagger"),
        (
            "a parameter nowhere", call("{in: form, name: a, type: string}"), "OPENAPI_FIELD",
            "/paths/~1x/post/parameters/0/in"
        ),
        (
            "two bodies", call("{in: body, name: a, schema: {}}, {in: body, name: b, schema: {}}"), "OPENAPI_FIELD",
            "/paths/~1x/post/parameters/1/in"
        ),
        (
            "a parameter that is not there", call("{$ref: '#/parameters/A'}"), "REFERENCE_UNRESOLVED",
            "/paths/~1x/post/parameters/0/$ref"
        ),
        (
            "a schema that is not there", answer("{$ref: '#/definitions/A'}"), "REFERENCE_UNRESOLVED",
            "/paths/~1x/get/responses/200/schema/$ref"
        ),
        (
            "a limit that cannot be", call("{in: query, name: a, type: string, minLength: -1}"), "OPENAPI_SCHEMA",
            "/paths/~1x/post/parameters/0/minLength"
        ),
    ]

    @Test(arguments: refused)
    func refuses(_ test: (why: String, text: String, code: String, pointer: String)) {
        let failure = #expect(throws: ContractFailure.self) { try read(test.text) }
        #expect(failure?.code == test.code)
        #expect(failure?.place.pointer == test.pointer)
    }

    @Test("fields that 2.0 does not know are remarked")
    func remarks() throws {
        let model = try read(Self.api("/x: {get: {requestBody: {}, responses: {200: {content: {}}}}}"))
        #expect(
            OpenAPIFormat().remarks(on: model).map(\.place.pointer) == [
                "/paths/~1x/get/requestBody", "/paths/~1x/get/responses/200",
                "/paths/~1x/get/responses/200/content",
            ]
        )
    }
}
