internal import Syntax

extension SwaggerConversion {
    mutating func writeSecuritySchemes(_ definitions: Node) {
        guard definitions.isObject else { return tree.copy(definitions) }
        tree.beginObject(at: definitions)
        for member in definitions.members {
            tree.key(member.key)
            writeSecurityScheme(member.value)
        }
        tree.end()
    }

    private mutating func writeSecurityScheme(_ scheme: Node) {
        switch scheme["type"]?.string {
        case "basic": writeBasic(scheme)
        case "oauth2": writeOAuth(scheme)
        default: tree.copy(scheme)
        }
    }

    private mutating func writeBasic(_ scheme: Node) {
        tree.beginObject(at: scheme)
        for (key, value) in [("type", "http"), ("scheme", "basic")] {
            tree.key(key, at: scheme)
            tree.string(value, at: scheme)
        }
        copyMembers(of: scheme, named: ["description"])
        tree.end()
    }

    private mutating func writeOAuth(_ scheme: Node) {
        tree.beginObject(at: scheme)
        copyMembers(of: scheme, named: ["type", "description"])
        let flow = scheme["flow"] ?? scheme
        tree.key("flows", at: flow)
        tree.beginObject(at: flow)
        if scheme["flow"] != nil {
            tree.key(Self.flows[flow.text] ?? flow.text, at: flow)
            tree.beginObject(at: scheme)
            copyMembers(of: scheme, named: ["authorizationUrl", "tokenUrl", "scopes"])
            tree.end()
        }
        tree.end()
        tree.end()
    }

    /// What flows were called before.
    private static let flows = ["application": "clientCredentials", "accessCode": "authorizationCode"]
}
