import Testing

@Suite("operations, parameters, bodies and answers")
struct OperationTests {
    private static func get(_ path: String, _ fields: String = "") -> String {
        "\(path):\n  get:\n    responses: {200: {description: found}}\n\(fields)"
    }

    static let cases: [ChangeCase] = [
        .init("the same", get("/a"), get("/a")),
        .init(
            "a parameter's name in a path is the reader's own",
            get("/a/{id}", "    parameters: [{in: path, name: id, required: true, schema: {type: string}}]"),
            get("/a/{key}", "    parameters: [{in: path, name: key, required: true, schema: {type: string}}]")
        ),
        .init(
            "another path",
            get("/a"),
            get("/a/"),
            [
                "backward api-path-removed-without-deprecation GET /a", "forward endpoint-added GET /a/",
            ]
        ),
        .init(
            "a deprecated operation is gone",
            get("/a", "    deprecated: true"),
            get("/b"),
            ["backward api-path-removed-with-deprecation GET /a", "forward endpoint-added GET /b"]
        ),
        .init(
            "an operation is gone, its path is not",
            get("/a") + "\n  post: {responses: {204: {description: done}}}",
            get("/a"),
            ["backward api-removed-without-deprecation POST /a"]
        ),
        .init("deprecated", get("/a"), get("/a", "    deprecated: true"), ["noted endpoint-deprecated GET /a"]),
        .init(
            "its name in programs",
            get("/a", "    operationId: one"),
            get("/a", "    operationId: two"),
            ["noted api-operation-id-removed GET /a"]
        ),
        .init(
            "a success more and a failure fewer",
            "/a:\n  get: {responses: {200: {description: found}, 404: {description: none}}}",
            "/a:\n  get: {responses: {200: {description: found}, 202: {description: later}}}",
            [
                "forward response-success-status-added GET /a response 202",
                "noted response-non-success-status-removed GET /a response 404",
            ]
        ),
        .init(
            "a class became one of its codes",
            "/a:\n  get: {responses: {2XX: {description: found}}}",
            "/a:\n  get: {responses: {200: {description: found}}}",
            ["forward response-success-status-added GET /a response 200"]
        ),
        .init(
            "a code became any of its class",
            "/a:\n  get: {responses: {200: {description: found}}}",
            "/a:\n  get: {responses: {2XX: {description: found}}}",
            ["backward response-success-status-removed GET /a response 200"]
        ),
        .init(
            "a code became any at all",
            "/a:\n  get: {responses: {200: {description: found}}}",
            "/a:\n  get: {responses: {default: {description: found}}}",
            ["backward response-success-status-removed GET /a response 200"]
        ),
        .init(
            "a class beside a code",
            "/a:\n  get: {responses: {200: {description: found}}}",
            "/a:\n  get: {responses: {200: {description: found}, 2XX: {description: found}}}",
            ["forward response-success-status-added GET /a response 2XX"]
        ),
        .init(
            "what fails otherwise",
            "/a:\n  get: {responses: {200: {description: found}}}",
            "/a:\n  get: {responses: {200: {description: found}, default: {description: found}}}",
            ["noted response-non-success-status-added GET /a response default"]
        ),
        .init(
            "one failure became any other",
            "/a:\n  get: {responses: {200: {description: found}, 404: {description: found}}}",
            "/a:\n  get: {responses: {200: {description: found}, default: {description: found}}}",
            ["noted response-non-success-status-removed GET /a response 404"]
        ),
        .init(
            "the same class in other letters",
            "/a:\n  get: {responses: {2XX: {description: found}, default: {description: found}}}",
            "/a:\n  get: {responses: {2xx: {description: found}, default: {description: found}}}"
        ),
        .init(
            "a success is gone",
            "/a:\n  get: {responses: {200: {description: found}}}",
            "/a:\n  get: {responses: {201: {description: made}}}",
            [
                "backward response-success-status-removed GET /a response 200",
                "forward response-success-status-added GET /a response 201",
            ]
        ),
        .init(
            "a body that must be sent",
            "/a:\n  post: {responses: {204: {description: done}}}",
            "/a:\n  post: {requestBody: {required: true, content: {text/plain: {}}}, responses: {204: {description: done}}}",
            ["backward request-body-added-required POST /a request body"]
        ),
        .init(
            "a range still takes what it covers",
            "/a:\n  post: {requestBody: {content: {application/json: {}}}, responses: {204: {description: done}}}",
            "/a:\n  post: {requestBody: {content: {application/*: {}}}, responses: {204: {description: done}}}",
            ["forward request-body-media-type-added POST /a request body"]
        ),
        .init(
            "a media type is no longer given",
            "/a:\n  get: {responses: {200: {description: found, content: {text/csv: {}, application/json: {}}}}}",
            "/a:\n  get: {responses: {200: {description: found, content: {application/json: {}}}}}",
            ["backward response-media-type-removed GET /a response 200"]
        ),
        .init(
            "a header may be missing",
            "/a:\n  get: {responses: {200: {description: found, headers: {ETag: {required: true, schema: {type: string}}}}}}",
            "/a:\n  get: {responses: {200: {description: found, headers: {etag: {schema: {type: string}}}}}}",
            ["backward response-header-became-optional GET /a response 200 header etag"]
        ),
    ]

