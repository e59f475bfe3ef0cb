internal import Governance
internal import HTTP
internal import Syntax

extension Response {
    /// An answer with a JSON value.
    static func json(_ status: Status, _ value: JSON, fields: Fields = Fields()) -> Response {
        json(status, value.bytes, fields: fields)
    }

    /// An answer with the text of a JSON value.
    static func json(_ status: Status, _ text: [UInt8], fields: Fields = Fields()) -> Response {
        var fields = fields
        fields.append("Content-Type", "application/json")
        if fields["Cache-Control"] == nil { fields.append("Cache-Control", "no-store") }
        return Response(status, fields: fields, body: text + [UInt8(ascii: "\n")])
    }

    /// An answer with a value that never changes: it may be kept, and is not sent again to who has it.
    static func immutable(_ value: JSON, tag: String, for request: Request) -> Response {
        let fields: Fields = ["ETag": "\"\(tag)\"", "Cache-Control": "private, max-age=31536000, immutable"]
        guard !request.has(tag: tag) else { return Response(.notModified, fields: fields) }
        return json(.ok, value, fields: fields)
    }

    /// An answer with a value that the next request may find changed, and that need not be sent again while it is not.
    static func current(_ value: JSON, tag: String, for request: Request) -> Response {
        let fields: Fields = ["ETag": "\"\(tag)\"", "Cache-Control": "no-cache"]
        guard !request.has(tag: tag) else { return Response(.notModified, fields: fields) }
        return json(.ok, value, fields: fields)
    }

    /// A page of a listing: `{"items", "next"}`.
    static func page<Item>(_ page: Page<Item>, _ render: (Item) throws -> JSON) rethrows -> Response {
        json(.ok, ["items": .array(try page.items.map(render)), "next": .optional(page.next)])
    }
}

extension Request {
    /// Whether the client says that it has the content with this tag.
    func has(tag: String) -> Bool {
        fields.list("If-None-Match").contains { $0 == "*" || $0 == "\"\(tag)\"" || $0 == "W/\"\(tag)\"" }
    }
}
