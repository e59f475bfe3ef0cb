internal import CLinux
import Glibc
internal import Sockets

/// Speaks HTTP/1.1 on a socket, one request after the other on the same connection where the server allows it.
final class SocketTransport: ClientTransport {
    private let address: SocketAddress
    private let url: HTTPURL
    private let responseLimit: Int
    /// The connection that the last answer left open.
    private var idle: BlockingStream?

    init(_ address: SocketAddress, url: HTTPURL, responseLimit: Int) {
        self.address = address
        self.url = url
        self.responseLimit = responseLimit
    }

    func exchange(_ request: ClientRequest) throws(ClientError) -> ClientResponse {
        let octets = message(request)
        let deadline = MonotonicTime.now() + request.timeout
        if var stream = idle.take(), stream.isQuiet {
            stream.deadline = deadline
            var reader = ResponseReader(to: request.method, bodyLimit: responseLimit)
            do throws(ClientError) {
                return try exchange(octets, &reader, on: stream)
            } catch {
                // The server may have closed just then; what it may do twice is sent again on a new connection.
                guard case .connectionLost = error, !reader.hasBegun, request.method.isIdempotent else { throw error }
            }
        }
        var reader = ResponseReader(to: request.method, bodyLimit: responseLimit)
        return try exchange(octets, &reader, on: try connect(deadline: deadline))
    }

    private func connect(deadline: MonotonicTime) throws(ClientError) -> BlockingStream {
        do throws(SystemCallError) {
            return try BlockingStream(connectingTo: address, deadline: deadline)
        } catch {
            throw error.number == ETIMEDOUT ? .timedOut(server: "\(url)") : unreachable(error)
        }
    }

    private func unreachable(_ error: SystemCallError) -> ClientError {
        .unreachable(server: "\(url)", reason: "\(error)")
    }

    private func exchange(
        _ octets: [UInt8],
        _ reader: inout ResponseReader,
        on stream: consuming BlockingStream
    ) throws(ClientError) -> ClientResponse {
        do throws(SystemCallError) {
            try stream.send(octets)
        } catch {
            // A server that refuses large content answers before it has read it; look for the answer first.
            guard error.number == EPIPE || error.number == ECONNRESET else { throw lost(error) }
        }
        while true {
            if let response = try next(&reader) {
                if reader.keepsAlive { idle = consume stream }
                return response
            }
            let received: [UInt8]
            do throws(SystemCallError) { received = try stream.receive() } catch { throw lost(error) }
            if received.isEmpty { reader.receivedEnd() } else { reader.received(received.span) }
        }
    }

    private func lost(_ error: SystemCallError) -> ClientError {
        error.number == ETIMEDOUT
            ? .timedOut(server: "\(url)") : .connectionLost(server: "\(url)", reason: "\(error)")
    }

    private func next(_ reader: inout ResponseReader) throws(ClientError) -> ClientResponse? {
        do throws(ResponseReader.Failure) {
            return try reader.next()
        } catch {
            switch error {
            case .malformed(let reason): throw .malformed(server: "\(url)", reason: reason)
            case .incomplete: throw .connectionLost(server: "\(url)", reason: "it ended inside the answer")
            case .tooLarge: throw .tooLarge(server: "\(url)", limit: responseLimit)
            }
        }
    }

    private func message(_ request: ClientRequest) -> [UInt8] {
        var octets = Array("\(request.method.rawValue) \(request.target) HTTP/1.1\r\nHost: \(url.authority)\r\n".utf8)
        ResponseHead.write(request.fields, to: &octets)
        if let body = request.body { ResponseHead.writeLength(body.count, to: &octets) }
        octets.append(contentsOf: "\r\n".utf8)
        return octets + (request.body ?? [])
    }
}

extension Method {
    /// True where doing it twice is as good as once (RFC 9110, section 9.2.2).
    var isIdempotent: Bool { self != .post && self != .patch }
}
