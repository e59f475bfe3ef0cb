internal import Governance
internal import HTTP
internal import Synchronization

/// Who sends a request: known by the bearer token alone.
///
/// What was found is kept until anything about tokens or people changes, so that a known token costs one look-up in
/// memory.
final class Authentication: Sendable {
    private struct Known {
        var generation = -1
        /// By the whole field that names them.
        var principals: [String: Principal] = [:]
    }

    private let registry: Registry
    private let known = Mutex(Known())

    /// Tokens that are kept at most; beyond, all are looked up anew.
    private static let mostKept = 4096

    init(_ registry: Registry) { self.registry = registry }

    /// The sender of a request.
    ///
    /// - Throws: ``RegistryError`` of kind `unauthenticated`.
    func principal(of request: Request) throws -> Principal {
        guard let field = request.fields["Authorization"] else {
            throw RegistryError(
                .unauthenticated,
                "TOKEN_MISSING",
                "the request carries no token",
                "send 'Authorization: Bearer canon_…'"
            )
        }
        let generation = registry.identityGeneration
        let kept = known.withLock { $0.generation == generation ? $0.principals[field] : nil }
        if let kept, kept.expiresAt > registry.now { return kept }
        let principal = try registry.principal(secret: Self.secret(in: field))
        known.withLock { known in
            if known.generation != generation || known.principals.count >= Self.mostKept {
                known = Known(generation: generation)
            }
            known.principals[field] = principal
        }
        return principal
    }

    private static func secret(in field: String) throws -> String {
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw RegistryError(
                .unauthenticated,
                "TOKEN_MALFORMED",
                "the Authorization field is no bearer token",
                "send 'Authorization: Bearer canon_…'"
            )
        }
        return String(parts[1])
    }
}
