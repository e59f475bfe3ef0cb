internal import Syntax

/// One kind of message, its traits merged in.
struct Message: Sendable {
    /// Its `name`, where it has one.
    let name: String?
    /// Its key in the channel or among the components, or its `messageId`; nil where it stands inline in 2.x.
    let key: String?
    let node: Node
    /// The media type that holds, be it the document's own.
    let contentType: MediaType?
    let headers: Content?
    let payload: Content?
    let correlation: Correlation?
    let bindings: [Binding]

    /// What tells it apart from others.
    var identity: String? { name ?? key }
    /// What people call it.
    var label: String { identity ?? "message" }
}

/// Where a message has the text by which it is matched with others.
struct Correlation: Sendable {
    let node: Node
    /// Such as `$message.header#/correlationId`.
    let location: String
}

/// A media type; case, and a charset that is the usual one, do not count.
struct MediaType: Hashable, Sendable {
    let text: String

    init(_ written: String) {
        let parts = written.lowercased().split(separator: ";").map { $0.filter { $0 != " " && $0 != "\"" } }
        let parameters = parts.dropFirst().filter { $0 != "charset=utf-8" }.sorted()
        text = ([parts.first ?? ""] + parameters).joined(separator: ";")
    }

    /// Whether it is JSON, or a kind of it.
    var isJSON: Bool {
        let type = text.prefix { $0 != ";" }
        return type.hasSuffix("/json") || type.hasSuffix("+json")
    }

    static let json = MediaType("application/json")
}
