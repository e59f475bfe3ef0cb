internal import Contracts
internal import Syntax

extension SwaggerConversion {
    mutating func writePaths() throws(ContractFailure) {
        guard let paths = root["paths"] else { return }
        tree.key("paths", at: paths)
        guard paths.isObject else { return tree.copy(paths) }
        tree.beginObject(at: paths)
        for member in paths.members {
            tree.key(member.key)
            if member.name.hasPrefix("x-") { tree.copy(member.value) } else { try writePathItem(member.value) }
        }
        tree.end()
    }

    private mutating func writePathItem(_ item: Node) throws(ContractFailure) {
        guard item.isObject else { return tree.copy(item) }
        let shared = try parameters(of: item)
        tree.beginObject(at: item)
        copyMembers(of: item, named: ["$ref"])
        if let list = item["parameters"] { writeParameters(shared, at: list) }
        for member in item.members where Self.methods.contains(member.name) {
            tree.key(member.key)
            try writeOperation(member.value, shared)
        }
        tree.end()
    }

    private mutating func writeOperation(_ operation: Node, _ shared: SwaggerParameters) throws(ContractFailure) {
        guard operation.isObject else { return tree.copy(operation) }
        let own = try parameters(of: operation)
        tree.beginObject(at: operation)
        copyMembers(
            of: operation,
            named: ["tags", "summary", "description", "externalDocs", "operationId", "deprecated", "security"]
        )
        if let list = operation["parameters"] { writeParameters(own, at: list) }
        writeBody(own.inheriting(shared), taking: operation["consumes"] ?? root["consumes"])
        if let schemes = operation["schemes"] { writeServers(schemes: schemes, at: operation) }
        if let responses = operation["responses"] {
            try writeResponses(responses, giving: operation["produces"] ?? root["produces"])
        }
        tree.end()
    }

    private mutating func parameters(of node: Node) throws(ContractFailure) -> SwaggerParameters {
        try SwaggerParameters(node["parameters"]) { node throws(ContractFailure) in try inline(node) }
    }

    private static let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch"]
}

extension SwaggerConversion {
    private mutating func writeResponses(_ responses: Node, giving produces: Node?) throws(ContractFailure) {
        tree.key("responses", at: responses)
        guard responses.isObject else { return tree.copy(responses) }
        tree.beginObject(at: responses)
        for member in responses.members {
            tree.key(member.key)
            if member.name.hasPrefix("x-") {
                tree.copy(member.value)
            } else {
                writeResponse(try inline(member.value), giving: produces)
            }
        }
        tree.end()
    }

    private mutating func writeResponse(_ response: Node, giving produces: Node?) {
        guard response.isObject, response["$ref"] == nil else { return tree.copy(response) }
        tree.beginObject(at: response)
        copyMembers(of: response, named: ["description"])
        if let headers = response["headers"] { writeHeaders(headers) }
        if let schema = response["schema"] {
            writeContent(of: SwaggerMedia.list(produces, at: schema), at: schema) { $0.writeSchema(schema) }
        }
        tree.end()
    }

    private mutating func writeHeaders(_ headers: Node) {
        tree.key("headers", at: headers)
        guard headers.isObject else { return tree.copy(headers) }
        tree.beginObject(at: headers)
        for member in headers.members {
            tree.key(member.key)
            writeHeader(member.value)
        }
        tree.end()
    }

    private mutating func writeHeader(_ header: Node) {
        guard header.isObject else { return tree.copy(header) }
        tree.beginObject(at: header)
        copyMembers(of: header, named: ["description"])
        writeStyle(of: header, in: "header")
        tree.key("schema", at: header)
        writeValueSchema(of: header)
        tree.end()
    }
}