    @Test(arguments: cases)
    func showsExactly(_ test: ChangeCase) throws {
        let shown = try changes(from: Sketch.api(test.old), to: Sketch.api(test.new))
        #expect(shown == test.shows)
    }

    private static let place = "GET /x query parameter a"

    static let parameters: [ChangeCase] = [
        .init("the same", "{in: query, name: a}", "{in: query, name: a}"),
        .init("a header's name in other letters", "{in: header, name: X-A}", "{in: header, name: x-a}"),
        .init(
            "a header that other fields describe",
            "{in: header, name: Accept, required: true}",
            "{in: query, name: a}",
            [
                "noted new-optional-request-parameter \(place)"
            ]
        ),
        .init(
            "must be sent",
            "{in: query, name: a}",
            "{in: query, name: a, required: true}",
            [
                "backward request-parameter-became-required \(place)"
            ]
        ),
        .init(
            "may be left out",
            "{in: query, name: a, required: true}",
            "{in: query, name: a}",
            [
                "forward request-parameter-became-optional \(place)"
            ]
        ),
        .init(
            "one more that must be sent",
            "{in: query, name: b}",
            "{in: query, name: b}, {in: query, name: a, required: true}",
            ["backward new-required-request-parameter \(place)"]
        ),
        .init(
            "written in another way",
            "{in: query, name: a}",
            "{in: query, name: a, style: pipeDelimited, explode: true}",
            [
                "backward request-parameter-style-changed \(place)", "forward request-parameter-style-changed \(place)",
            ]
        ),
        .init(
            "a single value has no parts to keep apart",
            "{in: query, name: a, schema: {type: string}}",
            "{in: query, name: a, schema: {type: string}, explode: false}"
        ),
        .init(
            "nor has one of listed texts",
            "{in: query, name: a, schema: {enum: [A, B]}}",
            "{in: query, name: a, schema: {enum: [A, B]}, explode: false}"
        ),
        .init(
            "nor have single alternatives",
            "{in: query, name: a, schema: {oneOf: [{type: string, maxLength: 3}, {type: integer, maximum: 3}]}}",
            "{in: query, name: a, schema: {oneOf: [{type: string, maxLength: 3}, {type: integer, maximum: 3}]}, explode: false}"
        ),
        .init(
            "parts of a list kept apart in another way",
            "{in: query, name: a, schema: {type: array}}",
            "{in: query, name: a, schema: {type: array}, explode: false}",
            [
                "backward request-parameter-explode-changed \(place)",
                "forward request-parameter-explode-changed \(place)",
            ]
        ),
        .init(
            "parts of what may be a list kept apart in another way",
            "{in: query, name: a, schema: {type: [array, string]}}",
            "{in: query, name: a, schema: {type: [array, string]}, explode: false}",
            [
                "backward request-parameter-explode-changed \(place)",
                "forward request-parameter-explode-changed \(place)",
            ]
        ),
        .init(
            "parts of anything kept apart in another way",
            "{in: query, name: a, schema: {}}",
            "{in: query, name: a, schema: {}, explode: false}",
            [
                "backward request-parameter-explode-changed \(place)",
                "forward request-parameter-explode-changed \(place)",
            ]
        ),
        .init(
            "parts of an alternative kept apart in another way",
            "{in: query, name: a, schema: {oneOf: [{type: string, maxLength: 3}, {type: array, maxItems: 3}]}}",
            "{in: query, name: a, schema: {oneOf: [{type: string, maxLength: 3}, {type: array, maxItems: 3}]}, explode: false}",
            [
                "backward request-parameter-explode-changed \(place)",
                "forward request-parameter-explode-changed \(place)",
            ]
        ),
        .init("the standard way, said", "{in: query, name: a}", "{in: query, name: a, style: form, explode: true}"),
        .init(
            "in a query every number is a text",
            "{in: query, name: a, schema: {type: integer}}",
            "{in: query, name: a, schema: {type: string}}",
            ["forward request-parameter-type-generalized \(place)"]
        ),
        .init(
            "plain text became a document",
            "{in: query, name: a, schema: {type: string}}",
            "{in: query, name: a, content: {application/json: {schema: {type: string}}}}",
            ["backward request-parameter-content-added \(place)", "forward request-parameter-content-added \(place)"]
        ),
    ]

