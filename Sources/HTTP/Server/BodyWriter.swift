internal import Sockets

/// Takes content piece by piece and sends it, for ``Response/init(_:fields:stream:)``.
///
/// It belongs to the task that answers the request.
public final class BodyWriter {
    private let output: ConnectionOutput
    private let isChunked: Bool

    init(_ output: ConnectionOutput, isChunked: Bool) {
        self.output = output
        self.isChunked = isChunked
    }

    /// Sends a piece; returns when it is sent or waits in a buffer of bounded size.
    ///
    /// - Throws: Where the client is gone or takes nothing for too long, or the task is cancelled.
    public func write(_ octets: [UInt8]) async throws {
        if isChunked {
            ChunkedEncoder.write(octets, to: &output.octets)
        } else {
            output.octets.append(contentsOf: octets)
        }
        output.contentCount += octets.count
        if output.octets.count >= ConnectionOutput.flushSize { try await output.flush() }
    }

    /// Sends a piece of text.
    ///
    /// - Throws: Where the client is gone or takes nothing for too long, or the task is cancelled.
    public func write(_ text: String) async throws {
        try await write(Array(text.utf8))
    }
}
