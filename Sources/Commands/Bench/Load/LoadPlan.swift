internal import Syntax

/// What a client process does to a server.
struct LoadPlan: Hashable, Sendable {
    /// What is asked.
    enum Kind: String, Hashable, Sendable {
        /// New contracts are submitted, each to a subject of its own.
        case submissions
        /// The same content is asked for again and again.
        case content
    }

    let kind: Kind
    /// Port of the server on this machine.
    let port: UInt16
    /// Connections at the same time, each with one request under way.
    let clients: Int
    /// Requests on each connection.
    let requests: Int
    /// What is asked for, where it is content.
    var path = ""

    /// The plan on the command line.
    var text: String {
        let value: JSON = [
            "kind": .string(kind.rawValue), "port": .int(Int(port)), "clients": .int(clients),
            "requests": .int(requests), "path": .string(path),
        ]
        return String(decoding: value.bytes, as: UTF8.self)
    }

    /// Reads ``text``.
    ///
    /// - Throws: ``Failure`` where it is no plan.
    init(parsing text: String) throws(Failure) {
        let root = (try? Document.json(Array(text.utf8)))?.root
        guard let kind = root?["kind"]?.string.flatMap(Kind.init(rawValue:)),
            let port = root?["port"]?.int.flatMap(UInt16.init(exactly:)),
            let clients = root?["clients"]?.int, let requests = root?["requests"]?.int,
            (1...10_000).contains(clients), requests > 0, let path = root?["path"]?.string
        else { throw Failure("BENCH_PLAN", "'\(text)' is no plan of a load", .usage) }
        self.init(kind: kind, port: port, clients: clients, requests: requests, path: path)
    }

    init(kind: Kind, port: UInt16, clients: Int, requests: Int, path: String = "") {
        self.kind = kind
        self.port = port
        self.clients = clients
        self.requests = requests
        self.path = path
    }

    /// The octets of a request.
    func request(client: Int, number: Int, token: String) -> [UInt8] {
        let fields = " HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nAuthorization: Bearer \(token)\r\n"
        switch kind {
        case .content: return Array("GET \(path)\(fields)\r\n".utf8)
        case .submissions:
            let subject = "bench.c\(client).n\(number)"
            let body = BenchContract.submission(subject)
            let head = "POST /v1/subjects/\(subject)/submissions\(fields)Idempotency-Key: \(subject)\r\n"
            return Array("\(head)Content-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n".utf8) + body
        }
    }
}
