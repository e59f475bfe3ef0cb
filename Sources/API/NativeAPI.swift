package import Governance
package import HTTP

/// The native REST API of a registry, below `/v1`.
package enum NativeAPI {
    /// The router of all routes; errors are answered as problem+json.
    ///
    /// - Parameters:
    ///   - registry: What is served.
    ///   - metrics: What the server counts, for `/metrics`.
    ///   - report: Told of every error that is the registry's own trouble; its text goes to the operator, never to who
    ///     asked.
    /// - Returns: The router.
    package static func router(
        _ registry: Registry,
        metrics: ServerMetrics,
        report: @escaping @Sendable (any Error, Request) -> Void = { _, _ in }
    ) -> Router {
        let endpoint = Endpoint(registry)
        let routes =
            HealthRoutes.routes(endpoint, metrics) + SubjectRoutes.routes(endpoint, ContentCache())
            + SubmissionRoutes.routes(endpoint) + CatalogRoutes.routes(endpoint) + GateRoutes.routes(endpoint)
            + IdentityRoutes.routes(endpoint) + AuditRoutes.routes(endpoint)
        return Router(routes) { error, request in
            let problem = Problem(error)
            if problem.isOurs { report(error, request) }
            return problem.response(to: request)
        }
    }
}
