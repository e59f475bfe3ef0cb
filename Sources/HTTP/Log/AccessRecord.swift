public import Sockets

/// What the access log keeps of one request.
public struct AccessRecord: Sendable {
    /// The request's method; nil where the request could not be read that far.
    public let method: Method?
    /// The path as it was sent, without the query; empty where the request could not be read that far.
    public let path: String
    /// The status of the answer.
    public let status: Status
    /// Octets of content that were sent.
    public let contentCount: Int
    /// From the complete request to the answer's being handed to the system.
    public let duration: TimeSpan
    /// The request's name.
    public let id: RequestID
    /// The other end of the connection.
    public let peer: SocketAddress
    /// The refusal's code where the request never reached a handler.
    public let refusal: Refusal?
}
