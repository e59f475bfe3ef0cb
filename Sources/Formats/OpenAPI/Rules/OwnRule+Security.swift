extension OwnRule {
    /// Examples of who is let in.
    static let security: [String: (old: String, new: String)] = {
        let key = "type: apiKey, name: k, in: header"
        func components(_ scheme: String) -> String { "components: {securitySchemes: {key: {\(scheme)}}}" }
        func secured(_ scheme: String, scopes: String = "") -> String {
            document("security: [{key: [\(scopes)]}]", with: components(scheme))
        }
        func whole(_ scheme: String, scopes: String = "") -> String {
            document(with: "\(components(scheme))\nsecurity: [{key: [\(scopes)]}]")
        }
        func granted(_ flow: String, _ urls: String) -> String {
            "type: oauth2, flows: {\(flow): {\(urls), scopes: {write: may write}}}"
        }
        func address(_ host: String, _ name: String = "tokenUrl") -> String {
            "\(name): 'https://\(host).example.com'"
        }
        func refreshed(_ host: String) -> String {
            granted("clientCredentials", "\(address("a")), \(address(host, "refreshUrl"))")
        }
        func discovered(_ host: String) -> String { "type: openIdConnect, \(address(host, "openIdConnectUrl"))" }
        let application = granted("clientCredentials", address("a"))
        let page = granted("implicit", address("a", "authorizationUrl"))
        let changed: [String: (old: String, new: String)] = [
            "type": (key, "type: http, scheme: basic"),
            "api-key-name": (key, "type: apiKey, name: other, in: header"),
            "api-key-location": (key, "type: apiKey, name: k, in: query"),
            "http-scheme": ("type: http, scheme: basic", "type: http, scheme: bearer"),
            "openid-connect-url": (discovered("a"), discovered("b")),
            "oauth-token-url": (application, granted("clientCredentials", address("b"))),
            "oauth-refresh-url": (refreshed("a"), refreshed("b")),
            "oauth-url": (page, granted("implicit", address("b", "authorizationUrl"))),
        ]
        let others = [
            "api-security-component-oauth-flow-removed": (secured(application), secured(page)),
            "api-security-component-added": (document(), document(with: components(key))),
            "api-security-component-removed": (document(with: components(key)), document()),
            "api-global-security-removed": (whole(key), document(with: components(key))),
            "api-security-scope-added": (secured(application), secured(application, scopes: "write")),
            "api-security-scope-removed": (secured(application, scopes: "write"), secured(application)),
            "api-global-security-scope-added": (whole(application), whole(application, scopes: "write")),
            "api-global-security-scope-removed": (whole(application, scopes: "write"), whole(application)),
        ]
        return changed.reduce(into: others) { texts, change in
            texts["api-security-component-\(change.key)-changed"] = (
                secured(change.value.old), secured(change.value.new)
            )
        }
    }()
}
