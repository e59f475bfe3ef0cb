import Contracts
import FoundationEssentials
import Sockets

@testable import Commands

/// A server over a fresh data folder, for one test.
final class RunningRegistry {
    let url: String
    let adminToken: String
    private let folder: TemporaryFolder
    private let server: RegistryServer

    init() throws {
        folder = try TemporaryFolder()
        let data = folder.path + "/data"
        adminToken = try InitCommand.create(data, origin: "canon.test/registry", admin: PersonID(parsing: "root"))
        server = try RegistryServer(folder: data, address: SocketAddress(host: "127.0.0.1", port: 0))
        url = "http://\(server.address)"
    }

    deinit { try? server.stop() }

    /// Runs a command as somebody.
    func run(_ arguments: [String], token: String? = nil) -> CommandRun {
        CommandRun(arguments, environment: ["CANON_SERVER": url, "CANON_TOKEN": token ?? adminToken])
    }

    /// Issues a token for a person of the catalog.
    func token(_ person: String) -> String {
        let text = run(["token", "create", person]).out
        return String(text.split(whereSeparator: \.isWhitespace).first ?? "")
    }
}
