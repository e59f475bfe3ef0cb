import Glibc
import HTTP
import Sockets
import Syntax
import Testing

@testable import Commands

/// A server in a process of its own.
final class ServedProcess: Sendable {
    /// Where it listens.
    let url: String
    nonisolated(unsafe) private let process: ChildProcess

    /// Serves a data folder.
    convenience init(data: String) throws {
        let arguments = ["serve", "--data", data, "--listen", "127.0.0.1:0", "--log", "off"]
        try self.init(ChildProcess(BuiltProgram.path ?? "", arguments))
    }

    /// Takes over a process that says where it serves.
    init(_ process: ChildProcess) throws {
        self.process = process
        guard let line = process.readLine(), let url = line.split(separator: " ").last, url.hasPrefix("http") else {
            throw Failure("TEST_SERVER", "the server did not start", .unjudged)
        }
        self.url = String(url)
    }

    /// The number of the process.
    var id: pid_t { process.id }

    /// The port.
    var port: UInt16 { UInt16(url.split(separator: ":").last ?? "") ?? 0 }

    /// Kibibytes of memory that it has resident.
    var residentKibibytes: Int { process.residentKibibytes }

    /// Sends a signal and waits for the end.
    ///
    /// - Returns: The status.
    func end(with signal: CInt) -> Int32 {
        process.signal(signal)
        return process.wait()
    }

    /// A client of somebody, with a connection of its own.
    func client(_ token: String) throws -> RegistryClient { try RegistryClient(url, token) }
}

/// Somebody who talks to a server over one connection.
final class RegistryClient {
    private let client: HTTPClient

    init(_ url: String, _ token: String) throws {
        client = HTTPClient(
            try HTTPURL(parsing: url),
            fields: ["Authorization": "Bearer \(token)", "Content-Type": "application/json"]
        )
    }

    /// An answer: its status, and its JSON where it has some.
    struct Answer {
        let status: Int
        let body: Node?

        /// The stable code of a problem.
        var code: String? { body?["code"]?.string }
    }

    func get(_ path: String) throws -> Answer { try send(.get, path) }

    /// Submits a new contract under a subject that is its idempotency key too.
    func submit(_ subject: String) throws -> Answer {
        try send(.post, "/v1/subjects/\(subject)/submissions", BenchContract.submission(subject), key: subject)
    }

    func send(_ method: Method, _ path: String, _ body: [UInt8]? = nil, key: String? = nil) throws -> Answer {
        let fields: Fields = key.map { ["Idempotency-Key": $0] } ?? Fields()
        let response = try client.send(method, path, fields: fields, body: body)
        return Answer(status: response.status.code, body: (try? Document.json(response.body))?.root)
    }
}
