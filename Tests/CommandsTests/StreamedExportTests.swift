import Audit
import Glibc
import Governance
import HTTP
import Sockets
import Syntax
import Testing

@testable import Commands

/// The export of the log as it comes out of a socket: in chunks, whole, and sound.
@Suite("streamed export")
struct StreamedExportTests {
    /// What came back, head and chunks.
    private struct Received: Sendable {
        let head: String
        let chunks: [[UInt8]]
        /// Whether the last chunk is the empty one, with nothing behind it.
        let isWhole: Bool

        init(_ octets: [UInt8]) throws {
            let text = octets[...]
            let end = try #require(text.indices.first { text[$0...].starts(with: Array("\r\n\r\n".utf8)) })
            head = String(decoding: text[..<end], as: UTF8.self)
            var rest = text[(end + 4)...]
            var chunks: [[UInt8]] = []
            while let line = rest.firstIndex(of: 13), line > rest.startIndex {
                let size = try #require(Int(String(decoding: rest[..<line], as: UTF8.self), radix: 16))
                let content = rest.dropFirst(line - rest.startIndex + 2)
                chunks.append(Array(content.prefix(size)))
                rest = content.dropFirst(size + 2)
            }
            isWhole = chunks.last?.isEmpty == true && rest.isEmpty
            self.chunks = chunks.dropLast()
        }
    }

    private static func export(_ url: String, _ token: String) throws -> Received {
        let address = try SocketAddress(parsing: String(url.dropFirst("http://".count)))
        let stream = try BlockingStream(
            connectingTo: address,
            deadline: .now() + TimeSpan.seconds(60)
        )
        let request =
            "POST /v1/audit/exports HTTP/1.1\r\nHost: \(address)\r\nAuthorization: Bearer \(token)\r\n"
            + "Content-Length: 0\r\nConnection: close\r\n\r\n"
        try stream.send(Array(request.utf8))
        var octets: [UInt8] = []
        while true {
            let more = try stream.receive()
            guard !more.isEmpty else { return try Received(octets) }
            octets += more
        }
    }

    @Test func comesInChunksWholeAndVerifies() async throws {
        let registry = try RunningRegistry()
        let (url, token) = (registry.url, registry.adminToken)
        let received = try await onOwnThread {
            let client = try RegistryClient(url, token)
            for number in 0..<600 {
                let item: JSON = ["name": .string("t\(number)")]
                #expect(try client.send(.put, "/v1/catalog/teams/t\(number)", item.bytes).status == 201)
            }
            return try Self.export(url, token)
        }
        #expect(received.head.hasPrefix("HTTP/1.1 200 "))
        #expect(received.head.lowercased().contains("\r\ntransfer-encoding: chunked"))
        #expect(!received.head.lowercased().contains("content-length"))
        #expect(received.isWhole)
        #expect(received.chunks.count >= 4)
        let verification = try ExportVerification(received.chunks.flatMap { $0 })
        #expect(verification.fault == nil)
        #expect(verification.head == verification.claimed.head)
        #expect(verification.head.size >= 600)
        // A stretch that is missing is found, wherever it is cut out.
        for left in received.chunks.indices.dropFirst() {
            let cut = received.chunks.enumerated().filter { $0.offset != left }.flatMap(\.element)
            #expect((try? ExportVerification(cut))?.fault != nil)
        }
    }
}
