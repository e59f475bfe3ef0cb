internal import API
internal import Glibc
internal import Governance
internal import HTTP
internal import SQLiteStore
internal import Sockets

/// A registry that is being served: one data folder, one address.
final class RegistryServer: Sendable {
    /// Where it listens.
    let address: SocketAddress
    /// The registry.
    let registry: Registry
    private let store: SQLiteStore
    private let server: HTTPServer
    private let loops: [EventLoop]
    private let serving: Task<Void, any Error>

    /// Opens a data folder and serves it.
    ///
    /// - Parameters:
    ///   - folder: The data folder.
    ///   - address: Where to listen; port 0 takes a free one.
    ///   - limits: What clients are held to.
    ///   - accessLog: Called after each answer.
    /// - Throws: `StoreError`, `SystemCallError` or `RegistryError` where it cannot be served.
    init(
        folder: String,
        address: SocketAddress,
        limits: HTTPLimits = HTTPLimits(),
        accessLog: (@Sendable (AccessRecord) -> Void)? = nil
    ) throws {
        store = try SQLiteStore.open(folder: folder, mode: .existing)
        registry = try Registry(store: store, formats: BuiltIns.formats, functions: BuiltIns.functions)
        let loops = try EventLoop.startAll()
        let listener = try Listener(address, on: loops[0])
        let metrics = ServerMetrics()
        let router = NativeAPI.router(registry, metrics: metrics) { error, request in
            Self.complain("canon: request \(request.id): \(error)\n")
        }
        let server = HTTPServer(limits: limits, metrics: metrics, accessLog: accessLog) { request in
            await router.respond(to: request)
        }
        self.loops = loops
        self.server = server
        self.address = listener.address
        serving = Task(executorPreference: loops[0]) { try await server.serve(listener, on: loops) }
    }

    private static func complain(_ text: String) { _ = write(STDERR_FILENO, text, text.utf8.count) }

    /// Takes no more connections, finishes what is being answered, and closes the store.
    func stop() throws {
        server.stop()
        let serving = serving
        try Blocking.wait { try await serving.value }
        for loop in loops { loop.stop() }
        store.close()
    }
}