    @Test(arguments: parameters)
    func showsParameters(_ test: ChangeCase) throws {
        let shown = try changes(from: Sketch.parameter(test.old), to: Sketch.parameter(test.new))
        #expect(shown == test.shows)
    }

    static let encodings: [ChangeCase] = [
        .init("a single value", "{type: string}", "explode: false"),
        .init(
            "elements",
            "{type: array}",
            "explode: false",
            [
                "backward request-body-encoding-style-changed POST /x request application/x-www-form-urlencoded",
                "forward request-body-encoding-style-changed POST /x request application/x-www-form-urlencoded",
            ]
        ),
    ]

    /// The schema of a part, and how the new version encodes it.
    @Test(arguments: encodings)
    func showsEncodings(_ test: ChangeCase) throws {
        func api(_ encoding: String) -> String {
            let schema = "schema: {type: object, properties: {a: \(test.old)}}"
            let content = "content: {application/x-www-form-urlencoded: {\(schema), encoding: {a: {\(encoding)}}}}"
            return Sketch.api("/x: {post: {requestBody: {\(content)}, responses: {204: {description: done}}}}")
        }
        #expect(try changes(from: api(""), to: api(test.new)) == test.shows)
    }

    private static let form = "POST /x request multipart/form-data"

    static let parts: [ChangeCase] = [
        .init("the standard type of a text, said", "", "contentType: text/plain"),
        .init(
            "the same types in another order",
            "contentType: 'image/png, image/gif'",
            "contentType: 'image/gif,image/png'"
        ),
        .init("a text as an image", "", "contentType: image/png", types("backward", "forward")),
        .init("one type more", "contentType: image/png", "contentType: 'image/png, image/gif'", types("forward")),
        .init("any image", "contentType: image/png", "contentType: image/*", types("forward")),
        .init("one type fewer", "contentType: 'image/png, image/gif'", "contentType: image/gif", types("backward")),
        .init("a header that may be missing", "", "headers: {X: {schema: {type: string}}}"),
        .init(
            "a header that must be there",
            "headers: {X: {schema: {type: string}}}",
            "headers: {x: {required: true, schema: {type: string}}}",
            ["backward request-body-encoding-required-header-added \(form)"]
        ),
        .init(
            "a header that may now be missing",
            "headers: {X: {required: true, schema: {type: string}}}",
            "",
            ["forward request-body-encoding-required-header-removed \(form)"]
        ),
    ]

    private static func types(_ directions: String...) -> [String] {
        directions.map { "\($0) request-body-encoding-content-type-changed \(form)" }
    }

    /// What is said of the part of a form that is a text.
    @Test(arguments: parts)
    func showsParts(_ test: ChangeCase) throws {
        func api(_ encoding: String) -> String {
            let schema = "schema: {type: object, properties: {a: {type: string}}}"
            let content = "content: {multipart/form-data: {\(schema), encoding: {a: {\(encoding)}}}}"
            return Sketch.api("/x: {post: {requestBody: {\(content)}, responses: {204: {description: done}}}}")
        }
        #expect(try changes(from: api(test.old), to: api(test.new)) == test.shows)
    }
}
