extension OwnRule {
    /// Examples of what lies at the description as a whole, or at what may happen to an operation.
    static let documents: [String: (old: String, new: String)] = lives.merging(wholes) { $1 }
        .merging(omitted) { $1 }.merging(flagged) { $1 }

    private static let lives: [String: (old: String, new: String)] = {
        let plain = document()
        let only = "openapi: 3.1.0\ninfo: {title: Example, version: v1}\npaths:\n  /x:\n"
        let other = "    get: {responses: {200: {description: found}}}\n"
        let (announced, vague) = ("deprecated: true, x-sunset: '2999-01-31'", "deprecated: true, x-sunset: soon")
        let near = "deprecated: true, x-sunset: '2030-01-31'"
        let callback = "callbacks: {c: {'{$request.query.u}': {post: {responses: {200: {description: heard}}}}}}"
        let inPath = "parameters: [{name: p, in: path, required: true, schema: {type: string}}]"
        let text = "schema: {type: string}"
        return [
            "api-deprecated-sunset-parse": (plain, document(vague)),
            "api-sunset-parse": (document(vague) + other, only + other),
            "api-removed-without-deprecation": (document() + other, only + other),
            "api-deprecated-sunset-missing": (plain, document("deprecated: true")),
            "api-sunset-date-too-small": (plain, document(near)),
            "api-sunset-date-changed-too-small": (document(announced), document(near)),
            "api-removed-before-sunset": (document(near) + other, only + other),
            "api-path-removed-before-sunset": (document(near) + "  /y: {}\n", document(path: "/y")),
            "api-path-sunset-parse": (document(vague) + "  /y: {}\n", document(path: "/y")),
            "api-removed-with-deprecation": (document("deprecated: true") + other, only + other),
            "api-path-removed-with-deprecation": (document("deprecated: true") + "  /y: {}\n", document(path: "/y")),
            "endpoint-deprecated-with-sunset": (plain, document(announced)),
            "request-parameter-deprecated": (parameter(text), parameter("\(text), deprecated: true")),
            "request-parameter-reactivated": (parameter("\(text), deprecated: true"), parameter(text)),
            "request-parameter-sunset-parse": (parameter(text), parameter("\(text), \(vague)")),
            "request-parameter-removed-with-deprecation": (parameter("\(text), deprecated: true"), plain),
            "request-parameter-removed-before-sunset": (parameter("\(text), \(near)"), plain),
            "sunset-deleted": (document(announced), document("deprecated: true")),
            "callback-added": (plain, document(callback)),
            "callback-removed": (document(callback), plain),
            "new-request-path-parameter": (document(path: "/x/{p}"), document(inPath, path: "/x/{p}")),
        ]
    }()

    /// Members that are sent one way only from now on, or both ways.
    private static let flagged: [String: (old: String, new: String)] = {
        var texts: [String: (old: String, new: String)] = [:]
        for place in [PlacedRule.Place.requestBody, .responseBody] {
            let side = place.isRequest ? "request" : "response"
            for (word, more) in [("optional", ""), ("required", ", required: [a]")] {
                func body(_ flag: String) -> String {
                    place.document("{type: object, properties: {a: {type: string\(flag)}}\(more)}")
                }
                for (keyword, words) in [("readOnly", "read-only"), ("writeOnly", "write-only")] {
                    let (without, with) = (body(""), body(", \(keyword): true"))
                    texts["\(side)-\(word)-property-became-\(words)"] = (without, with)
                    texts["\(side)-\(word)-property-became-not-\(words)"] = (with, without)
                }
            }
        }
        return texts
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
            "api-server-path-added": (servers("{url: /v1}"), servers("{url: /v1}", "{url: /v2}")),
            "api-server-path-removed": (servers("{url: /v1}", "{url: /v2}"), servers("{url: /v1}")),
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
