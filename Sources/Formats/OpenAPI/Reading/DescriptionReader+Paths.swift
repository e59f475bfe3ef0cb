internal import Contracts
internal import Syntax

extension DescriptionReader {
    func readPaths(_ paths: Node?) throws(ContractFailure) -> [Operation] {
        guard let paths, !paths.isNull else { return [] }
        var operations: [Operation] = []
        var shapes: [String: String] = [:]
        for member in try object(paths).members where !member.name.hasPrefix("x-") {
            let template = PathTemplate(member.name)
            guard template.text.hasPrefix("/") else {
                throw failure(.path, member.key, "path '\(template.text)' must begin with '/'")
            }
            operations += try readPathItem(member.value, at: template)
            shapes[template.shape] = template.text
        }
        return operations
    }

    func readWebhooks(_ webhooks: Node?) throws(ContractFailure) -> [Operation] {
        guard let webhooks, !webhooks.isNull else { return [] }
        var operations: [Operation] = []
        for member in try object(webhooks).members where !member.name.hasPrefix("x-") {
            operations += try readPathItem(member.value, at: PathTemplate(verbatim: member.name))
        }
        return operations
    }

    /// The operations of a path item; fields beside its `$ref` go before those behind it.
    func readPathItem(_ node: Node, at path: PathTemplate) throws(ContractFailure) -> [Operation] {
        let behind = try target(node)
        let item = PathItem(fields: node == behind ? [behind] : [node, behind], node: node)
        var operations: [Operation] = []
        for method in HTTPMethod.allCases {
            guard let operation = item[method.rawValue] else { continue }
            operations.append(try readOperation(try target(operation), method, path, item))
        }
        return operations
    }

    private func readOperation(_ node: Node, _ method: HTTPMethod, _ path: PathTemplate, _ item: PathItem)
        throws(ContractFailure) -> Operation
    {
        let servers = try readServers(of: item.holder(of: "servers"), inherited: inheritedServers)
        return Operation(
            method: method,
            path: path,
            node: node,
            pathNode: item.node,
            id: try optionalText("operationId", of: node),
            lifecycle: try readLifecycle(of: node),
            tags: try list("tags", of: node).map(\.text).sorted(),
            parameters: try readParameters(of: node, sharedBy: item.holder(of: "parameters")),
            requestBody: try readRequestBody(node["requestBody"]),
            responses: try readResponses(of: node),
            security: try readSecurity(of: node, inherited: inheritedSecurity),
            servers: try readServers(of: node, inherited: servers),
            callbacks: try readCallbacks(of: node)
        )
    }

    private func readCallbacks(of node: Node) throws(ContractFailure) -> [Callback] {
        var callbacks: [Callback] = []
        for member in try map("callbacks", of: node, skippingExtensions: true) {
            let target = try target(member.value)
            guard openCallbacks.insert(target).inserted else { continue }
            defer { openCallbacks.remove(target) }
            var operations: [Operation] = []
            for expression in target.members where !expression.name.hasPrefix("x-") {
                operations += try readPathItem(expression.value, at: PathTemplate(verbatim: expression.name))
            }
            callbacks.append(Callback(name: member.name, node: target, operations: operations))
        }
        return callbacks
    }

    func readLifecycle(of node: Node) throws(ContractFailure) -> Lifecycle {
        Lifecycle(
            isDeprecated: try flag("deprecated", of: node),
            sunset: node["x-sunset"].map(\.text),
            stability: node["x-stability-level"].map(\.text)
        )
    }
}

/// A path item whose fields may stand beside its `$ref` and behind it.
private struct PathItem {
    let fields: [Node]
    let node: Node

    subscript(name: String) -> Node? { holder(of: name)[name] }

    /// The object that has a field; the one behind the reference where none has it.
    func holder(of name: String) -> Node { fields.first { $0[name] != nil } ?? fields[fields.count - 1] }
}
