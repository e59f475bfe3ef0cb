public import Sockets

/// Every bound that the server holds, by name.
public struct HTTPLimits: Sendable {
    // MARK: Sizes

    /// Octets of a request line without its line end, at least 8,000 by RFC 9112; a longer one is answered with 414.
    public var requestLine = 8192
    /// Octets of one field line without its line end; a longer one is answered with 431.
    public var fieldLine = 8192
    /// Octets of all field lines together, and of a trailer section; more are answered with 431.
    public var fieldSection = 16 * 1024
    /// Fields of a request, and of a trailer section; more are answered with 431.
    public var fields = 100
    /// Octets of content; more are answered with 413, before any of it is read where its length is announced.
    public var body = 8 * 1024 * 1024
    /// Octets of all contents together that are being received; where that is passed, the answer is 503.
    public var bodiesTogether = 256 * 1024 * 1024
    /// Octets of one chunk's size line, and of all chunk extensions together sixteen times as many.
    public var chunkLine = 1024
    /// Empty lines that are skipped before a request line.
    public var emptyLines = 4

    // MARK: Numbers

    /// Connections at the same time; further ones wait in the system's queue.
    public var connections = 1024
    /// Connections from one address other than this machine's own; further ones are answered with 503.
    public var connectionsPerAddress = 64
    /// Connections from this machine's own addresses, where proxies and load tests live.
    public var connectionsFromLoopback = 1024
    /// Answers to pipelined requests that are held back to be sent together; no further request is looked at meanwhile.
    public var pipelined = 16
    /// Descriptors that are never given to connections, so that the log and the database find some.
    public var reservedDescriptors = 32

    // MARK: Times

    /// From the first octet of a request to the end of its header section; then 408.
    public var headerTime = TimeSpan.seconds(10)
    /// How long content may come as slowly as it likes.
    public var bodyGrace = TimeSpan.seconds(5)
    /// Octets a second that content must come at on average after ``bodyGrace``; slower content is answered with 408.
    public var bodyRate = 1024
    /// How long the client may take no octet of an answer; then the connection is closed.
    public var writeTime = TimeSpan.seconds(30)
    /// How long a connection may be open without a request in progress.
    public var idleTime = TimeSpan.seconds(60)
    /// How long a handler may take; then it is cancelled and the answer is 503.
    public var handlerTime = TimeSpan.seconds(30)
    /// How long requests in progress may still take once the server is told to stop; then they are cancelled.
    public var stopTime = TimeSpan.seconds(10)
    /// How long a connection that the server ends waits for the client to close, so that the answer is not lost.
    public var lingerTime = TimeSpan.seconds(2)

    /// The limits as they are recommended.
    public init() {}

    /// How many connections an address may have.
    func connections(from peer: SocketAddress) -> Int {
        peer.isLoopback ? connectionsFromLoopback : connectionsPerAddress
    }
}
