public import Sockets

/// A client that waits for each answer: for command-line programs, never for tasks of an event loop.
///
/// It speaks plain HTTP/1.1 to literal addresses and `localhost` itself. For `https`, and for host names, which a
/// statically linked program cannot resolve, it runs the system's `curl`.
public final class HTTPClient {
    private let url: HTTPURL
    private let fields: Fields
    private let timeout: TimeSpan
    private let transport: any ClientTransport

    /// A client of one server.
    ///
    /// - Parameters:
    ///   - url: Where the server is; targets are looked up below its path.
    ///   - fields: Sent with every request, such as `Authorization`.
    ///   - timeout: For one request with its answer.
    ///   - responseLimit: Octets of content that an answer may have.
    public init(
        _ url: HTTPURL,
        fields: Fields = Fields(),
        timeout: TimeSpan = .seconds(30),
        responseLimit: Int = 64 * 1024 * 1024
    ) {
        self.url = url
        self.fields = fields
        self.timeout = timeout
        if !url.isSecure, let address = try? SocketAddress(host: url.host, port: url.port) {
            transport = SocketTransport(address, url: url, responseLimit: responseLimit)
        } else {
            transport = CurlTransport(url, responseLimit: responseLimit)
        }
    }

    /// Sends a request and waits for the answer, whatever its status; redirects are not followed.
    ///
    /// - Parameters:
    ///   - method: What is to be done.
    ///   - path: Begins with a slash; may have a query; escaped already.
    ///   - further: Further fields of this request.
    ///   - body: The content.
    /// - Returns: The answer.
    /// - Throws: ``ClientError`` where there is none.
    public func send(
        _ method: Method,
        _ path: String,
        fields further: Fields = Fields(),
        body: [UInt8]? = nil
    ) throws(ClientError) -> ClientResponse {
        var fields = fields
        for (name, value) in further.all { fields.set(name, value) }
        let target = url.target(appending: path)
        return try transport.exchange(
            ClientRequest(method: method, target: target, fields: fields, body: body, timeout: timeout)
        )
    }
}

/// How requests reach a server.
protocol ClientTransport: AnyObject {
    func exchange(_ request: ClientRequest) throws(ClientError) -> ClientResponse
}
