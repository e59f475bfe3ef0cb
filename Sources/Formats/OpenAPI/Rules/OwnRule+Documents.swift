extension OwnRule {
    /// Examples of what lies at the description as a whole, or at what may happen to an operation.
    static let documents: [String: (old: String, new: String)] = lives.merging(wholes) { $1 }
        .merging(omitted) { $1 }

    private static let lives: [String: (old: String, new: String)] = {
        let plain = document()
        let only = "openapi: 3.1.0\ninfo: {title: Example, version: v1}\npaths:\n  /x:\n"
        let other = "    get: {responses: {200: {description: found}}}\n"
        let (announced, vague) = ("deprecated: true, x-sunset: '2999-01-31'", "deprecated: true, x-sunset: soon")
        let near = "deprecated: true, x-sunset: '2030-01-31'"
        let callback = "callbacks: {c: {'{$request.query.u}': {post: {responses: {200: {description: heard}}}}}}"
        let parameter = "parameters: [{name: p, in: path, required: true, schema: {type: string}}]"
        let leaving = "parameters: [{name: p, in: query, schema: {type: string}, \(near)}]"
        let (open, required) = ("type: object, properties: {a: {type: string", "}}, required: [a]")
        func request(_ more: String) -> String { PlacedRule.Place.requestBody.document("{\(open)\(more)\(required)}") }
        return [
            "api-deprecated-sunset-parse": (plain, document(vague)),
            "api-sunset-parse": (document(vague) + other, only + other),
            "api-removed-without-deprecation": (document() + other, only + other),
            "api-deprecated-sunset-missing": (plain, document("deprecated: true")),
            "api-sunset-date-too-small": (plain, document(near)),
            "api-sunset-date-changed-too-small": (document(announced), document(near)),
            "api-removed-before-sunset": (document(near) + other, only + other),
            "api-path-removed-before-sunset": (document(near) + "  /y: {}\n", document(path: "/y")),
            "request-parameter-removed-before-sunset": (document(leaving), plain),
            "sunset-deleted": (document(announced), document("deprecated: true")),
            "callback-added": (plain, document(callback)),
            "callback-removed": (document(callback), plain),
            "new-request-path-parameter": (document(path: "/x/{p}"), document(parameter, path: "/x/{p}")),
            "request-required-property-became-read-only": (request(""), request(", readOnly: true")),
        ]
    }()

    /// Members that are not sent come and go without a word to those who do not send them.
    private static let omitted: [String: (old: String, new: String)] = {
        let sides: [(place: PlacedRule.Place, keyword: String, words: String)] = [
            (.requestBody, "readOnly", "read-only"), (.responseBody, "writeOnly", "write-only"),
        ]
        var texts: [String: (old: String, new: String)] = [:]
        for side in sides {
            let without = side.place.document("{type: object}")
            for (word, more) in [("optional", ""), ("required", ", required: [a]")] {
                let member = "properties: {a: {type: string, \(side.keyword): true}}"
                let with = side.place.document("{type: object, \(member)\(more)}")
                let name = "\(side.place.isRequest ? "request" : "response")-\(word)-\(side.words)-property"
                texts["\(name)-added"] = (without, with)
                texts["\(name)-removed"] = (with, without)
            }
        }
        return texts
    }()

    private static let wholes: [String: (old: String, new: String)] = {
        let plain = document()
        let scheme = "components: {securitySchemes: {key: {type: apiKey, name: k, in: header}}}"
        let webhook = "webhooks: {w: {post: {responses: {200: {description: heard}}}}}"
        let (one, two) = ("{url: 'https://a.example.com'}", "{url: 'https://b.example.com'}")
        func servers(_ servers: String...) -> String {
            document(with: "servers: [\(servers.joined(separator: ", "))]")
        }
        func breaking(_ old: String, _ new: String) -> (old: String, new: String) {
            let parameter = "parameters: [{name: p, in: query, required: true, schema: {type: string}}]"
            return (document(version: old), document(parameter, version: new))
        }
        return [
            "api-security-added": (document(with: scheme), document("security: [{key: []}]", with: scheme)),
            "api-security-removed": (
                document("security: [{key: []}]", with: scheme), document("security: []", with: scheme)
            ),
            "api-global-security-added": (document(with: scheme), document(with: "\(scheme)\nsecurity: [{key: []}]")),
            "api-schema-removed": (document(with: "components: {schemas: {A: {type: string}}}"), plain),
            "api-server-removed": (servers(one, two), servers(one)),
            "api-version-decreased": breaking("2.0.0", "1.0.0"),
            "api-version-not-bumped": breaking("1.0.0", "1.0.0"),
            "api-major-version-not-bumped": breaking("1.0.0", "1.1.0"),
            "specification-violated": (
                PlacedRule.Place.requestBody.document("{type: string}"),
                PlacedRule.Place.requestBody.document("{type: text}")
            ),
            "webhook-added": (plain, document(with: webhook)),
            "webhook-removed": (document(with: webhook), plain),
        ]
    }()
}
