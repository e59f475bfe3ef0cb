extension OwnRule {
    /// Two descriptions for each rule.
    static let texts: [String: (old: String, new: String)] = [members, documents, security, writing]
        .reduce(into: operations) { $0.merge($1) { $1 } }

    private static let operations: [String: (old: String, new: String)] = {
        let plain = document()
        func parameter(_ rest: String) -> String {
            document("parameters: [{name: p, in: query, schema: {type: array}\(rest)}]")
        }
        func body(_ rest: String) -> String {
            document("requestBody: {content: {application/json: {schema: {type: string}}}\(rest)}")
        }
        func header(_ rest: String) -> String {
            document(responses: "{200: {description: found, headers: {H: {schema: {type: string}\(rest)}}}}")
        }
        func responses(_ codes: String...) -> String {
            document(responses: "{\(codes.map { "\($0): {description: done}" }.joined(separator: ", "))}")
        }
        func answer(_ type: String) -> String {
            document(responses: "{200: {description: found, content: {\(type): {schema: {type: string}}}}}")
        }
        func types(_ types: String...) -> String {
            let content = types.map { "\($0): {schema: {type: string}}" }.joined(separator: ", ")
            return document("requestBody: {content: {\(content)}}")
        }
        return [
            "endpoint-added": (document(path: "/x"), document(path: "/x") + "  /y: {get: {responses: {}}}\n"),
            "api-path-removed-without-deprecation": (
                document(path: "/x") + "  /y: {get: {responses: {}}}\n", document(path: "/x")
            ),
            "endpoint-deprecated": (plain, document("deprecated: true")),
            "endpoint-reactivated": (document("deprecated: true"), plain),
            "api-operation-id-removed": (document("operationId: a"), plain),
            "api-operation-id-added": (plain, document("operationId: a")),
            "api-tag-removed": (document("tags: [a]"), plain),
            "api-tag-added": (plain, document("tags: [a]")),
            "api-stability-decreased": (plain, document("x-stability-level: beta")),
            "api-stability-increased": (document("x-stability-level: beta"), plain),
            "api-invalid-stability-level": (plain, document("x-stability-level: good")),
            "new-required-request-parameter": (plain, parameter(", required: true")),
            "new-optional-request-parameter": (plain, parameter("")),
            "request-parameter-removed": (parameter(", required: true"), plain),
            "request-parameter-became-required": (parameter(""), parameter(", required: true")),
            "request-parameter-became-optional": (parameter(", required: true"), parameter("")),
            "request-parameter-explode-changed": (parameter(""), parameter(", explode: false")),
            "request-parameter-style-changed": (parameter(""), parameter(", style: pipeDelimited")),
            "request-body-added-required": (plain, body(", required: true")),
            "request-body-added-optional": (plain, body("")),
            "request-body-removed": (body(", required: true"), plain),
            "request-body-became-required": (body(""), body(", required: true")),
            "request-body-became-optional": (body(", required: true"), body("")),
            "request-body-media-type-removed": (types("text/plain", "text/html"), types("text/plain")),
            "request-body-media-type-added": (types("text/plain"), types("text/plain", "text/html")),
            "optional-response-header-removed": (header(""), document(responses: "{200: {description: found}}")),
            "required-response-header-removed": (
                header(", required: true"), document(responses: "{200: {description: found}}")
            ),
            "response-header-added": (
                document(responses: "{200: {description: found}}"), header(", required: true")
            ),
            "response-header-became-required": (header(""), header(", required: true")),
            "response-header-became-optional": (header(", required: true"), header("")),
            "response-success-status-removed": (responses("200", "201"), responses("200")),
            "response-success-status-added": (responses("200"), responses("200", "201")),
            "response-non-success-status-removed": (responses("200", "404"), responses("200")),
            "response-non-success-status-added": (responses("200"), responses("200", "404")),
            "response-media-type-name-generalized": (answer("text/plain"), answer("text/*")),
            "response-media-type-name-specialized": (answer("text/*"), answer("text/plain")),
            "response-media-type-name-changed": (answer("text/plain"), answer("'text/plain; charset=utf-8'")),
            "response-media-type-removed": (answer("text/plain"), answer("application/json")),
            "response-media-type-added": (answer("text/plain"), answer("application/json")),
        ]
    }()

    private static let members: [String: (old: String, new: String)] = {
        let (open, closed) = ("type: object", "type: object, additionalProperties: false")
        let (member, required) = ("properties: {a: {type: string}}", "required: [a]")
        let filled = "properties: {a: {type: string, default: x}}"
        func request(_ schema: String) -> String { PlacedRule.Place.requestBody.document("{\(schema)}") }
        func response(_ schema: String) -> String { PlacedRule.Place.responseBody.document("{\(schema)}") }
        return [
            "new-required-request-property": (request(open), request("\(open), \(member), \(required)")),
            "new-optional-request-property": (request(closed), request("\(closed), \(member)")),
            "new-required-request-property-with-default": (request(open), request("\(open), \(filled), \(required)")),
            "request-property-became-required-with-default": (
                request("\(open), \(filled)"), request("\(open), \(filled), \(required)")
            ),
            "required-name-empty": (request(open), request("\(open), required: ['']")),
            "request-property-removed": (request("\(open), \(member), \(required)"), request(open)),
            "request-property-became-required": (
                request("\(open), \(member)"), request("\(open), \(member), \(required)")
            ),
            "response-property-became-required": (
                response("\(open), \(member)"), response("\(open), \(member), \(required)")
            ),
            "response-required-property-removed": (response("\(open), \(member), \(required)"), response(open)),
            "response-required-property-added": (response(open), response("\(open), \(member), \(required)")),
            "response-optional-property-removed": (response("\(closed), \(member)"), response(closed)),
            "response-optional-property-added": (response(closed), response("\(closed), \(member)")),
        ]
    }()

    /// A description with one operation, of which only the part at hand is said.
    static func document(
        _ operation: String = "",
        responses: String = "{200: {description: found}}",
        path: String = "/x",
        version: String = "v1",
        with top: String = ""
    ) -> String {
        """
        openapi: 3.1.0
        info: {title: Example, version: \(version)}
        \(top.isEmpty ? "" : top + "\n")paths:
          \(path):
            post: {\(operation.isEmpty ? "" : "\(operation), ")responses: \(responses)}

        """
    }
}
