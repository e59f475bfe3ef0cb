/// A path with places for parameters, such as `/invoices/{id}/lines`.
///
/// - SeeAlso: OpenAPI 3.1.1, section 4.8.8.2.
package struct PathTemplate: Hashable, Sendable {
    /// The path as it is written.
    package let text: String
    /// The path with every parameter's name left out: equal for templates that stand for the same URLs.
    package let shape: String
    /// The names of the parameters in the order in which they stand.
    package let parameters: [String]

    /// Reads a template; a brace that is not closed stands for itself.
    package init(_ text: String) {
        var shape = ""
        var names: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            shape += rest[..<open] + "{}"
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        self.text = text
        self.shape = shape + rest
        parameters = names
    }

    /// A name or expression that is matched as it is written.
    init(verbatim text: String) {
        self.text = text
        shape = text
        parameters = []
    }

    /// Index of the parameter with a name, counted from 0.
    package func position(of name: String) -> Int? { parameters.firstIndex(of: name) }
}
