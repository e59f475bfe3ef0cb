internal import Sockets

/// What a server answered.
public struct ClientResponse: Sendable {
    /// What came of the request.
    public let status: Status
    /// The header fields.
    public let fields: Fields
    /// The content, decoded from its framing.
    public let body: [UInt8]
}

/// Why there is no answer.
public enum ClientError: Error, Hashable, Sendable {
    /// The server cannot be reached.
    case unreachable(server: String, reason: String)
    /// The time is over.
    case timedOut(server: String)
    /// The connection ended before the answer was complete.
    case connectionLost(server: String, reason: String)
    /// What came back is no HTTP/1.1.
    case malformed(server: String, reason: String)
    /// The content is longer than wanted.
    case tooLarge(server: String, limit: Int)
    /// The program that speaks for this one cannot be used.
    case curl(reason: String)

    /// Stable code.
    public var code: String {
        switch self {
        case .unreachable: "CLIENT_UNREACHABLE"
        case .timedOut: "CLIENT_TIMED_OUT"
        case .connectionLost: "CLIENT_CONNECTION_LOST"
        case .malformed: "CLIENT_MALFORMED"
        case .tooLarge: "CLIENT_TOO_LARGE"
        case .curl: "CLIENT_CURL"
        }
    }
}

extension ClientError: CustomStringConvertible {
    /// Says what happened and what to do.
    public var description: String {
        switch self {
        case .unreachable(let server, let reason): "cannot reach \(server): \(reason)"
        case .timedOut(let server): "\(server) did not answer in time; try again or allow more time"
        case .connectionLost(let server, let reason): "the connection to \(server) broke: \(reason); try again"
        case .malformed(let server, let reason): "\(server) did not answer in HTTP/1.1: \(reason); check the URL"
        case .tooLarge(let server, let limit): "\(server) sent more than \(limit) octets; ask for less at once"
        case .curl(let reason): "the program 'curl', which speaks https here, failed: \(reason)"
        }
    }
}

/// A request as it is sent.
struct ClientRequest {
    let method: Method
    let target: String
    let fields: Fields
    /// Nil where there is none; an empty one is still sent with its length.
    let body: [UInt8]?
    let timeout: TimeSpan
}
