internal import Contracts
internal import Syntax

extension DescriptionReader {
    func readSecurity(of node: Node, inherited: Security) throws(ContractFailure) -> Security {
        guard let field = node["security"], !field.isNull else { return inherited }
        var alternatives: [SecurityRequirement] = []
        for element in try list("security", of: node) {
            var schemes: [String: Set<String>] = [:]
            for member in try object(element).members {
                guard member.value.isArray else {
                    throw failure(.field, member.value, "'\(member.name)' must be a list of scopes")
                }
                schemes[member.name] = Set(member.value.elements.map(\.text))
            }
            alternatives.append(SecurityRequirement(node: element, schemes: schemes))
        }
        return Security(node: field, alternatives: alternatives, isInherited: node == document.root)
    }

    func readSecuritySchemes(_ field: Node?) throws(ContractFailure) -> [String: SecurityScheme] {
        guard let field, !field.isNull else { return [:] }
        var schemes: [String: SecurityScheme] = [:]
        for member in try object(field).members {
            let node = try target(member.value)
            schemes[member.name] = SecurityScheme(name: member.name, node: node, kind: try readKind(of: node))
        }
        return schemes
    }

    private func readKind(of node: Node) throws(ContractFailure) -> SecurityScheme.Kind {
        switch try text("type", of: node) {
        case "apiKey": return .apiKey(location: try text("in", of: node), name: try text("name", of: node))
        case "http": return .http(scheme: try readScheme(of: node))
        case "oauth2": return .oauth2(try readFlows(of: node))
        case "openIdConnect": return .openIDConnect(url: try text("openIdConnectUrl", of: node))
        case "mutualTLS": return .mutualTLS
        case let other:
            let known = "apiKey, http, oauth2, openIdConnect or mutualTLS"
            throw failure(.field, node["type"] ?? node, "security scheme type '\(other)', expected \(known)")
        }
    }

    private func readScheme(of node: Node) throws(ContractFailure) -> String {
        guard let scheme = try optionalText("scheme", of: node) else {
            remark(.field, node, "field 'scheme' is missing")
            return ""
        }
        return scheme.lowercased()
    }

    private func readFlows(of node: Node) throws(ContractFailure) -> [OAuthFlow] {
        var flows: [OAuthFlow] = []
        for member in try map("flows", of: node, skippingExtensions: true) {
            let flow = try object(member.value)
            var urls: [String: String] = [:]
            for field in ["authorizationUrl", "tokenUrl", "refreshUrl"] {
                urls[field] = try optionalText(field, of: flow)
            }
            let scopes = try map("scopes", of: flow).map(\.name).sorted()
            flows.append(OAuthFlow(name: member.name, urls: urls, scopes: scopes))
        }
        return flows.sorted { $0.name < $1.name }
    }

    func readServers(of node: Node, inherited: Servers) throws(ContractFailure) -> Servers {
        var servers: [Server] = []
        for element in try list("servers", of: node) {
            let url = try text("url", of: try object(element))
            servers.append(Server(node: element, url: try fill(url, from: element)))
        }
        guard let field = node["servers"], !servers.isEmpty else { return inherited }
        return Servers(node: field, list: servers)
    }

    /// The address with its variables' defaults in place of those that may have no other value.
    private func fill(_ url: String, from server: Node) throws(ContractFailure) -> String {
        var filled = url
        for variable in try map("variables", of: server) {
            let values = try list("enum", of: variable.value).map(\.text)
            guard values.count <= 1, let value = variable.value["default"]?.text ?? values.first else { continue }
            guard let sides = filled.cut(at: "{\(variable.name)}") else { continue }
            filled = sides.before + value + sides.after
        }
        return filled
    }
}
