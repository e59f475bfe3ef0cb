package import Syntax

/// An address under which the operations are found.
///
/// - SeeAlso: OpenAPI 3.1.1, section 4.8.5.
package struct Server: Sendable {
    /// Where it is declared.
    package let node: Node
    /// The address with every variable that has one value, or a default and no list of values, filled in.
    package let url: String

    /// The path below which all operations lie, without a slash at its end: `/v1`.
    package var basePath: String {
        var rest = url[...]
        if let sides = rest.cut(at: rest.hasPrefix("//") ? "//" : "://") {
            rest = sides.after
            rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
        }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        return rest.isEmpty || rest.hasPrefix("/") ? String(rest) : "/" + rest
    }
}

/// The addresses of an operation.
package struct Servers: Sendable {
    /// Where the list is declared, or what it is inherited from.
    package let node: Node
    /// The addresses; never empty: where nothing is declared, the document's own address counts.
    package let list: [Server]
}
