package import Governance
package import HTTP

/// The native REST API of a registry, below `/v1`.
package enum NativeAPI {
    /// The router of all routes; errors are answered as problem+json.
    ///
    /// - Parameters:
    ///   - registry: What is served.
    ///   - metrics: What the server counts, for `/metrics`.
    /// - Returns: The router.
    package static func router(_ registry: Registry, metrics: ServerMetrics) -> Router {
        let endpoint = Endpoint(registry)
        let routes =
            HealthRoutes.routes(endpoint, metrics) + SubjectRoutes.routes(endpoint, ContentCache())
            + SubmissionRoutes.routes(endpoint) + CatalogRoutes.routes(endpoint) + GateRoutes.routes(endpoint)
            + IdentityRoutes.routes(endpoint) + AuditRoutes.routes(endpoint)
        return Router(routes) { error, request in Problem(error).response(to: request) }
    }
}
