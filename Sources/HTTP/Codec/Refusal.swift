/// Why a request is refused before any handler sees it; the connection ends with the answer.
///
/// The raw value is stable and stands in the answer as `code`.
public enum Refusal: String, Error, Hashable, Sendable, CaseIterable {
    /// The request line is not `METHOD target HTTP/1.x`.
    case requestLine = "HTTP_REQUEST_LINE"
    /// The request line is too long.
    case requestLineTooLong = "HTTP_REQUEST_LINE_TOO_LONG"
    /// The method is none that the server knows.
    case method = "HTTP_METHOD"
    /// The protocol's major version is not 1.
    case version = "HTTP_VERSION"
    /// The target is malformed, or its path contains a dot segment or an escaped slash, backslash or NUL.
    case target = "HTTP_TARGET"
    /// The Host field is missing, repeated or malformed.
    case host = "HTTP_HOST"
    /// A line ends otherwise than with CR LF, or contains a control character.
    case line = "HTTP_LINE"
    /// A field line is malformed.
    case field = "HTTP_FIELD"
    /// The header or trailer section is too large.
    case fieldsTooLarge = "HTTP_FIELDS_TOO_LARGE"
    /// Content-Length is repeated or is not a plain number.
    case length = "HTTP_LENGTH"
    /// Transfer-Encoding stands beside Content-Length or in an HTTP/1.0 request.
    case framing = "HTTP_FRAMING"
    /// The transfer coding is not exactly `chunked`.
    case transferCoding = "HTTP_TRANSFER_CODING"
    /// The chunks are malformed.
    case chunk = "HTTP_CHUNK"
    /// The content is longer than the server takes.
    case bodyTooLarge = "HTTP_BODY_TOO_LARGE"
    /// The expectation is not `100-continue`.
    case expectation = "HTTP_EXPECTATION"
    /// The input ended inside the request.
    case incomplete = "HTTP_INCOMPLETE"
    /// The request came too slowly.
    case tooSlow = "HTTP_TOO_SLOW"
    /// The handler did not finish in time.
    case handlerTooSlow = "HTTP_HANDLER_TOO_SLOW"
    /// Too much content is being received at once.
    case busy = "HTTP_BUSY"
    /// The client's address has too many connections.
    case tooManyConnections = "HTTP_TOO_MANY_CONNECTIONS"

    /// The status of the answer.
    public var status: Status {
        switch self {
        case .requestLine, .target, .host, .line, .field, .length, .framing, .chunk, .incomplete: .badRequest
        case .requestLineTooLong: Status(414)
        case .method, .transferCoding: Status(501)
        case .version: Status(505)
        case .fieldsTooLarge: Status(431)
        case .bodyTooLarge: .contentTooLarge
        case .expectation: Status(417)
        case .tooSlow: Status(408)
        case .handlerTooSlow, .busy, .tooManyConnections: .serviceUnavailable
        }
    }

    /// What happened and what to do, in one sentence without quotes or backslashes.
    public var detail: String {
        switch self {
        case .requestLine: "The request line is malformed; send METHOD, one space, target, one space, HTTP/1.1."
        case .requestLineTooLong: "The request line is too long; send large parameters as content."
        case .method: "The method is not known; use GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS."
        case .version: "The protocol version is not supported; send HTTP/1.1."
        case .target: "The target is malformed; escape it as RFC 3986 says, without dot segments or escaped slashes."
        case .host: "Send exactly one Host field with a host and an optional port."
        case .line: "Lines end with CR LF and contain no other control character than tab."
        case .field: "A header line is malformed; send NAME: value, without a space before the colon."
        case .fieldsTooLarge: "The header or trailer section is too large; send fewer or shorter fields."
        case .length: "Content-Length is malformed; send it once, as decimal digits."
        case .framing: "Send either Content-Length or, in HTTP/1.1, Transfer-Encoding: chunked."
        case .transferCoding: "The transfer coding is not supported; send chunked alone."
        case .chunk: "The chunked content is malformed."
        case .bodyTooLarge: "The content is too large."
        case .expectation: "The expectation is not known; send 100-continue or none."
        case .incomplete: "The input ended before the request was complete."
        case .tooSlow: "The request came too slowly; send it again on a new connection."
        case .handlerTooSlow: "The answer took too long; try again later."
        case .busy: "The server receives too much content at once; try again later."
        case .tooManyConnections: "There are too many connections from this address; close some and try again."
        }
    }

    /// The answer: a problem document (RFC 9457) with the stable code.
    public var response: Response {
        let text =
            "{\"type\":\"about:blank\",\"title\":\"\(status.reason)\",\"status\":\(status.code),"
            + "\"code\":\"\(rawValue)\",\"detail\":\"\(detail)\"}"
        var fields: Fields = ["Content-Type": "application/problem+json"]
        if status == .serviceUnavailable { fields.append("Retry-After", "5") }
        return Response(status, fields: fields, body: Array(text.utf8))
    }
}

extension Refusal: CustomStringConvertible {
    /// The detail with the code.
    public var description: String { "\(rawValue): \(detail)" }
}
