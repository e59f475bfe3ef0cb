/// A whole request: framing, lengths and escapes are resolved and checked.
public struct Request: Sendable {
    /// What is to be done.
    public let method: Method
    /// On what: decoded segments, and by name what the route's template calls them.
    public internal(set) var path: Path
    /// The decoded parameters.
    public let query: Query
    /// The header fields.
    public let fields: Fields
    /// The content, decoded from its framing; empty where there is none.
    public let body: [UInt8]
    /// The client's minor version: 0 for HTTP/1.0, 1 for HTTP/1.1 and later.
    public let minorVersion: Int
    /// False where the connection ends with the answer.
    public let keepsAlive: Bool
    /// Its name in logs and answers.
    public internal(set) var id = RequestID(number: 0)
    /// The other end of the connection as `host`, such as `127.0.0.1`; a proxy's where there is one.
    public internal(set) var peer = ""
    /// True for `OPTIONS *`, which asks about the server as a whole.
    public let concernsServer: Bool
    /// The target as it was sent lies here in the octets of the fields.
    let targetRange: Range<Int>

    /// A request from a program, such as a test of a route; nil where the server would refuse the target.
    ///
    /// - Parameters:
    ///   - method: What is to be done.
    ///   - target: Path and query as they would be sent, such as `/v1/subjects?limit=5`.
    ///   - fields: The header fields.
    ///   - body: The content.
    public init?(_ method: Method, _ target: String, fields: Fields = Fields(), body: [UInt8] = []) {
        let octets = Array(target.utf8)
        guard let parsed = RequestTarget(octets[...], method: method) else { return nil }
        self.init(
            method: method,
            target: parsed,
            targetRange: fields.octets.count..<(fields.octets.count + octets.count),
            fields: Fields(octets: fields.octets + octets, entries: fields.entries),
            body: body,
            minorVersion: 1,
            keepsAlive: true
        )
    }

    init(
        method: Method,
        target: RequestTarget,
        targetRange: Range<Int>,
        fields: Fields,
        body: [UInt8],
        minorVersion: Int,
        keepsAlive: Bool
    ) {
        self.method = method
        path = target.path
        query = target.query
        concernsServer = target.concernsServer
        self.targetRange = targetRange
        self.fields = fields
        self.body = body
        self.minorVersion = minorVersion
        self.keepsAlive = keepsAlive
    }

    /// The target as it was sent, such as `/v1/subjects?limit=5`.
    public var target: String { String(decoding: fields.octets[targetRange], as: UTF8.self) }

    /// The path as it was sent, without the query: for logs, because queries may carry what must not be kept.
    public var rawPath: String {
        let target = fields.octets[targetRange]
        return String(decoding: target.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
    }
}
