internal import Syntax

/// An address of a field, read for the names that it leads through.
///
/// | written as | names |
/// |---|---|
/// | `/lines/*/taxCode` | `lines`, `*`, `taxCode` |
/// | `GET /invoices/{id} 200 /status` | `invoices`, `{id}`, `status` |
/// | `GET /invoices query parameter filter.taxCode` | `invoices`, `filter.taxCode`, `filter`, `taxCode` |
/// | `send billing.invoices InvoiceSent /total` | `total` |
/// | `Query.invoices(taxCode:)` | `invoices`, `taxCode` |
/// | `billing.v1.Invoice.tax_code` | `tax_code` |
/// | `schemas/invoice.json /total` | `total` |
package struct FieldAddress: Hashable, Sendable {
    /// The names, outermost first; those of types, packages, channels, messages and files are none of fields.
    package let names: [String]

    /// The words after which the name of a parameter or header follows.
    private static let parts: Set<Substring> = ["query", "header", "cookie", "path", "parameter"]

    /// An address as a shape or a finding writes it.
    package init(_ text: String) {
        guard !text.hasPrefix("/"), text.contains(" ") else {
            names = Self.names(ofWord: text[...])
            return
        }
        let words = text.split(separator: " ")
        names = words.indices.flatMap { index in
            if words[index].hasPrefix("/") { return Self.steps(words[index]) }
            let isNamed = index > 0 && Self.parts.contains(words[index - 1]) && !Self.parts.contains(words[index])
            return isNamed ? Self.names(ofParameter: words[index]) : []
        }
    }

    /// The names of a path, or of a coordinate that a path may follow.
    private static func names(ofWord word: Substring) -> [String] {
        guard !word.hasPrefix("/"), let head = word.split(separator: "/").first else { return steps(word) }
        return names(ofCoordinate: head) + steps(word.dropFirst(head.count))
    }

    /// The steps of a path, read as a JSON Pointer where it is one.
    private static func steps(_ path: Substring) -> [String] {
        Pointer(String(path))?.tokens.filter { !$0.isEmpty } ?? path.split(separator: "/").map(String.init)
    }

    /// The last name of `billing.v1.Invoice.tax_code`, and the argument of `Query.invoices(taxCode:)`.
    private static func names(ofCoordinate coordinate: Substring) -> [String] {
        let parts = coordinate.split { "():".contains($0) }
        let field = parts.first?.split(separator: ".").last
        return ([field].compactMap { $0 } + parts.dropFirst()).map(String.init)
    }

    /// The parameter's name, and where it has several parts such as `filter[taxCode]`, these.
    private static func names(ofParameter name: Substring) -> [String] {
        let parts = name.split { ".[]".contains($0) }
        return (parts.count > 1 ? [name] + parts : [name]).map(String.init)
    }
}
