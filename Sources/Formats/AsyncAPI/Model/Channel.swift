internal import Syntax

/// Where messages go through.
struct Channel: Sendable {
    let key: String
    let node: Node
    /// The address as it is written; nil where it is known at run time only.
    let address: String?
    let parameters: [AddressParameter]
    /// Keys of the servers that have it; nil where all do.
    let servers: Set<String>?
    let messages: [Message]
    let bindings: [Binding]

    /// What people call it.
    var name: String { address ?? key }
    /// The address without the names of its parameters, which nobody sees.
    var form: String? { address.map { AddressTemplate($0).form } }
}

/// A part of an address that varies.
struct AddressParameter: Sendable {
    let name: String
    let node: Node
    /// What its text may be.
    let values: Content
}

/// An address with parts in braces.
struct AddressTemplate {
    /// The address with `{}` for each part that varies.
    let form: String
    /// The names of these parts, in their order.
    let names: [String]

    init(_ text: String) {
        var (form, names) = ("", [String]())
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            form += rest[..<open] + "{}"
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        self.form = form + rest
        self.names = names
    }
}
