extension OwnRule {
    /// Examples of how values are written, the same for what is sent and for what comes back.
    static let writing: [String: (old: String, new: String)] = fields.merging(bodies) { $1 }

    /// Parameters and headers.
    private static let fields: [String: (old: String, new: String)] = {
        let (text, json) = ("schema: {type: string}", "content: {application/json: {schema: {type: string}}}")
        let (plain, bare) = ("content: {text/plain: {schema: {type: string}}}", "content: {application/json: {}}")
        let free = "\(text), allowReserved: true"
        let changes = [
            "allow-reserved-added": (text, free), "allow-reserved-removed": (free, text),
            "content-added": (text, json), "content-removed": (json, text),
            "content-media-type-changed": (plain, json),
            "schema-added": (bare, json), "schema-removed": (json, bare),
        ]
        func header(_ fields: String) -> String {
            document(responses: "{200: {description: found, headers: {H: {\(fields)}}}}")
        }
        let (list, map) = ("schema: {type: array}", "schema: {type: object, additionalProperties: {type: string}}")
        let headers = [
            "response-header-explode-changed": (header(map), header("\(map), explode: true")),
            "response-header-style-changed": (header(list), header("\(list), style: spaceDelimited")),
        ]
        return changes.reduce(into: headers) { texts, change in
            let (old, new) = change.value
            texts["request-parameter-\(change.key)"] = (parameter(old), parameter(new))
            texts["response-header-\(change.key)"] = (header(old), header(new))
        }
    }()

    /// Bodies and their parts.
    private static let bodies: [String: (old: String, new: String)] = {
        func content(_ encoding: String, as type: String) -> String {
            let schema = "schema: {type: object, properties: {a: {type: array, items: {type: string}}}}"
            return "\(type): {\(schema), encoding: {a: {\(encoding)}}}"
        }
        let (form, parts) = ("application/x-www-form-urlencoded", "multipart/form-data")
        let header = "headers: {X: {required: true, schema: {type: string}}}"
        let (without, with) = (content("", as: parts), content(header, as: parts))
        let (known, unknown) = ("application/json: {schema: {type: string}}", "application/json: {}")
        let changes = [
            "media-type-schema-added": (unknown, known), "media-type-schema-removed": (known, unknown),
            "encoding-style-changed": (content("style: form", as: form), content("style: spaceDelimited", as: form)),
            "encoding-content-type-changed": (
                content("contentType: text/plain", as: parts), content("contentType: text/html", as: parts)
            ),
            "encoding-required-header-added": (without, with), "encoding-required-header-removed": (with, without),
        ]
        func request(_ content: String) -> String { document("requestBody: {content: {\(content)}}") }
        func response(_ content: String) -> String {
            document(responses: "{200: {description: found, content: {\(content)}}}")
        }
        return changes.reduce(into: [:]) { texts, change in
            let (old, new) = change.value
            texts["request-body-\(change.key)"] = (request(old), request(new))
            texts["response-body-\(change.key)"] = (response(old), response(new))
        }
    }()

    /// A description with one parameter of a query.
    static func parameter(_ fields: String) -> String {
        document("parameters: [{name: p, in: query, \(fields)}]")
    }
}
