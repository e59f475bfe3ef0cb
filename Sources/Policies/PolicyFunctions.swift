internal import Contracts
internal import Syntax

/// The functions that policy documents can apply, by name.
package struct PolicyFunctions: Sendable {
    private let byName: [String: any PolicyFunction.Type]

    /// The functions of a list.
    package init(_ functions: [any PolicyFunction.Type]) {
        byName = Dictionary(functions.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The names, sorted.
    package var names: [String] { byName.keys.sorted() }

    /// The function that a document applies, with its parameters.
    func function(of reader: MemberReader) throws(ContractFailure) -> any PolicyFunction {
        let name = try reader.text("rule")
        guard let function = byName[name] else {
            throw reader.failure(
                at: reader.node["rule"] ?? reader.node,
                "rule '\(name)' is not known; known are \(names.joined(separator: ", "))"
            )
        }
        return try function.init(reader.part("parameters", known: function.parameters))
    }
}
