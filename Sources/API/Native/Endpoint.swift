internal import Governance
internal import HTTP

/// Makes routes that know who asks.
struct Endpoint: Sendable {
    /// The registry.
    let registry: Registry
    private let authentication: Authentication

    init(_ registry: Registry) {
        self.registry = registry
        authentication = Authentication(registry)
    }

    /// Answers a request of somebody who is known.
    typealias Handler = @Sendable (Request, Principal, Registry) async throws -> Response

    /// A route that every token may use; what else is needed, the registry asks for.
    func route(_ method: Method, _ template: String, _ handler: @escaping Handler) -> Route {
        let (registry, authentication) = (registry, authentication)
        return Route(method, template) { request in
            let principal = try authentication.principal(of: request)
            return try await handler(request, principal, registry)
        }
    }
}
