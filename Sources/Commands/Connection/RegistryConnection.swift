internal import Arguments
internal import Crypto
internal import HTTP
internal import Syntax

/// A registry that is asked over HTTP.
struct RegistryConnection {
    /// What is asked without being told otherwise.
    static let standardServer = "http://127.0.0.1:8080"

    private let client: HTTPClient
    private let server: String

    /// The registry that the options or the environment name.
    ///
    /// - Throws: ``Failure`` if there is no token, or the URL is none.
    init(_ arguments: ParsedArguments, _ console: Console) throws {
        let server = arguments.value("server") ?? console.environment["CANON_SERVER"] ?? Self.standardServer
        try self.init(server: server, token: Self.token(arguments, console))
    }

    /// A registry by its address, with a token.
    ///
    /// - Throws: ``HTTPURLError`` if the URL is none.
    init(server: String, token: String) throws {
        let url = try HTTPURL(parsing: server)
        self.server = server
        client = HTTPClient(url, fields: ["Authorization": "Bearer \(token)", "Accept": "application/json"])
    }

    private static func token(_ arguments: ParsedArguments, _ console: Console) throws -> String {
        if let file = arguments.value("token-file") {
            let text = String(decoding: try LocalFile.read(file), as: UTF8.self)
            return String(text.split(whereSeparator: \.isWhitespace).first ?? "")
        }
        guard let token = console.environment["CANON_TOKEN"], !token.isEmpty else {
            throw Failure(
                "TOKEN_MISSING",
                "no token: set CANON_TOKEN, or name a file that holds one with --token-file",
                .usage
            )
        }
        return token
    }

    /// Asks, and gives the answer's JSON.
    ///
    /// - Throws: ``ClientError`` where there is no answer; ``Failure`` where the registry says no.
    func get(_ path: String) throws -> Node { try json(send(.get, path)) }

    /// Sends a value; `key` makes sending it again harmless.
    func post(_ path: String, _ body: JSON, key: String = Hex.encode(RandomBytes.generate(16))) throws -> Node {
        try json(send(.post, path, body.bytes, ["Idempotency-Key": key]))
    }

    /// Puts a value where the path says.
    func put(_ path: String, _ body: JSON) throws -> Node { try json(send(.put, path, body.bytes)) }

    /// Deletes what the path names.
    func delete(_ path: String) throws { _ = try send(.delete, path) }

    /// The bytes of an answer.
    func bytes(_ method: Method, _ path: String, _ body: JSON? = nil) throws -> [UInt8] {
        try send(method, path, body?.bytes).body
    }

    /// Every item of a listing, page after page.
    func all(_ path: String) throws -> [Node] {
        var items: [Node] = []
        var page = path
        while true {
            let answer = try get(page)
            items += answer["items"]?.elements.map { $0 } ?? []
            guard let next = answer["next"]?.string else { return items }
            page = path + (path.contains("?") ? "&" : "?") + "cursor=" + PercentEncoding.encode(next)
        }
    }

    private func send(_ method: Method, _ path: String, _ body: [UInt8]? = nil, _ fields: Fields = Fields()) throws
        -> ClientResponse
    {
        var fields = fields
        if body != nil { fields.set("Content-Type", "application/json") }
        let response = try client.send(method, path, fields: fields, body: body)
        guard response.status.family == 2 else { throw failure(response) }
        return response
    }

    private func json(_ response: ClientResponse) throws -> Node {
        guard let document = try? Document.json(response.body, limits: .answer) else {
            throw Failure("ANSWER_INVALID", "\(server) did not answer with JSON; is it a canon registry?", .unreachable)
        }
        return document.root
    }

    private func failure(_ response: ClientResponse) -> Failure {
        let problem = (try? Document.json(response.body))?.root
        let code = problem?["code"]?.string ?? "HTTP_\(response.status.code)"
        let parts = [problem?["detail"]?.string ?? response.status.description, problem?["remedy"]?.string]
        let exit: ExitCode = response.status.family == 5 ? .unreachable : .usage
        return Failure(code, parts.compactMap { $0 }.joined(separator: "; "), exit)
    }
}

extension DocumentLimits {
    /// The limits of an answer of the registry.
    static let answer = DocumentLimits(bytes: 64 << 20, depth: 512, nodes: 8_000_000, stringBytes: 32 << 20)
}
