internal import Sockets

/// What waits to be sent on one connection.
final class ConnectionOutput {
    /// From so many octets on, waiting output is sent.
    static let flushSize = 16 * 1024
    /// Content below this size is copied behind its head; larger content is sent from where it lies.
    static let copySize = 4096

    private let stream: ByteStream
    private let patience: TimeSpan
    /// Octets that are not sent yet.
    var octets: [UInt8] = []
    /// Octets of content of the present answer.
    var contentCount = 0
    /// Answers that wait in ``octets``.
    var answers = 0

    init(_ stream: ByteStream, patience: TimeSpan) {
        self.stream = stream
        self.patience = patience
    }

    /// Sends what waits, and a last piece after it without copying it.
    func flush(and last: [UInt8] = []) async throws(StreamError) {
        answers = 0
        guard !octets.isEmpty || !last.isEmpty else { return }
        let pending = octets
        octets.removeAll(keepingCapacity: false)
        try await stream.sendAll(pending, last, patience: patience)
    }
}
