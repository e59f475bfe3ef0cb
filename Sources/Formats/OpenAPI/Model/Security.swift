package import Syntax

/// A way to show who calls.
///
/// - SeeAlso: OpenAPI 3.1.1, section 4.8.27.
package struct SecurityScheme: Sendable {
    /// The name under which requirements refer to it.
    package let name: String
    /// Where it is declared.
    package let node: Node
    /// What a caller has to do.
    package let kind: Kind

    /// What a caller has to do; equal kinds are satisfied by the same credentials.
    package enum Kind: Hashable, Sendable {
        /// A key in a header, query parameter or cookie.
        case apiKey(location: String, name: String)
        /// An HTTP authentication scheme, lower case, such as `bearer`.
        case http(scheme: String)
        /// A token by one of these flows.
        case oauth2([OAuthFlow])
        /// A token by OpenID Connect, discovered at this address.
        case openIDConnect(url: String)
        /// A client certificate.
        case mutualTLS
    }
}

/// A way to get a token.
package struct OAuthFlow: Hashable, Sendable {
    /// Such as `clientCredentials`.
    package let name: String
    /// The addresses by their field: `authorizationUrl`, `tokenUrl`, `refreshUrl`.
    package let urls: [String: String]
    /// The scopes that it can give, sorted.
    package let scopes: [String]
}

/// One alternative: all of its schemes together let a caller in.
///
/// One without schemes lets everyone in.
package struct SecurityRequirement: Sendable {
    /// Where it is declared.
    package let node: Node
    /// The scopes needed of each scheme, by the scheme's name.
    package let schemes: [String: Set<String>]
}

/// What lets a caller in: any one of the alternatives.
package struct Security: Sendable {
    /// Where the list is declared, or what it is inherited from.
    package let node: Node
    /// The alternatives; empty lets everyone in.
    package let alternatives: [SecurityRequirement]
    /// Whether it is the document's, and not the operation's own.
    package let isInherited: Bool
}
