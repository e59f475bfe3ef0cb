/// Why a credential for one security scheme is none for another.
enum SchemeDifference: String {
    /// The schemes are of different types.
    case type = "type-changed"
    /// A key goes by another name.
    case keyName = "api-key-name-changed"
    /// A key is carried elsewhere.
    case keyLocation = "api-key-location-changed"
    /// Another HTTP authentication scheme.
    case httpScheme = "http-scheme-changed"
    /// People are sent elsewhere to give their consent.
    case authorizationURL = "oauth-url-changed"
    /// Tokens come from elsewhere.
    case tokenURL = "oauth-token-url-changed"
    /// Tokens are renewed elsewhere.
    case refreshURL = "oauth-refresh-url-changed"
    /// A flow by which the caller gets its tokens is gone.
    case flow = "oauth-flow-removed"
    /// Another OpenID provider.
    case discoveryURL = "openid-connect-url-changed"

    /// What differs; nil if the provider takes what the caller has.
    init?(caller: SecurityScheme.Kind, provider: SecurityScheme.Kind) {
        switch (caller, provider) {
        case (.apiKey(let from, let name), .apiKey(let to, let asked)):
            if from != to { self = .keyLocation } else if name != asked { self = .keyName } else { return nil }
        case (.http(let one), .http(let other)):
            if one == other { return nil }
            self = .httpScheme
        case (.oauth2(let own), .oauth2(let asked)):
            guard let difference = own.lazy.compactMap({ Self.difference(of: $0, from: asked) }).first else {
                return nil
            }
            self = difference
        case (.openIDConnect(let one), .openIDConnect(let other)):
            if one == other { return nil }
            self = .discoveryURL
        case (.mutualTLS, .mutualTLS): return nil
        default: self = .type
        }
    }

    /// The address that a flow does not go to, whatever the document says of it.
    ///
    /// - SeeAlso: OpenAPI 3.1.1, section 4.8.29.
    private static let unused = [
        "implicit": "tokenUrl", "password": "authorizationUrl", "clientCredentials": "authorizationUrl",
    ]

    private static func difference(of flow: OAuthFlow, from flows: [OAuthFlow]) -> SchemeDifference? {
        guard let other = flows.first(where: { $0.name == flow.name }) else { return .flow }
        let urls: [(String, SchemeDifference)] = [
            ("authorizationUrl", .authorizationURL), ("tokenUrl", .tokenURL), ("refreshUrl", .refreshURL),
        ]
        let unused = Self.unused[flow.name] ?? ""
        return urls.first { url, _ in
            url != unused && flow.urls[url] != other.urls[url]
        }?.1
    }
}
