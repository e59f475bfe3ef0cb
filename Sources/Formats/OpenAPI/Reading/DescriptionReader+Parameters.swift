internal import Contracts
internal import Syntax

extension DescriptionReader {
    /// An operation's parameters in the order of the text; those of its path item that it does not declare itself
    /// come first.
    func readParameters(of operation: Node, sharedBy item: Node) throws(ContractFailure) -> [Parameter] {
        let own = try readParameterList(of: operation)
        let shared = try readParameterList(of: item)
        guard !shared.isEmpty else { return own }
        let names = Set(own.map(ParameterName.init))
        return shared.filter { !names.contains(ParameterName($0)) } + own
    }

    private func readParameterList(of node: Node) throws(ContractFailure) -> [Parameter] {
        var parameters: [Parameter] = []
        var names: Set<ParameterName> = []
        for element in try list("parameters", of: node) {
            let parameter = try readParameter(element)
            guard names.insert(ParameterName(parameter)).inserted else {
                let what = "\(parameter.location.rawValue) parameter '\(parameter.name)'"
                throw failure(.duplicate, element, "\(what) is declared twice")
            }
            parameters.append(parameter)
        }
        return parameters
    }

    private func readParameter(_ element: Node) throws(ContractFailure) -> Parameter {
        let node = try target(element)
        let isShared = node != element
        if isShared, let known = knownParameters[node] { return known }
        let name = try text("name", of: node)
        let place = try required("in", of: node)
        guard let location = place.string.flatMap(Parameter.Location.init(rawValue:)) else {
            let known = Parameter.Location.allCases.map(\.rawValue).joined(separator: ", ")
            throw failure(.field, place, "parameter '\(name)' is in '\(place.text)', expected one of \(known)")
        }
        let value = try readCarried(node, styledAs: location == .query || location == .cookie ? "form" : "simple")
        if location == .path, !value.isRequired {
            remark(.field, node, "path parameter '\(name)' must have 'required: true'")
        }
        let parameter = Parameter(location: location, name: name, value: value)
        if isShared { knownParameters[node] = parameter }
        return parameter
    }

    func readHeaders(of node: Node) throws(ContractFailure) -> [Header] {
        var headers: [Header] = []
        for member in try map("headers", of: node) where member.name.lowercased() != "content-type" {
            let target = try target(member.value)
            headers.append(Header(name: member.name, value: try readHeader(target)))
        }
        return headers
    }

    private func readHeader(_ node: Node) throws(ContractFailure) -> CarriedValue {
        if let known = knownHeaders[node] { return known }
        let value = try readCarried(node, styledAs: "simple")
        knownHeaders[node] = value
        return value
    }

    private func readCarried(_ node: Node, styledAs standard: String) throws(ContractFailure) -> CarriedValue {
        CarriedValue(
            node: node,
            isRequired: try flag("required", of: node),
            lifecycle: try readLifecycle(of: node),
            writing: try readWriting(node, styledAs: standard)
        )
    }

    private func readWriting(_ node: Node, styledAs standard: String) throws(ContractFailure)
        -> CarriedValue.Writing
    {
        if let content = try readContent(of: node).first {
            guard node["schema"] == nil else {
                throw failure(.field, node, "expected either 'schema' or 'content', found both")
            }
            return .content(content)
        }
        return .style(try readStyle(node, standard), try readSchema(node["schema"]))
    }

    func readStyle(_ node: Node, _ standard: String) throws(ContractFailure) -> CarriedValue.Style {
        let name = try optionalText("style", of: node) ?? standard
        return CarriedValue.Style(
            name: name,
            isExploded: try flag("explode", of: node, default: name == "form"),
            allowsReserved: try flag("allowReserved", of: node)
        )
    }
}

/// What tells parameters of one operation apart.
private struct ParameterName: Hashable {
    let location: Parameter.Location
    let name: String

    init(_ parameter: Parameter) {
        location = parameter.location
        name = location == .header ? parameter.name.lowercased() : parameter.name
    }
}
