internal import Contracts
internal import Syntax

/// The parameters of a path item or operation, by how OpenAPI 3 carries them.
struct SwaggerParameters {
    /// Those that stay parameters, and what is none: the reader refuses it.
    private(set) var carried: [Node] = []
    /// The fields of a form.
    private(set) var fields: [Node] = []
    /// The body.
    private(set) var body: Node?

    /// Reads a list of parameters, references followed; what is no list has none.
    init(_ list: Node?, _ follow: (Node) throws(ContractFailure) -> Node) throws(ContractFailure) {
        for element in list.map({ Array($0.elements) }) ?? [] {
            let node = try follow(element)
            switch node["in"]?.string {
            case "body" where body == nil: body = node
            case "formData": fields.append(node)
            default: carried.append(node)
            }
        }
    }

    /// The body of an operation and the fields of its form, those of its path item included that it does not declare
    /// itself.
    func inheriting(_ shared: SwaggerParameters) -> SwaggerParameters {
        var all = self
        let names = Set(fields.map { $0["name"]?.text ?? "" })
        all.fields = shared.fields.filter { !names.contains($0["name"]?.text ?? "") } + fields
        all.body = body ?? (fields.isEmpty ? shared.body : nil)
        return all
    }
}
