internal import Governance
internal import HTTP

/// Makes routes that know who asks.
struct Endpoint: Sendable {
    /// The registry.
    let registry: Registry
    private let authentication: Authentication
    private let workers = WorkerPool(width: 2)

    /// Octets of content from which on a request is answered by the workers: reading and comparing what it carries
    /// takes milliseconds, for which no loop should stand still.
    private static let heavy = 64 * 1024

    init(_ registry: Registry) {
        self.registry = registry
        authentication = Authentication(registry)
    }

    /// Answers a request of somebody who is known.
    typealias Handler = @Sendable (Request, Principal, Registry) async throws -> Response

    /// A route that every token may use; what else is needed, the registry asks for.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - template: The path.
    ///   - isHeavy: Whether it takes long however small the request is, so that it always goes to the workers.
    ///   - handler: What answers.
    /// - Returns: The route.
    func route(_ method: Method, _ template: String, isHeavy: Bool = false, _ handler: @escaping Handler) -> Route {
        let (registry, authentication, workers) = (registry, authentication, workers)
        return Route(method, template) { request in
            let principal = try authentication.principal(of: request)
            guard isHeavy || request.body.count > Self.heavy else {
                return try await handler(request, principal, registry)
            }
            return try await withTaskExecutorPreference(workers) {
                try await handler(request, principal, registry)
            }
        }
    }
}
