/// A method, a path template, and what answers it.
///
/// ```swift
/// Route(.post, "/v1/subjects/{subject}/versions") { request in
///     …
///     return Response(.created)
/// }
/// ```
public struct Route: Sendable {
    /// Answers a request; what it throws is made an answer by the router's renderer.
    public typealias Handler = @Sendable (Request) async throws -> Response

    /// The method; a GET route answers HEAD too.
    public let method: Method
    /// The path, with a name in braces for each segment that may be anything, such as `/v1/subjects/{subject}`.
    public let template: String
    let handler: Handler

    /// A route.
    ///
    /// - Parameters:
    ///   - method: Any but HEAD, which GET routes answer.
    ///   - template: Begins with a slash; segments are literal text or a name in braces.
    ///   - handler: Called with the request; `request.path["subject"]` is the segment that stands for `{subject}`.
    public init(_ method: Method, _ template: String, _ handler: @escaping Handler) {
        precondition(template.hasPrefix("/") && method != .head, "no route: \(method.rawValue) \(template)")
        self.method = method
        self.template = template
        self.handler = handler
    }

    /// The template's segments: literal text, or the name that stood in braces.
    var segments: [TemplateSegment] {
        guard template != "/" else { return [] }
        return template.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { text in
            text.hasPrefix("{") && text.hasSuffix("}")
                ? .parameter(String(text.dropFirst().dropLast())) : .literal(String(text))
        }
    }
}

enum TemplateSegment: Hashable {
    case literal(String)
    case parameter(String)
}
