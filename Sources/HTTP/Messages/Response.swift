/// An answer.
///
/// The server adds `Date`, `X-Request-Id`, `Connection` and the framing of the content; they are not given here.
public struct Response: Sendable {
    /// What came of the request.
    public var status: Status
    /// The header fields, without those that the server adds.
    public var fields: Fields
    /// The content.
    public var body: ResponseBody

    /// An answer with content that is there as a whole.
    public init(_ status: Status, fields: Fields = Fields(), body: [UInt8] = []) {
        self.init(status, fields: fields, content: .octets(body))
    }

    /// An answer with text as content, `text/plain` in UTF-8 unless the fields say otherwise.
    public init(_ status: Status, fields: Fields = Fields(), body: String) {
        var fields = fields
        if fields["Content-Type"] == nil { fields.append("Content-Type", "text/plain; charset=utf-8") }
        self.init(status, fields: fields, content: .octets(Array(body.utf8)))
    }

    /// An answer whose content is made while it is sent.
    ///
    /// - Parameters:
    ///   - status: What came of the request.
    ///   - fields: The header fields.
    ///   - stream: Writes the content piece by piece; a write waits until the client has taken most of what came
    ///     before. Where it throws, the connection ends without the end of the content, so that the client notices.
    public init(
        _ status: Status,
        fields: Fields = Fields(),
        stream: @escaping @Sendable (BodyWriter) async throws -> Void
    ) {
        self.init(status, fields: fields, content: .stream(stream))
    }

    /// An answer whose fields and content were written once and are sent again and again.
    ///
    /// - Parameters:
    ///   - rendered: The fields and the content.
    ///   - fields: Further fields of this answer alone.
    public init(_ rendered: RenderedContent, fields: Fields = Fields()) {
        self.init(rendered.status, fields: fields, content: .rendered(rendered))
    }

    /// True where the end of the content can only be shown by ending the connection: HTTP/1.0 knows no chunks.
    func endsConnection(of request: Request) -> Bool {
        if case .stream = body { request.minorVersion == 0 } else { false }
    }

    private init(_ status: Status, fields: Fields, content: ResponseBody) {
        self.status = status
        self.fields = fields
        body = content
    }
}

/// The content of an answer.
public enum ResponseBody: Sendable {
    /// All of it.
    case octets([UInt8])
    /// All of it, with the fields that describe it, as it goes out on the wire.
    case rendered(RenderedContent)
    /// Made while it is sent.
    case stream(@Sendable (BodyWriter) async throws -> Void)
}

/// Fields and content of an answer that never changes, written out once.
///
/// Sending it copies nothing but the few fields that differ from answer to answer.
public struct RenderedContent: Sendable {
    let status: Status
    /// Fields, empty line, content.
    let octets: [UInt8]
    /// Where the content begins.
    let contentStart: Int

    /// Writes an answer out.
    ///
    /// - Parameters:
    ///   - status: One whose answers may have content.
    ///   - fields: Without those that the server adds.
    ///   - body: The content.
    public init(_ status: Status, fields: Fields, body: [UInt8]) {
        precondition(status.mayHaveContent, "an answer without content is not rendered")
        var octets: [UInt8] = []
        octets.reserveCapacity(body.count + 256)
        ResponseHead.write(fields, to: &octets)
        ResponseHead.writeLength(body.count, to: &octets)
        octets.append(contentsOf: "\r\n".utf8)
        self.status = status
        contentStart = octets.count
        self.octets = octets + body
    }
}
