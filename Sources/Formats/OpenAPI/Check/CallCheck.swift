internal import Contracts
internal import Syntax

/// Checks what no single object shows: paths against their parameters, names that must be unique or declared.
struct CallCheck {
    private let description: APIDescription
    private(set) var remarks: [ContractFailure] = []

    init(of description: APIDescription) {
        self.description = description
        checkPaths()
        checkOperationIDs()
        for operation in description.operations {
            checkParameters(of: operation)
            checkSecurity(of: operation)
            checkResponses(of: operation)
        }
    }

    /// Two paths that stand for the same URLs cannot be told apart.
    private mutating func checkPaths() {
        var texts: [String: String] = [:]
        for operation in description.operations {
            let path = operation.path
            if let other = texts[path.shape], other != path.text {
                remark(.path, operation.pathNode, "path '\(path.text)' stands for the same URLs as '\(other)'")
            }
            texts[path.shape] = path.text
        }
    }

    private mutating func checkOperationIDs() {
        var names: [String: String] = [:]
        for operation in description.operations + description.webhooks {
            guard let id = operation.id else { continue }
            if let other = names.updateValue(operation.name, forKey: id) {
                let node = operation.node["operationId"] ?? operation.node
                remark(.duplicate, node, "operationId '\(id)' is also that of \(other)")
            }
        }
    }

    private mutating func checkParameters(of operation: Operation) {
        let declared = operation.parameters.filter { $0.location == .path }
        for parameter in declared where operation.path.position(of: parameter.name) == nil {
            remark(.path, parameter.node, "\(parameter.title) has no place in '\(operation.path.text)'")
        }
        let names = Set(declared.map(\.name))
        for name in operation.path.parameters where !names.contains(name) {
            remark(.path, operation.node, "path parameter '\(name)' of '\(operation.path.text)' is not declared")
        }
        let repeated = Dictionary(grouping: operation.path.parameters) { $0 }.filter { $0.value.count > 1 }
        for name in repeated.keys.sorted() {
            remark(.path, operation.pathNode, "'{\(name)}' stands twice in '\(operation.path.text)'")
        }
    }

    private mutating func checkSecurity(of operation: Operation) {
        for requirement in operation.security.alternatives {
            for name in requirement.schemes.keys.sorted() where description.securitySchemes[name] == nil {
                remark(.security, requirement.node, "security scheme '\(name)' is not declared under components")
            }
        }
    }

    private mutating func checkResponses(of operation: Operation) {
        guard let responses = operation.node["responses"], operation.responses.isEmpty else { return }
        remark(.field, responses, "\(operation.name) declares no response, expected at least one")
    }

    private mutating func remark(_ code: OpenAPIFailure, _ node: Node, _ message: String) {
        let remark = code.at(node, message, file: description.file)
        // What the document inherits to all operations is remarked once.
        if remarks.last != remark, !remarks.contains(remark) { remarks.append(remark) }
    }
}
