internal import Contracts
internal import Crypto
internal import Governance
internal import HTTP
internal import Syntax

/// Subjects, their versions and content.
enum SubjectRoutes {
    static func routes(_ endpoint: Endpoint, _ contents: ContentCache) -> [Route] {
        [
            endpoint.route(.get, "/v1/subjects") { request, _, registry in
                .page(try registry.subjects(request.page()), Render.subject)
            },
            endpoint.route(.get, "/v1/subjects/{subject}") { request, _, registry in
                let (record, manifest) = try registry.subject(request.subject())
                return .json(.ok, Render.subject(record, manifest))
            },
            endpoint.route(.get, "/v1/subjects/{subject}/versions") { request, _, registry in
                .page(try registry.versions(of: request.subject(), request.page()), Render.version)
            },
            endpoint.route(.get, "/v1/subjects/{subject}/versions/{version}") { request, _, registry in
                let name = request.path["version"] ?? ""
                let version = try registry.version(name, of: request.subject())
                let (value, tag) = (Render.version(version), "\(version.number)-\(version.raw.hex)")
                return name == "latest"
                    ? .current(value, tag: tag, for: request) : .immutable(value, tag: tag, for: request)
            },
            endpoint.route(.get, "/v1/subjects/{subject}/versions/{version}/content") { request, _, registry in
                try contents.response(to: request, registry)
            },
            endpoint.route(.post, "/v1/subjects/{subject}/baselines") { request, principal, registry in
                let proposal = try ProposalBody(request).proposal(registry, for: request.subject())
                let version = try await registry.adopt(proposal, by: principal, request.mark())
                return .json(.created, Render.version(version))
            },
        ]
    }
}

extension Request {
    /// The subject that the path names.
    func subject() throws(NameError) -> Subject { try name("subject", Subject.init(parsing:)) }
}
