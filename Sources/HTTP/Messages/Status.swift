/// The three digits that say what came of a request.
///
/// - SeeAlso: RFC 9110, section 15; RFC 6585.
public struct Status: Hashable, Sendable {
    /// From 100 to 599.
    public let code: Int

    /// A status of a code from 100 to 599.
    public init(_ code: Int) {
        precondition((100...599).contains(code), "a status is from 100 to 599")
        self.code = code
    }

    /// The request succeeded.
    public static var ok: Status { Status(200) }
    /// Something new exists.
    public static var created: Status { Status(201) }
    /// The request was taken and is not finished.
    public static var accepted: Status { Status(202) }
    /// Success without content.
    public static var noContent: Status { Status(204) }
    /// Look there with GET.
    public static var seeOther: Status { Status(303) }
    /// What the client has is still right.
    public static var notModified: Status { Status(304) }
    /// The request makes no sense.
    public static var badRequest: Status { Status(400) }
    /// Who asks is not known.
    public static var unauthorized: Status { Status(401) }
    /// Who asks may not.
    public static var forbidden: Status { Status(403) }
    /// Nothing is there.
    public static var notFound: Status { Status(404) }
    /// What is there does not know the method.
    public static var methodNotAllowed: Status { Status(405) }
    /// What exists stands against it.
    public static var conflict: Status { Status(409) }
    /// A condition of the request does not hold.
    public static var preconditionFailed: Status { Status(412) }
    /// The content is too large.
    public static var contentTooLarge: Status { Status(413) }
    /// The media type is not understood.
    public static var unsupportedMediaType: Status { Status(415) }
    /// The content is well-formed and wrong.
    public static var unprocessableContent: Status { Status(422) }
    /// Too many requests in too short a time.
    public static var tooManyRequests: Status { Status(429) }
    /// The server failed.
    public static var internalServerError: Status { Status(500) }
    /// The server cannot just now.
    public static var serviceUnavailable: Status { Status(503) }
    /// The server has no room left.
    public static var insufficientStorage: Status { Status(507) }

    /// The first digit, from 1 to 5.
    public var family: Int { code / 100 }

    /// False where a response of this status never has content (RFC 9110, section 6.4.1).
    public var mayHaveContent: Bool { code >= 200 && code != 204 && code != 304 }

    /// The words after the code; empty for a code that is not listed.
    public var reason: String { Self.reasons[code] ?? "" }

    private static let reasons: [Int: String] = [
        100: "Continue", 101: "Switching Protocols",
        200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 206: "Partial Content",
        301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified", 307: "Temporary Redirect",
        308: "Permanent Redirect",
        400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
        406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone", 411: "Length Required",
        412: "Precondition Failed", 413: "Content Too Large", 414: "URI Too Long", 415: "Unsupported Media Type",
        416: "Range Not Satisfiable", 417: "Expectation Failed", 421: "Misdirected Request",
        422: "Unprocessable Content", 428: "Precondition Required", 429: "Too Many Requests",
        431: "Request Header Fields Too Large",
        500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
        504: "Gateway Timeout", 505: "HTTP Version Not Supported", 507: "Insufficient Storage",
    ]
}

extension Status: CustomStringConvertible {
    /// Such as `404 Not Found`.
    public var description: String { "\(code) \(reason)" }
}
