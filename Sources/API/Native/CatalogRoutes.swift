internal import Contracts
internal import Governance
internal import HTTP
internal import Policies
internal import Syntax

/// The catalog and the policies.
enum CatalogRoutes {
    static func routes(_ endpoint: Endpoint) -> [Route] {
        [
            endpoint.route(.get, "/v1/catalog/{kind}") { request, _, registry in
                let items = try registry.items(request.kind())
                return .json(.ok, ["items": .array(items.map { $0.node.json }), "next": nil])
            },
            endpoint.route(.get, "/v1/catalog/{kind}/{name}") { request, _, registry in
                let (kind, name) = (try request.kind(), request.path["name"] ?? "")
                guard let item = try registry.items(kind).first(where: { $0.item.name == name }) else {
                    throw RegistryError(
                        .missing,
                        "CATALOG_UNKNOWN",
                        "there is no \(kind.rawValue) '\(name.prefix(60))'",
                        "see GET /v1/catalog/\(kind.rawValue)"
                    )
                }
                return .json(.ok, item.node.json)
            },
            endpoint.route(.put, "/v1/catalog/{kind}/{name}") { request, principal, registry in
                let node = try Document.json(request.body, limits: .request).root
                let (kind, name) = (try request.kind(), request.path["name"] ?? "")
                guard node["name"]?.string == name else {
                    throw RegistryError(
                        .invalid,
                        "CATALOG_OTHER_NAME",
                        "the item's 'name' is not '\(name.prefix(60))'",
                        "make both the same"
                    )
                }
                let declared = try await registry.declare(kind, node, by: principal, request.mark())
                return .json(declared == .new ? .created : .ok, ["result": .string(declared.rawValue)])
            },
            endpoint.route(.get, "/v1/policies") { _, _, registry in
                let policies = try registry.policies().map { Render.policy($0.policy, $0.node) }
                return .json(.ok, ["items": .array(policies), "next": nil])
            },
            endpoint.route(.get, "/v1/policies/{policy}") { request, _, registry in
                let id = try request.policy()
                guard let found = try registry.policies().first(where: { $0.policy.id == id }) else {
                    throw RegistryError(
                        .missing,
                        "POLICY_UNKNOWN",
                        "there is no policy '\(id)'",
                        "see GET /v1/policies"
                    )
                }
                return .json(.ok, Render.policy(found.policy, found.node))
            },
            endpoint.route(.put, "/v1/policies/{policy}") { request, principal, registry in
                let node = try Document.json(request.body, limits: .request).root
                let id = try request.policy()
                guard node["policy"]?.string == id.name else {
                    throw RegistryError(
                        .invalid,
                        "POLICY_OTHER_NAME",
                        "the document's 'policy' is not '\(id)'",
                        "make both the same"
                    )
                }
                let declared = try await registry.declare(policy: node, by: principal, request.mark())
                return .json(declared == .new ? .created : .ok, ["result": .string(declared.rawValue)])
            },
            endpoint.route(.delete, "/v1/policies/{policy}") { request, principal, registry in
                try await registry.removePolicy(request.policy(), by: principal, request.mark())
                return Response(.noContent)
            },
        ]
    }
}

extension Request {
    fileprivate func policy() throws(NameError) -> PolicyID { try name("policy", PolicyID.init(parsing:)) }

    fileprivate func kind() throws -> CatalogItem.Kind {
        guard let kind = CatalogItem.Kind(rawValue: path["kind"] ?? "") else {
            let known = CatalogItem.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw RegistryError(
                .missing,
                "CATALOG_KIND_UNKNOWN",
                "the catalog has no such kind",
                "use one of: \(known)"
            )
        }
        return kind
    }
}
