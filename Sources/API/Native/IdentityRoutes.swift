internal import Contracts
internal import Governance
internal import HTTP
internal import Syntax

/// Tokens, and who one is.
enum IdentityRoutes {
    static func routes(_ endpoint: Endpoint) -> [Route] {
        [
            endpoint.route(.get, "/v1/whoami") { _, principal, _ in .json(.ok, Render.principal(principal)) },
            endpoint.route(.get, "/v1/tokens") { _, principal, registry in
                let tokens = try registry.tokens(by: principal)
                return .json(.ok, ["items": .array(tokens.map { Render.token($0) }), "next": nil])
            },
            endpoint.route(.post, "/v1/tokens") { request, principal, registry in
                let reader = try request.object(known: ["person", "scopes", "days"])
                let (token, secret) = try await registry.issueToken(
                    for: reader.value("person", PersonID.init(parsing:)),
                    scopes: reader.values("scopes", Role.init(parsing:)),
                    days: reader.number("days", default: Token.standardDays, in: 1...3650),
                    by: principal,
                    request.mark()
                )
                return .json(.created, Render.token(token, secret: secret))
            },
            endpoint.route(.delete, "/v1/tokens/{token}") { request, principal, registry in
                try await registry.revokeToken(request.path["token"] ?? "", by: principal, request.mark())
                return Response(.noContent)
            },
        ]
    }
}
