internal import Contracts
internal import Syntax

extension DescriptionReader {
    func readServers() throws(ContractFailure) -> [Server] {
        var servers: [Server] = []
        for member in try entries("servers", of: root) {
            let node = try object(member.value)
            serverKeys[member.value] = member.name
            serverKeys[node] = member.name
            servers.append(try server(member.name, node))
        }
        return servers
    }

    private func server(_ key: String, _ node: Node) throws(ContractFailure) -> Server {
        Server(
            key: key,
            node: node,
            address: try address(of: node),
            protocolName: try requiredText("protocol", of: node).lowercased(),
            protocolVersion: try text("protocolVersion", of: node),
            variables: try variables(of: node),
            security: try security(of: node),
            bindings: try bindings(of: node)
        )
    }

    private func address(of node: Node) throws(ContractFailure) -> ServerAddress {
        guard version == .v3 else {
            let plain = ServerAddress(url: try requiredText("url", of: node))
            return ServerAddress(host: plain.host, path: plain.path)
        }
        return ServerAddress(
            host: try requiredText("host", of: node),
            path: try text("pathname", of: node) ?? ""
        )
    }

    private func variables(of server: Node) throws(ContractFailure) -> [ServerVariable] {
        var variables: [ServerVariable] = []
        for member in try entries("variables", of: server) {
            let node = try object(member.value)
            var values: Set<String>?
            for value in try list("enum", of: node) ?? [] {
                guard value.isString || value.isNumber else {
                    throw failure(.field, value, "'enum' must be a list of strings")
                }
                values = (values ?? []).union([value.text])
            }
            let standard = node["default"].flatMap { $0.isString || $0.isNumber ? $0.text : nil }
            variables.append(ServerVariable(name: member.name, node: node, values: values, standard: standard))
        }
        return variables
    }
}
