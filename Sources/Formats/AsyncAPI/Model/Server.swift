internal import Syntax

/// Where a broker, or the application itself, is reached.
struct Server: Sendable {
    let key: String
    let node: Node
    let address: ServerAddress
    let protocolName: String
    let protocolVersion: String?
    let variables: [ServerVariable]
    let security: Security
    let bindings: [Binding]
}

/// Host and path, as both lines of the specification come to.
struct ServerAddress: Hashable, Sendable {
    let host: String
    let path: String

    /// What people call it.
    var text: String { host + path }

    /// The address of a `url` of 2.x, in which a scheme may stand before the host.
    init(url: String) {
        var rest = url[...]
        if let sides = rest.cut(at: "://") { rest = sides.after }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        self.init(host: String(rest[..<slash]), path: String(rest[slash...]))
    }

    /// The address of a `host` and a `pathname` of 3.x.
    init(host: String, path: String) {
        self.host = host
        let inner = path.hasPrefix("/") ? path.dropFirst() : path[...]
        let plain = inner.hasSuffix("/") ? inner.dropLast() : inner
        self.path = plain.isEmpty ? "" : "/" + plain
    }
}

/// A part of a server's address that varies.
struct ServerVariable: Sendable {
    let name: String
    let node: Node
    /// What it may be; nil for anything.
    let values: Set<String>?
    let standard: String?
}
