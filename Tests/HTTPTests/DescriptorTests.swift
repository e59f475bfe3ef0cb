import Glibc
import HTTP
import Sockets
import Testing

@Suite("descriptors gone")
struct DescriptorTests {
    /// Runs in a process of its own, because the limit holds for the whole process.
    @Test func listenerPausesAndRecovers() async {
        await #expect(processExitsWith: .success) {
            var limits = HTTPLimits()
            limits.reservedDescriptors = 0
            let server = HTTPServer(limits: limits) { _ in Response(.ok, body: "hello") }
            let loops = TestLoops.shared
            let listener = try Listener(.loopback(port: 0), on: loops[0])
            let clients = Handed(try (0..<30).map { _ in try RawClient(listener.address) })
            DescriptorTests.leaveFree(10)

            let serving = Task(executorPreference: loops[0]) { try await server.serve(listener, on: loops) }
            let statuses = try await onThread {
                var waiting = clients.value ?? []
                clients.drop()
                var statuses: [Int] = []
                // Ten find a descriptor at once; each that goes makes room for another.
                while !waiting.isEmpty {
                    let client = waiting.removeFirst()
                    try client.send(ServerTests.get)
                    statuses += try client.readAnswers(1).map(\.status)
                }
                return statuses
            }
            #expect(statuses == [Int](repeating: 200, count: 30))
            #expect(server.metrics.listenerPauses.value > 0)
            server.stop()
            try await serving.value
        }
    }

    /// Lowers the limit so that so many descriptors more can be opened.
    static func leaveFree(_ count: rlim_t) {
        let next = dup(0)
        close(next)
        var limit = rlimit(rlim_cur: rlim_t(next) + count, rlim_max: rlim_t(next) + count)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
