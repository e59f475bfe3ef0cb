internal import Contracts
internal import Syntax

extension DescriptionReader {
    func readRequestBody(_ field: Node?) throws(ContractFailure) -> RequestBody? {
        guard let field, !field.isNull else { return nil }
        let node = try target(field)
        if let known = knownBodies[node] { return known }
        let body = RequestBody(
            node: node,
            isRequired: try flag("required", of: node),
            content: try readContent(of: node)
        )
        knownBodies[node] = body
        return body
    }

    func readResponses(of operation: Node) throws(ContractFailure) -> [Response] {
        var responses: [Response] = []
        for member in try map("responses", of: operation, skippingExtensions: true) {
            guard let status = StatusRange(member.name) else {
                let expected = "a status code such as 200, a class such as 2XX, or 'default'"
                throw failure(.field, member.key, "response '\(member.name)': expected \(expected)")
            }
            responses.append(try readResponse(member.value, status))
        }
        return responses
    }

    private func readResponse(_ field: Node, _ status: StatusRange) throws(ContractFailure) -> Response {
        let node = try target(field)
        let isShared = node != field
        if isShared, let known = knownResponses[node] {
            return Response(status: status, node: node, content: known.content, headers: known.headers)
        }
        let response = Response(
            status: status,
            node: node,
            content: try readContent(of: node),
            headers: try readHeaders(of: node)
        )
        if isShared { knownResponses[node] = response }
        return response
    }

    func readContent(of node: Node) throws(ContractFailure) -> [MediaContent] {
        var content: [MediaContent] = []
        for member in try map("content", of: node) {
            let target = try target(member.value)
            content.append(
                MediaContent(
                    range: range(member.name),
                    node: target,
                    schema: try readSchema(target["schema"]),
                    encoding: try readEncoding(of: target)
                )
            )
        }
        return content
    }

    /// A few media types are named at every operation.
    private func range(_ text: String) -> MediaRange {
        if let known = knownRanges[text] { return known }
        let range = MediaRange(text)
        knownRanges[text] = range
        return range
    }

    private func readEncoding(of node: Node) throws(ContractFailure) -> [String: EncodingRule] {
        var rules: [String: EncodingRule] = [:]
        for member in try map("encoding", of: node) {
            let node = try object(member.value)
            let isStyled = ["style", "explode", "allowReserved"].contains { node[$0] != nil }
            rules[member.name] = EncodingRule(
                node: node,
                contentType: try optionalText("contentType", of: node),
                style: isStyled ? try readStyle(node, "form") : nil,
                headers: try readHeaders(of: node)
            )
        }
        return rules
    }

    func readSchema(_ field: Node?) throws(ContractFailure) -> SchemaUse? {
        guard let field else { return nil }
        guard field.isObject || (field.bool != nil && version == .v31) else {
            throw failure(.field, field, "expected a schema")
        }
        try checkReferences(in: field)
        return SchemaUse(node: field)
    }

    /// Every schema that is reached from here must be there; each is looked at once.
    ///
    /// A keyword whose value cannot be is refused; one that can be passed over is remarked.
    private func checkReferences(in schema: Node) throws(ContractFailure) {
        var waiting = [schema]
        while let node = waiting.popLast() {
            guard node.isObject, knownSchemas.insert(node) else { continue }
            let links = SchemaLinks(of: node)
            if let fault = links.fault {
                throw failure(.schema, fault.node, "expected \(fault.expected), found \(fault.node.shortText)")
            }
            for oddity in links.oddities { remark(.schema, oddity.node, oddity.message) }
            for reference in links.references { waiting.append(try references.followed(reference)) }
            waiting += links.inner
        }
    }
}

extension Node {
    /// The value for a message: what a scalar is, or the kind of a container.
    fileprivate var shortText: String {
        switch kind {
        case .object: "an object"
        case .array: "a list"
        case .string: "'\(text)'"
        case .number: text
        case .true: "true"
        case .false: "false"
        case .null: "null"
        }
    }
}
