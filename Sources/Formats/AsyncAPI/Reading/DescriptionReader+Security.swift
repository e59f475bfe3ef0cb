internal import Contracts
internal import Syntax

extension DescriptionReader {
    /// What a server or an operation asks of those who come to it.
    func security(of node: Node) throws(ContractFailure) -> Security {
        var alternatives: [Security.Alternative] = []
        for item in try list("security", of: node) ?? [] {
            let needs = version == .v2 ? try namedNeeds(item) : [try need(item)]
            // An empty requirement lets everybody in.
            guard !needs.isEmpty else { return Security(node: node["security"] ?? node, alternatives: []) }
            alternatives.append(Security.Alternative(node: item, needs: needs))
        }
        return Security(node: node["security"] ?? node, alternatives: alternatives)
    }

    /// The schemes that 2.x names with their scopes.
    private func namedNeeds(_ item: Node) throws(ContractFailure) -> [Security.Need] {
        guard item.isObject else { throw failure(.field, item, "expected an object of scheme names") }
        var needs: [Security.Need] = []
        for member in item.members {
            guard let declared = root["components"]?["securitySchemes"]?[member.name] else {
                let message = "security scheme '\(member.name)' is not among 'components/securitySchemes'"
                throw failure(.security, member.key, message)
            }
            let scopes = Set(member.value.elements.compactMap(\.string))
            needs.append(Security.Need(scheme: try scheme(try object(declared)), scopes: scopes))
        }
        return needs
    }

    /// The scheme of 3.x, which says the scopes itself.
    private func need(_ item: Node) throws(ContractFailure) -> Security.Need {
        let node = try object(item)
        let scopes = Set(try list("scopes", of: node)?.compactMap(\.string) ?? [])
        return Security.Need(scheme: try scheme(node), scopes: scopes)
    }

    private func scheme(_ node: Node) throws(ContractFailure) -> SecurityScheme {
        if let known = knownSchemes[node] { return known }
        let scheme = SecurityScheme(
            name: try requiredText("type", of: node),
            identity: CanonicalJSON.bytes(of: Self.identity(of: node), numbers: .exact)
        )
        knownSchemes[node] = scheme
        return scheme
    }

    /// Members that tell people something, or that say which scopes there are.
    private static let silent: Set<String> = ["availableScopes", "bearerFormat", "description", "scopes"]

    private static func identity(of node: Node) -> JSON {
        guard node.isObject else { return node.json }
        let telling = node.members.filter { !silent.contains($0.name) && !$0.name.hasPrefix("x-") }
        return .object(telling.map { JSON.Member($0.name, identity(of: $0.value)) })
    }
}
